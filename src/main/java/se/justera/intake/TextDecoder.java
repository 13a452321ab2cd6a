package se.justera.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a text file to characters: what a byte order mark says; else UTF-16 if every other byte is zero; else UTF-8
 * if the bytes are that; else Windows-1252.
 */
final class TextDecoder {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int SAMPLE = 4096;

    private TextDecoder() {}

    /** The text without its mark, or empty if the bytes are no text in any of these encodings. */
    static Optional<String> decode(byte[] bytes) {
        Charset utf16 = utf16(bytes);
        Optional<String> text = utf16 != null
                ? decode(bytes, utf16)
                : decode(bytes, StandardCharsets.UTF_8).or(() -> decode(bytes, WINDOWS));
        return text.map(t -> t.startsWith("\uFEFF") ? t.substring(1) : t).filter(TextDecoder::isText);
    }

    private static @Nullable Charset utf16(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (first == 0xFF && second == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (first == 0xFE && second == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return utf16WithoutMark(bytes);
    }

    /** Latin letters in UTF-16 have a zero byte each, always on the same side. */
    private static @Nullable Charset utf16WithoutMark(byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE) & ~1;
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < length; i += 2) {
            evenZeros += bytes[i] == 0 ? 1 : 0;
            oddZeros += bytes[i + 1] == 0 ? 1 : 0;
        }
        int many = length / 4;
        if (length >= 4 && oddZeros > many && evenZeros == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return length >= 4 && evenZeros > many && oddZeros == 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            var decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notThisCharset) {
            return Optional.empty();
        }
    }

    /** Pictures and archives decode as Windows-1252 too, but hold control characters that no text has. */
    private static boolean isText(String text) {
        long controls = text.chars()
                .filter(c -> c == 0 || (c < 0x20 && "\t\n\f\r\u000B\u001A".indexOf(c) < 0))
                .count();
        return controls * 500 <= text.length();
    }
}
