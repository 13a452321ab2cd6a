package se.justera.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Service;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import se.justera.notify.Letter.Enclosure;

/** Writes letters from their templates and hands them to the SMTP server. */
@Service
class SmtpPostOffice implements PostOffice {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final JavaMailSender smtp;
    private final TemplateEngine templates;
    private final NotifyConfiguration.Sender sender;

    SmtpPostOffice(
            JavaMailSender smtp,
            @Qualifier("letterTemplates") TemplateEngine templates,
            NotifyConfiguration.Sender sender) {
        this.smtp = smtp;
        this.templates = templates;
        this.sender = sender;
    }

    @Override
    public void send(Letter letter) {
        try {
            smtp.send(write(letter));
        } catch (MailException | MessagingException e) {
            throw new LetterNotSent(
                    "the mail server did not take the letter \"" + letter.template() + "\": "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    private MimeMessage write(Letter letter) throws MessagingException {
        String text = templates.process(letter.template(), new Context(SWEDISH, letter.facts()));
        String subject = text.lines().findFirst().orElse("").strip();
        String body = text.substring(text.indexOf('\n') + 1).stripLeading();
        MimeMessage message = smtp.createMimeMessage();
        var mime = new MimeMessageHelper(message, !letter.enclosures().isEmpty(), StandardCharsets.UTF_8.name());
        mime.setFrom(sender.from());
        mime.setTo(letter.to());
        mime.setSubject(subject);
        mime.setText(body);
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no absence notes in return
        for (Enclosure enclosure : letter.enclosures()) {
            mime.addAttachment(enclosure.fileName(), new ByteArrayResource(enclosure.pdf()), "application/pdf");
        }
        return message;
    }
}
