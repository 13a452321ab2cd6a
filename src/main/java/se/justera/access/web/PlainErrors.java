package se.justera.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/** The page for what went wrong before or outside a controller: what happened and what to do, in plain words. */
@Component
class PlainErrors implements ErrorViewResolver {

    private final MessageSource messages;
    private final LocaleResolver languages;

    PlainErrors(MessageSource messages, LocaleResolver languages) {
        this.messages = messages;
        this.languages = languages;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        Locale locale = languages.resolveLocale(request);
        var page = new ModelAndView("error", status);
        page.addObject("title", words(status, "title", locale));
        page.addObject("detail", words(status, "detail", locale));
        return page;
    }

    private String words(HttpStatus status, String part, Locale locale) {
        String general = "error." + (status.is4xxClientError() ? 400 : 500) + "." + part;
        String otherwise = messages.getMessage(general, null, locale);
        String words = messages.getMessage("error." + status.value() + "." + part, null, otherwise, locale);
        return words == null ? otherwise : words;
    }
}
