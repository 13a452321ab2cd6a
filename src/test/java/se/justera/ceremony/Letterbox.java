package se.justera.ceremony;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.justera.notify.Letter;
import se.justera.notify.PostOffice;

/** Notes the newest letter of each kind to each address once it has been sent. */
final class Letterbox {

    private final Map<String, Letter> letters = new ConcurrentHashMap<>();

    PostOffice before(PostOffice real) {
        return letter -> {
            real.send(letter);
            letters.put(letter.to() + " " + letter.template(), letter);
        };
    }

    Optional<Letter> newest(String to, String template) {
        return Optional.ofNullable(letters.get(to + " " + template));
    }
}
