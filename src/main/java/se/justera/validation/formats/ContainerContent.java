package se.justera.validation.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import se.justera.validation.CannotBeRead;
import se.justera.validation.Unreadable;
import se.justera.validation.structure.Fault;
import se.justera.validation.structure.Finding;

/**
 * The files in an ASiC container (ETSI EN 319 162-1). What its table of contents says must be what stands in front of
 * each file: DSS reads the one, most programs the other.
 */
final class ContainerContent {

    private static final int MOST_FILES = 1000;
    private static final long MOST_BYTES = 200L << 20;
    private static final String SIGNATURES = "META-INF/";

    private final byte[] file;

    ContainerContent(byte[] file) {
        this.file = file;
    }

    /** A file in the container: its name and checksum. */
    private record Item(String name, long crc) {}

    boolean signedWithXml() throws CannotBeRead {
        return names().stream().anyMatch(name -> isSignature(name) && name.endsWith(".xml"));
    }

    List<Finding> findings() throws CannotBeRead {
        List<Item> listed = listed();
        if (listed.stream().noneMatch(item -> isSignature(item.name()))) {
            throw new CannotBeRead(Unreadable.NOT_A_PDF);
        }
        Set<String> names = new HashSet<>();
        boolean twice = listed.stream().anyMatch(item -> !names.add(item.name()));
        return twice || !listed.equals(inLine()) ? List.of(Finding.of(Fault.BYTE_RANGE_ODD, null)) : List.of();
    }

    private static boolean isSignature(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(SIGNATURES)
                && lower.contains("signature")
                && (lower.endsWith(".xml") || lower.endsWith(".p7s") || lower.endsWith(".p7m"));
    }

    private List<String> names() throws CannotBeRead {
        try (ZipFile zip = open()) {
            return Collections.list(zip.getEntries()).stream()
                    .map(ZipArchiveEntry::getName)
                    .toList();
        } catch (IOException e) {
            throw new CannotBeRead(Unreadable.DAMAGED);
        }
    }

    private ZipFile open() throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get();
    }

    /** By the table of contents, in the order of the bytes. */
    private List<Item> listed() throws CannotBeRead {
        try (ZipFile zip = open()) {
            List<Item> items = new ArrayList<>();
            long left = MOST_BYTES;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    throw new CannotBeRead(Unreadable.ENCRYPTED);
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    left = add(items, entry.getName(), in, left);
                }
            }
            return items;
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotBeRead(Unreadable.DAMAGED);
        }
    }

    /** One after the other, as DSS reads it. */
    private List<Item> inLine() throws CannotBeRead {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            List<Item> items = new ArrayList<>();
            long left = MOST_BYTES;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                left = add(items, entry.getName(), in, left);
            }
            return items;
        } catch (ZipException e) {
            return List.of();
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotBeRead(Unreadable.DAMAGED);
        }
    }

    private static long add(List<Item> items, String name, InputStream in, long left) throws IOException, CannotBeRead {
        CRC32 crc = new CRC32();
        byte[] some = new byte[8192];
        long rest = left;
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            crc.update(some, 0, read);
            rest -= read;
            if (rest < 0) {
                throw new CannotBeRead(Unreadable.ARCHIVE_TOO_LARGE);
            }
        }
        if (items.size() >= MOST_FILES) {
            throw new CannotBeRead(Unreadable.ARCHIVE_TOO_LARGE);
        }
        items.add(new Item(name, crc.getValue()));
        return rest;
    }
}
