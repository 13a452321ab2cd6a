package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.minutes.Draft;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Nothing in a draft reaches the network or the file system while it is set, whatever stands in every text of it. */
class NothingIsFetchedTests {

    private static final String CANARY = "kanariefågel";

    private final ArchiveTypesetter typesetter = new ArchiveTypesetter(Clock.systemUTC());

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='NET/a.png'/><img src='FILE'/><img src='data:image/png;base64,iVBORw0KGgo='/>",
                "<img src='letterhead:logo'/><object data='NET'/><iframe src='FILE'/><embed src='NET'/>",
                "![bild](NET/b.png) ![fil](FILE) [länk](NET/c) [fil](FILE) [data](data:text/html,x) <NET/d>",
                "[a]: NET/e \"t\" [a] [jar](jar:FILE!/x) [klass](classpath:application.yaml)",
                "</style><style>body{background:url(NET/f.png)} @import url('FILE'); @font-face{src:url(NET/g.ttf)}",
                "<link rel='stylesheet' href='NET/h.css'/><?xml-stylesheet href='NET/i.css'?><base href='NET/'/>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'FILE'><!ENTITY n SYSTEM 'NET/j'>]>&e;&n;",
                "<x xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='FILE' parse='text'/></x>",
                "<svg><image href='NET/k.png'/><use href='FILE#x'/></svg><math href='NET/l'/>",
                "\" style=\"background:url(NET/m)\" onload=\"x\" href=\"FILE",
                "' src='NET/n' x='"
            })
    void whateverStandsInEveryTextOfIt(String hostile) throws Exception {
        Path canary = Files.writeString(folder.resolve("canary.txt"), CANARY);
        try (var server = new ServerSocket(0)) {
            server.setSoTimeout(20);
            String text = hostile.replace("NET", "http://127.0.0.1:" + server.getLocalPort())
                    .replace("FILE", canary.toUri().toString());
            Draft draft = withEverywhere(text);
            byte[] sealable = typesetter.sealablePdf(Drafts.order(draft));
            byte[] drafted = typesetter.draftPdf(draft);
            String html = typesetter.html(draft, Locale.ENGLISH);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
            for (String shown : Stream.of(PdfReader.text(sealable), PdfReader.text(drafted), html)
                    .toList()) {
                assertThat(shown).doesNotContain(CANARY);
            }
            assertThat(pictures(sealable)).isZero();
            assertThat(html).doesNotContain("<img", "<style", "<link", "<iframe", "<object", "<svg", "href=\"file");
        }
    }

    /** If this fails, the test above could not see a connection. */
    @Test
    void theListeningServerWouldNoticeAConnection() throws Exception {
        try (var server = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());
                var caller = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), server.getLocalPort())) {
            server.setSoTimeout(2_000);
            assertThat(server.accept().getPort()).isEqualTo(caller.getLocalPort());
        }
    }

    private static Draft withEverywhere(String text) {
        var json = (ObjectNode) Drafts.JSON.valueToTree(Drafts.read("deliberation"));
        replace(json, text);
        return Drafts.parse(json.toString());
    }

    private static void replace(ObjectNode node, String text) {
        for (String name : node.propertyNames().stream().collect(Collectors.toList())) {
            var value = node.get(name);
            if (value instanceof ObjectNode object) {
                replace(object, text);
            } else if (value instanceof ArrayNode array) {
                array.forEach(each -> {
                    if (each instanceof ObjectNode object) {
                        replace(object, text);
                    }
                });
            } else if (value instanceof StringNode written && isFree(name, written.stringValue())) {
                node.put(name, text);
            }
        }
    }

    /** Not a date, a time, a mark or a coded value. */
    private static boolean isFree(String name, String value) {
        return !name.equals("mark") && !value.matches("[A-Z_]{2,}|\\d{4}-\\d{2}-\\d{2}|\\d{2}:\\d{2}(:\\d{2})?");
    }

    private static long pictures(byte[] pdf) {
        return PdfReader.with(pdf, document -> {
            long found = 0;
            for (var page : document.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    found += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
            return found;
        });
    }
}
