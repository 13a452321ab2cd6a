package se.justera.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /demo/mail}: what the mail catcher has caught, for whoever tries the service out. */
@Controller
@Profile("demo")
@RequestMapping("/demo/mail")
class DemoMailPage {

    private static final int SHOWN = 100;

    private final MailFolder mails;

    DemoMailPage(MailFolder mails) {
        this.mails = mails;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("mails", mails.mails().stream().limit(SHOWN).toList());
        return "demo/mails";
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, Model model) {
        return mails.mail(id)
                .map(mail -> {
                    model.addAttribute("mail", mail);
                    model.addAttribute("lines", mail.text().lines().toList());
                    return "demo/mail";
                })
                .orElse("redirect:/demo/mail");
    }

    @GetMapping("/{id}/{name}")
    ResponseEntity<byte[]> attachment(@PathVariable String id, @PathVariable String name) {
        return mails.attachment(id, name)
                .map(pdf -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.inline()
                                        .filename(name)
                                        .build()
                                        .toString())
                        .body(pdf))
                .orElse(ResponseEntity.notFound().build());
    }
}
