package se.justera.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The mails of demo mode: one {@code .eml} file each, named by the time they came. */
public final class MailFolder {

    private static final String ENDING = ".eml";
    private static final Session SESSION = Session.getInstance(new Properties());

    private final Path folder;
    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    MailFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    void keep(MimeMessage message) throws MessagingException {
        long at = last.updateAndGet(before -> Math.max(before + 1, clock.millis()));
        try {
            Files.createDirectories(folder);
            Path arriving = Files.createTempFile(folder, "arriving", ".tmp");
            try (OutputStream out = Files.newOutputStream(arriving)) {
                message.writeTo(out);
            }
            Files.move(arriving, folder.resolve(at + ENDING), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All mails, the newest first. */
    public List<CaughtMail> mails() {
        return files().map(this::read).toList();
    }

    /** The mails to this address, not older than {@code since}, whose subject starts so; the newest first. */
    public Stream<CaughtMail> to(String address, String subjectStart, Instant since) {
        return files().map(this::read)
                .takeWhile(mail -> !mail.at().isBefore(since))
                .filter(mail ->
                        mail.to().equalsIgnoreCase(address) && mail.subject().startsWith(subjectStart));
    }

    /** The newest of them. */
    public Optional<CaughtMail> newest(String address, String subjectStart, Instant since) {
        return to(address, subjectStart, since).findFirst();
    }

    public Optional<CaughtMail> mail(String id) {
        return file(id).map(this::read);
    }

    /** An attachment's bytes. */
    public Optional<byte[]> attachment(String id, String name) {
        return file(id).flatMap(file -> {
            try (InputStream in = Files.newInputStream(file)) {
                for (Part part : parts(new MimeMessage(SESSION, in))) {
                    if (name.equals(part.getFileName())) {
                        return Optional.of(part.getInputStream().readAllBytes());
                    }
                }
                return Optional.empty();
            } catch (IOException | MessagingException e) {
                throw new IllegalStateException("a mail of demo mode cannot be read", e);
            }
        });
    }

    private Optional<Path> file(String id) {
        if (!id.matches("\\d{1,19}")) {
            return Optional.empty();
        }
        return Optional.of(folder.resolve(id + ENDING)).filter(Files::isRegularFile);
    }

    private Stream<Path> files() {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all
                    .filter(path -> path.getFileName().toString().matches("\\d+\\.eml"))
                    .sorted(Comparator.comparing(MailFolder::millis).reversed())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long millis(Path file) {
        return Long.parseLong(file.getFileName().toString().replace(ENDING, ""));
    }

    private CaughtMail read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var message = new MimeMessage(SESSION, in);
            var text = new StringBuilder();
            var attachments = new ArrayList<String>();
            for (Part part : parts(message)) {
                if (part.getFileName() != null) {
                    attachments.add(part.getFileName());
                } else if (part.isMimeType("text/plain")) {
                    text.append(((String) part.getContent()).replace("\r\n", "\n"));
                }
            }
            long at = millis(file);
            return new CaughtMail(
                    "" + at,
                    Instant.ofEpochMilli(at),
                    message.getAllRecipients()[0].toString(),
                    message.getSubject(),
                    text.toString(),
                    attachments);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("a mail of demo mode cannot be read", e);
        }
    }

    private static List<Part> parts(Part part) throws MessagingException, IOException {
        if (!part.isMimeType("multipart/*")) {
            return List.of(part);
        }
        var multipart = (Multipart) part.getContent();
        var leaves = new ArrayList<Part>();
        for (int i = 0; i < multipart.getCount(); i++) {
            leaves.addAll(parts(multipart.getBodyPart(i)));
        }
        return leaves;
    }
}
