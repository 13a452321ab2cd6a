package se.justera.validation.web;

import org.springframework.web.multipart.MultipartFile;

/** The name that an upload came with: repeated, never used as a path. */
final class UploadedName {

    private UploadedName() {}

    static String of(MultipartFile upload) {
        String name = upload.getOriginalFilename();
        return name == null ? "" : name;
    }
}
