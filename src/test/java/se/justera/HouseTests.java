package se.justera;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Repository;

/** The house keeps its own rules: who may know whom, and what only one module may do. */
class HouseTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("se.justera");

    @Test
    void modulesKnowOnlyWhomTheyMay() {
        ApplicationModules.of(Justera.class).verify();
    }

    @Test
    void onlyTheProcessKnowsTheEngine() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("se.justera.process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda.."));
    }

    @Test
    void onlyTrustSigningAndValidationKnowDss() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("se.justera.trust..", "se.justera.signing..", "se.justera.validation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("eu.europa.esig.."));
    }

    @Test
    void onlyDocumentSigningAndValidationKnowPdfBox() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("se.justera.document..", "se.justera.signing..", "se.justera.validation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.pdfbox.."));
    }

    @Test
    void timeComesFromTheClock() {
        holds(noClasses().should().callMethod(Instant.class, "now"));
        holds(noClasses().should().callMethod(LocalDate.class, "now"));
        holds(noClasses().should().callMethod(ZonedDateTime.class, "now"));
        holds(noClasses().should().callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void nothingIsInjectedIntoFields() {
        holds(noFields().should().beAnnotatedWith(Autowired.class));
    }

    @Test
    void repositoriesAreNotPublic() {
        holds(classes().that().areAnnotatedWith(Repository.class).should().notBePublic());
    }

    private static void holds(ArchRule rule) {
        rule.check(HOUSE);
    }
}
