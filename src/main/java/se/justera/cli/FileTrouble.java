package se.justera.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in one sentence why a file could not be read or written. */
final class FileTrouble {

    private FileTrouble() {}

    static String sentence(IOException trouble, Path meant) {
        String file = trouble instanceof FileSystemException f && f.getFile() != null ? f.getFile() : meant.toString();
        if (trouble instanceof NoSuchFileException) {
            return file + ": there is no such file or folder.";
        }
        if (trouble instanceof AccessDeniedException) {
            return file + ": access is denied.";
        }
        return file + ": the file cannot be read or written.";
    }
}
