package se.justera.intake;

import static se.justera.intake.WordPages.bold;
import static se.justera.intake.WordPages.bullet;
import static se.justera.intake.WordPages.cell;
import static se.justera.intake.WordPages.docx;
import static se.justera.intake.WordPages.heading;
import static se.justera.intake.WordPages.noteCall;
import static se.justera.intake.WordPages.p;
import static se.justera.intake.WordPages.row;
import static se.justera.intake.WordPages.run;
import static se.justera.intake.WordPages.table;
import static se.justera.intake.WordPages.texts;
import static se.justera.intake.WordPages.wide;

/** Two more habits of minutes typed in Word, written before anybody looked at how the import reads them. */
final class InventedWordFiles {

    private InventedWordFiles() {}

    /** A table of members, substitutes and organisations; §§ with their year; signatures in two columns of tabs. */
    static byte[] membersBesideSubstitutes() {
        return docx(
                p("Styrelseprotokoll 4/2026")
                        + table(
                                texts("Datum och tid", "2026-06-11, kl 13.00–15.45"),
                                texts("Plats", "Folkets park, Hedmyra"),
                                texts("Paragrafer", "§§ 31/2026–36/2026"))
                        + table(
                                texts("Ledamöter", "Ersättare", "Organisation"),
                                texts("Vera Lindroos (S), ordförande", "Aron Bengtson (S)", "Hedmyra kommun"),
                                texts("Dag Hellsten (M), vice ordförande", "", "Region Dalälven"),
                                texts("Susanna Kvarn", "Ilse Brandel, tjänstgörande", "Försäkringskassan"),
                                texts("Mehdi Karimi", "Tyra Sol", "Arbetsförmedlingen"))
                        + p("Frånvarande: Susanna Kvarn, Tyra Sol")
                        + p("Övriga: Eskil Norén, verksamhetschef; Doris Apell, administratör; Paul Ryd, revisor § 33")
                        + heading(1, "§ 31/2026 Mötets öppnande")
                        + p("Ordförande hälsade välkommen.")
                        + heading(1, "§ 32/2026 Val av justerare")
                        + p("Mehdi Karimi valdes.")
                        + heading(1, "§ 33/2026 Revisionsrapport")
                        + "<w:p>" + run("Paul Ryd föredrog rapporten om intern kontroll") + noteCall(2)
                        + run(", som inte har några anmärkningar.") + "</w:p>"
                        + bold("Beslut")
                        + p("Styrelsen beslutade")
                        + bullet("att tacka för rapporten")
                        + bullet("att uppdra åt verksamhetschefen att se över attestordningen.")
                        + heading(1, "§ 34/2026 Ny insats: Gröna Steg")
                        + heading(2, "Bakgrund")
                        + p("Hedmyra kommun söker 600 tkr.")
                        + heading(2, "Diskussion")
                        + p("Styrelsen ser positivt på insatsen men saknar en plan för uppföljning.")
                        + p("Beslut: Styrelsen beslutade att återremittera ansökan.")
                        + heading(1, "§ 35/2026 Nästa möte")
                        + p("2026-09-17 kl 13.00 i Hedmyra.")
                        + heading(1, "§ 36/2026 Avslutning")
                        + p("Ordförande avslutade mötet.")
                        + p("Vid protokollet\t\t\tJusteras")
                        + p("")
                        + p("............................\t\t............................")
                        + p("Doris Apell\t\t\tVera Lindroos")
                        + p("Sekreterare\t\t\tOrdförande")
                        + p("")
                        + p("\t\t\t............................")
                        + p("\t\t\tMehdi Karimi")
                        + p("\t\t\tJusterare"),
                p("Samordningsförbundet Hedmyra-Dalälven\tSida 1(3)"),
                p("Org.nr 222000-4417\twww.hedmyradal.example"),
                "Enligt förbundsordningen § 14.");
    }

