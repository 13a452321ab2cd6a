package se.justera.desk.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The public start page and the staff's sign-in. */
@Controller
class FrontPages {

    private final boolean demo;

    FrontPages(Environment environment) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/")
    String start(Model model) {
        model.addAttribute("demo", demo);
        return "index";
    }

    @GetMapping("/login")
    String signIn(HttpServletRequest request, Model model) {
        boolean waits = request.getParameter("wait") != null;
        model.addAttribute("waits", waits);
        model.addAttribute("failed", waits || request.getParameter("error") != null);
        return "login";
    }
}
