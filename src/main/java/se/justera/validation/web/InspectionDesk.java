package se.justera.validation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.justera.access.CurrentStaff;
import se.justera.validation.Verdict;
import se.justera.validation.inspection.Inspection;
import se.justera.validation.inspection.InspectionRefused;
import se.justera.validation.inspection.InspectionSettings;
import se.justera.validation.inspection.Inspections;

/** {@code /desk/inspections}: an auditor hands in a ZIP, watches how far it has come and takes the table home. */
@Controller
@RequestMapping(InspectionDesk.ADDRESS)
class InspectionDesk {

    static final String ADDRESS = "/desk/inspections";

    private static final String LIST = "validation/inspections";
    private static final String ID = "/{id:[0-9a-f-]{36}}";

    private final Inspections inspections;
    private final InspectionPages pages;
    private final InspectionSettings settings;

    InspectionDesk(Inspections inspections, InspectionPages pages, InspectionSettings settings) {
        this.inspections = inspections;
        this.pages = pages;
        this.settings = settings;
    }

    @GetMapping
    String all(CurrentStaff staff, Model model, Locale locale) {
        model.addAttribute("inspections", pages.lines(inspections.of(staff), locale));
        model.addAttribute("settings", settings);
        return LIST;
    }

    @PostMapping
    ModelAndView handIn(
            CurrentStaff staff, @RequestParam(required = false) MultipartFile file, Locale locale, Model model)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return refused(staff, "NOTHING", 0, locale, model);
        }
        Path zip = Files.createTempFile("justera-upload", ".zip");
        try {
            file.transferTo(zip);
            Inspection taken = inspections.handIn(staff, UploadedName.of(file), zip, locale);
            return new ModelAndView("redirect:" + ADDRESS + "/" + taken.id());
        } catch (InspectionRefused e) {
            return refused(staff, e.key(), e.limit(), locale, model);
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    private ModelAndView refused(CurrentStaff staff, String key, Object limit, Locale locale, Model model) {
        model.addAttribute("refused", key);
        model.addAttribute("limit", limit);
        return new ModelAndView(all(staff, model, locale), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** @param after the number of the last line of the page before */
    @GetMapping(ID)
    String one(
            CurrentStaff staff,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Verdict verdict,
            @RequestParam(defaultValue = "-1") int after,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var found = inspections.find(staff, id);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("gone", true);
            return all(staff, model, locale);
        }
        model.addAttribute("inspection", pages.line(found.get(), locale));
        model.addAttribute("table", pages.table(found.get(), verdict, after));
        return "validation/inspection";
    }

    @PostMapping(ID + "/removal")
    String remove(CurrentStaff staff, @PathVariable UUID id, RedirectAttributes next) {
        inspections.find(staff, id).ifPresent(found -> {
            inspections.remove(staff, found);
            next.addFlashAttribute("removed", found.name());
        });
        return "redirect:" + ADDRESS;
    }
}
