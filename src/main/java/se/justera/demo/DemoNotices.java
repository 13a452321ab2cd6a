package se.justera.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;
import se.justera.notice.Announcements;
import se.justera.notice.NoticeBoard;
import se.justera.notice.NoticeBoards;
import se.justera.notice.Office;
import se.justera.notice.Vouched;

/** The notice boards of the demo association's members, and a notice on them. */
@Component
@Profile("demo")
class DemoNotices {

    private static final Actor ADMINISTRATOR = Actor.staff("admin");
    private static final Actor REGISTRAR = Actor.staff("registrar");
    private static final String VOUCHER = "Rut Anslagsdotter";

    private final NoticeBoards boards;
    private final Announcements announcements;

    DemoNotices(NoticeBoards boards, Announcements announcements) {
        this.boards = boards;
        this.announcements = announcements;
    }

    void putUpBoards(TenantId tenant) {
        boards.add(tenant, ADMINISTRATOR, "Exempelbygdens kommun", "https://exempelbygden.example/anslagstavla");
        boards.add(tenant, ADMINISTRATOR, "Region Mellanbygd", "https://mellanbygd.example/anslagstavla");
        boards.move(
                tenant,
                ADMINISTRATOR,
                new Office("Förbundets kansli, Provgatan 1, Exempelstad", DemoDrafts.address("registrator")));
    }

    /** On all boards, today. */
    void post(TenantId tenant, MinutesId minutes) {
        for (NoticeBoard board : boards.of(tenant)) {
            var today = new Vouched(board.id(), announcements.today(), VOUCHER);
            announcements.post(tenant, REGISTRAR, minutes, null, today);
        }
    }
}
