package se.justera.validation.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** How large the table of contents at the end of a ZIP file is: it is held in memory whole. */
enum CentralDirectory {
    FITTING,
    TOO_LARGE;

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;

    /** About a hundred thousand names. */
    private static final long LIMIT = 16L << 20;

    /** What cannot be found is left to the reader, which fails. */
    static CentralDirectory of(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            long length = channel.size();
            int read = (int) Math.min(length, END_LENGTH + LONGEST_COMMENT);
            ByteBuffer tail = ByteBuffer.allocate(read).order(ByteOrder.LITTLE_ENDIAN);
            while (tail.hasRemaining() && channel.read(tail, length - read + tail.position()) >= 0) {
                // until the tail is there
            }
            return judge(tail, length - read);
        } catch (IOException e) {
            return FITTING;
        }
    }

    private static CentralDirectory judge(ByteBuffer tail, long before) {
        for (int at = tail.position() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                long start = Integer.toUnsignedLong(tail.getInt(at + 16));
                boolean elsewhere = start == 0xffffffffL; // ZIP64 says it in a record of its own, just before
                long size = elsewhere ? Integer.toUnsignedLong(tail.getInt(at + 12)) : before + at - start;
                return size > LIMIT ? TOO_LARGE : FITTING;
            }
        }
        return FITTING;
    }
}