    /** A committee's template: cover table with ANSLAG at its foot, matters with a margin number and bold sub-headings. */
    static byte[] templateOfACommittee() {
        return docx(
                table(
                                row(
                                        cell(p("Plats och tid")),
                                        wide(2, p("Rådhuset, sal B, torsdagen den 9 april 2026 kl. 08.30–11.20"))),
                                row(
                                        cell(p("Beslutande ledamöter")),
                                        wide(
                                                2,
                                                p("Gunnel Ahlbäck (C), ordförande"),
                                                p("Stefan Murati (S), 2:e vice ordförande"),
                                                p("Yvonne Krook (L) ej § 21 på grund av jäv"),
                                                p("Nils-Erik Sand (SD)"),
                                                p("Amina Warsame (V), tjg ersättare för Per Holm (V)"))),
                                row(
                                        cell(p("Närvarande ersättare")),
                                        wide(2, p("Olga Petterson (C)"), p("Rune Falk (M) §§ 19–20"))),
                                row(
                                        cell(p("Övriga deltagare")),
                                        wide(
                                                2,
                                                p("Miljöchef Kajsa Lööf"),
                                                p("Livsmedelsinspektör Henrik Dahl § 20"),
                                                p("Nämndsekreterare Britta Zetterlund"))),
                                row(cell(p("Justerare")), wide(2, p("Nils-Erik Sand"))),
                                row(cell(p("Justeringens tid och plats")), wide(2, p("2026-04-16, Miljökontoret"))),
                                row(cell(p("Paragrafer")), wide(2, p("18–22"))),
                                row(cell(p("Underskrifter"), p("Sekreterare")), wide(2, p("Britta Zetterlund"))),
                                row(cell(p("Ordförande")), wide(2, p("Gunnel Ahlbäck"))),
                                row(cell(p("Justerare")), wide(2, p("Nils-Erik Sand"))))
                        + bold("BEVIS OM ANSLAG")
                        + table(
                                texts(
                                        "Protokollet är justerat. Justeringen har tillkännagivits på kommunens anslagstavla."),
                                texts("Sammanträdesdatum", "2026-04-09"),
                                texts("Anslaget publiceras", "2026-04-17", "Anslaget avpubliceras", "2026-05-09"),
                                texts("Förvaringsplats", "Miljökontoret"),
                                texts("Underskrift", "Britta Zetterlund"))
                        + p("MBN § 18")
                        + bold("Val av justerare")
                        + bold("Beslut")
                        + p("Miljö- och byggnämnden beslutar att utse Nils-Erik Sand till justerare.")
                        + p("MBN § 19\tDnr MBN-2026-118")
                        + bold("Tillsynsplan 2026")
                        + bold("Beslut")
                        + p("Miljö- och byggnämnden beslutar")
                        + p("att\tanta tillsynsplanen, samt")
                        + p("att\tsända planen till länsstyrelsen för kännedom.")
                        + bold("Ärendet i korthet")
                        + p("Planen utgår från nämndens behovsutredning.")
                        + bold("Handlingar i ärendet")
                        + bullet("Tillsynsplan 2026")
                        + bullet("Tjänsteskrivelse 2026-03-27")
                        + bold("Beslutet delges")
                        + p("Länsstyrelsen")
                        + p("MBN § 20\tDnr MBN-2026-90")
                        + bold("Information om livsmedelskontrollen")
                        + p("Henrik Dahl informerar. Antalet kontroller är 143, mot planerade 150.")
                        + bold("Beslut")
                        + p("Informationen läggs till handlingarna.")
                        + p("MBN § 21\tDnr MBN-2026-101")
                        + bold("Bygglov för garage, Lärkan 7")
                        + bold("Jäv")
                        + p("Yvonne Krook (L) anmäler jäv och lämnar lokalen.")
                        + bold("Beslut")
                        + p("Bygglov beviljas. Avgiften fastställs till 14 300 kronor.")
                        + bold("Hur man överklagar")
                        + p("Beslutet kan överklagas hos länsstyrelsen inom tre veckor.")
                        + p("MBN § 22")
                        + bold("Övrigt")
                        + p("Nämnden önskar glad vår."),
                table(
                        texts("Miljö- och byggnämnden", "SAMMANTRÄDESPROTOKOLL", "Sida 1 (5)"),
                        texts("Rosenfors kommun", "2026-04-09", "")),
                table(texts("Justerandes sign", "Utdragsbestyrkande", "")));
    }
}
