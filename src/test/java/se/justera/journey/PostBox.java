package se.justera.journey;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real SMTP server that keeps what it gets. */
public final class PostBox implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("(?m)^https?://\\S+/task/\\S+$");
    private static final Pattern CODE = Pattern.compile("(?m)^\\d{6}$");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final GreenMail server;

    public PostBox(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** How many mails have come to this address. */
    public int count(String to) {
        return mails(to).size();
    }

    /** The newest mail to this address whose subject starts so, after the first {@code skipped} ones to it. */
    public String await(String to, String subjectStart, int skipped) {
        return Waiting.found("a mail \"" + subjectStart + "\" to " + to, PATIENCE, () -> {
            List<MimeMessage> mails = mails(to);
            for (int i = mails.size() - 1; i >= skipped; i--) {
                if (mails.get(i).getSubject().startsWith(subjectStart)) {
                    return Optional.of(text(mails.get(i)));
                }
            }
            return Optional.empty();
        });
    }

    public static String link(String mail) {
        return first(LINK, mail);
    }

    public static String code(String mail) {
        return first(CODE, mail);
    }

    @Override
    public void close() {
        server.stop();
    }

    private List<MimeMessage> mails(String to) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> to.equals(recipient(mail)))
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        Object content = mail.getContent();
        while (content instanceof Multipart multipart) {
            content = multipart.getBodyPart(0).getContent();
        }
        return content.toString().replace("\r\n", "\n");
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in:\n" + text);
        }
        return matcher.group();
    }
}
