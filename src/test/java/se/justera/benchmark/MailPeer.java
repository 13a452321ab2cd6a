package se.justera.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The other end of SMTP (RFC 5321) in a load run: takes every letter whole, by blocks, and counts it. An operator's mail
 * server runs on another machine; demo mode's catcher takes letters byte by byte, which would be measured with the house.
 */
final class MailPeer implements AutoCloseable {

    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService hands = Executors.newCachedThreadPool();
    private final AtomicLong letters = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    MailPeer() throws IOException {
        hands.execute(this::listen);
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                hands.execute(() -> serve(caller));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    int port() {
        return door.getLocalPort();
    }

    long letters() {
        return letters.get();
    }

    long bytes() {
        return bytes.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        hands.shutdownNow();
    }

    private void serve(Socket caller) {
        try (caller;
                InputStream in = caller.getInputStream();
                OutputStream out = caller.getOutputStream()) {
            var received = new Received(in);
            answer(out, "220 localhost");
            String command = received.line();
            while (!command.startsWith("QUIT")) {
                obey(command, received, out);
                command = received.line();
            }
            answer(out, "221 bye");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void obey(String command, Received received, OutputStream out) throws IOException {
        if (command.startsWith("DATA")) {
            answer(out, "354 go on");
            bytes.addAndGet(received.until(END));
            letters.incrementAndGet();
        }
        answer(out, "250 OK");
    }

    private static void answer(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** What has come, read by blocks. */
    private static final class Received {

        private static final byte[] LINE_END = {'\r', '\n'};

        private final InputStream in;
        private final byte[] block = new byte[64 * 1024];
        private int from;
        private int to;

        Received(InputStream in) {
            this.in = in;
        }

        String line() throws IOException {
            var line = new StringBuilder();
            int matched = 0;
            while (matched < LINE_END.length) {
                byte next = next();
                matched = next == LINE_END[matched] ? matched + 1 : 0;
                line.append((char) next);
            }
            return line.toString().strip().toUpperCase(Locale.ROOT);
        }

        /** @return how many bytes came, the mark included */
        long until(byte[] mark) throws IOException {
            long count = 0;
            int matched = 0;
            while (matched < mark.length) {
                byte next = next();
                count++;
                matched = next == mark[matched] ? matched + 1 : next == mark[0] ? 1 : 0;
            }
            return count;
        }

        private byte next() throws IOException {
            if (from == to) {
                to = in.read(block);
                from = 0;
            }
            if (to < 0) {
                throw new IOException("the caller has gone");
            }
            return block[from++];
        }
    }
}
