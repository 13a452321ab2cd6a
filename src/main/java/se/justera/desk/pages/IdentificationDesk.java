package se.justera.desk.pages;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.justera.access.CurrentStaff;
import se.justera.identification.AssociationRules;
import se.justera.identification.Capacity;
import se.justera.identification.IdentificationRules;
import se.justera.identification.Identifications;
import se.justera.identification.Level;
import se.justera.signing.Signing;

/** Where the administrator decides how people identify themselves, how surely, and whose keys sign. */
@Controller
@RequestMapping("/desk/identification")
class IdentificationDesk {

    private static final Logger LOG = LoggerFactory.getLogger(IdentificationDesk.class);
    private static final String PAGE = "desk/identification";
    private static final String HERE = "redirect:/desk/identification";

    private final Identifications identifications;
    private final IdentificationRules rules;
    private final Signing signing;
    private final RuleChanges changes;

    IdentificationDesk(
            Identifications identifications, IdentificationRules rules, Signing signing, RuleChanges changes) {
        this.identifications = identifications;
        this.rules = rules;
        this.signing = signing;
        this.changes = changes;
    }

    @GetMapping
    ModelAndView show(CurrentStaff staff) {
        return page(staff, rules.of(staff.tenant()), List.of());
    }

    @PostMapping
    ModelAndView decide(
            CurrentStaff staff, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes after) {
        var form = new IdentificationForm(typed, identifications.all(), signing.keySources());
        AssociationRules wanted = form.rules();
        List<String> faults = form.faults();
        if (!faults.isEmpty()) {
            ModelAndView page = page(staff, wanted, faults);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        rules.decide(staff, wanted);
        LOG.info("{} decided how people of {} identify themselves", staff.actor(), staff.tenant());
        after.addFlashAttribute("done", "desk.identification.done");
        return new ModelAndView(HERE);
    }

    @PostMapping("/numbers")
    ModelAndView registerNumber(
            CurrentStaff staff,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            RedirectAttributes after) {
        try {
            rules.registerNumber(staff, name.strip(), number);
        } catch (IllegalArgumentException e) {
            ModelAndView page = page(staff, rules.of(staff.tenant()), List.of("desk.identification.fault.number"));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        LOG.info("{} registered a personal number", staff.actor());
        after.addFlashAttribute("done", "desk.identification.numberDone");
        return new ModelAndView(HERE);
    }

    private ModelAndView page(CurrentStaff staff, AssociationRules shown, List<String> faults) {
        var page = new ModelAndView(PAGE);
        page.addAllObjects(Map.of(
                "rules", shown,
                "capacities", Capacity.values(),
                "methods", identifications.all(),
                "levels", Level.values(),
                "sources", signing.keySources(),
                "numbers", identifications.asksForNumbers(),
                "changes", changes.of(staff.tenant()),
                "faults", faults));
        return page;
    }
}
