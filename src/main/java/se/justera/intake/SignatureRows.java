package se.justera.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/** Puts labels, names and offices together that stand in rows under each other. */
final class SignatureRows {

    private final SignerNames names;
    private final Map<String, AttendeeRole> roles;
    private final List<Signer> signers = new ArrayList<>();
    private final Set<String> signed = new HashSet<>();
    private final List<String> leftOut = new ArrayList<>();
    private List<Signer> waiting = List.of();
    private List<Signer> run = List.of();
    private List<SignatureLabel> labels = List.of();
    private boolean labelIsUnused;

    /** @param roles what offices people hold by the attendance */
    SignatureRows(SignerNames names, Map<String, AttendeeRole> roles) {
        this.names = names;
        this.roles = Map.copyOf(roles);
    }

    /** Labels for the names that follow; those that no name has taken yet stand before them. */
    void label(List<SignatureLabel> found) {
        settle();
        labels = labelIsUnused ? Stream.concat(labels.stream(), found.stream()).toList() : found;
        labelIsUnused = true;
        waiting = List.of();
    }

    /** A label in the line of its name. */
    void labelOnly(SignatureLabel found) {
        settle();
        labels = List.of(found);
    }

    /** Ends a row of names. Labels that none of them took are for the next, or say the same once more. */
    private void settle() {
        if (!run.isEmpty() && labels.size() > run.size()) {
            List<SignatureLabel> rest = labels.subList(run.size(), labels.size());
            SignatoryRole used = labels.get(run.size() - 1).role();
            if (rest.stream().allMatch(l -> l.role() == used)) {
                rest.forEach(l -> leftOut.add(l.written()));
                labels = labels.subList(run.size() - 1, run.size());
            } else {
                labels = rest;
            }
        }
        run = List.of();
    }

    void begin(List<String> namesInRow) {
        labelIsUnused = false;
        var row = new ArrayList<>(run);
        for (String name : namesInRow) {
            var signer = new Signer(name, labelOf(row.size()));
            row.add(signer);
            add(signer);
        }
        run = List.copyOf(row);
        waiting = row.stream().filter(s -> !s.hasOffice()).toList();
    }

    void begin(Person person) {
        settle();
        labelIsUnused = false;
        var signer = new Signer(person.name(), labelOf(0));
        signer.holdAs(person);
        add(signer);
        run = List.of(signer);
        waiting = signer.hasOffice() ? List.of() : run;
    }

    private void add(Signer signer) {
        signers.add(signer);
        signed.add(signer.name().toLowerCase(Locale.ROOT));
    }

    private @Nullable SignatureLabel labelOf(int column) {
        return labels.isEmpty() ? null : labels.get(Math.min(column, labels.size() - 1));
    }

    /** The offices of whoever stands right above them. */
    void giveOffices(List<String> offices) {
        settle();
        if (offices.size() == 1 || offices.size() < waiting.size()) {
            offices.forEach(this::giveToHolder);
            return;
        }
        for (int i = 0; i < waiting.size(); i++) {
            waiting.get(i).hold(offices.get(i));
        }
        waiting = List.of();
    }

    private void giveToHolder(String office) {
        Signer holder = holder(office);
        holder.hold(office);
        waiting = waiting.stream().filter(s -> !s.equals(holder)).toList();
    }

    /** Whose office it is, of several names above it: whoever has it by the attendance or the label, else the first. */
    private Signer holder(String office) {
        AttendeeRole held = Offices.role(office).orElse(null);
        boolean secretary =
                held == AttendeeRole.OFFICER || office.toLowerCase(Locale.ROOT).contains("sekreterare");
        return waiting.stream()
                .filter(s -> secretary && s.isLabelledSecretary())
                .findFirst()
                .or(() -> waiting.stream()
                        .filter(s -> held != null && held == roles.get(names.asAttending(s.name())))
                        .findFirst())
                .or(() -> waiting.stream()
                        .filter(s -> secretary == s.isLabelledSecretary()
                                && roles.get(names.asAttending(s.name())) != AttendeeRole.CHAIR)
                        .findFirst())
                .or(() -> waiting.stream()
                        .filter(s -> secretary == s.isLabelledSecretary())
                        .findFirst())
                .orElse(waiting.get(0));
    }

    /** "BO ASK, 2025-06-17 10:22, BankID" after Bo Ask's own place: what another service says, and no place to sign. */
    boolean saysMoreOfSigner(Person person) {
        return person.role() == null
                && person.description() != null
                && signed.contains(person.name().toLowerCase(Locale.ROOT));
    }

    /** How many names wait for their offices. */
    int waiting() {
        return waiting.size();
    }

    boolean firstWaitingIsLabelled() {
        return waiting.get(0).isLabelled();
    }

    boolean isEmpty() {
        return signers.isEmpty();
    }

    /** Everybody who signs, each once, in the order of the page. */
    List<Signatory> signatories() {
        var signatories = new ArrayList<Signatory>();
        var seen = new HashSet<String>();
        for (Signer signer : signers) {
            String name = names.asAttending(signer.name());
            if (seen.add(name)) {
                signatories.add(signer.signatory(name, roles.get(name)));
            }
        }
        return signatories;
    }

    /** Labels that say again what the one before them said. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }
}
