package se.justera.validation.web;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /validate/ADDRESS/changes/PAGE/before.png} and {@code after.png}: the pages of an upload that was changed. */
@RestController
class ChangePictures {

    private final KeptChanges kept;

    ChangePictures(KeptChanges kept) {
        this.kept = kept;
    }

    @GetMapping(
            value = "/validate/{address:[\\w-]{22}}/changes/{number:\\d{1,4}}/{side:before|after}.png",
            produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> picture(@PathVariable String address, @PathVariable int number, @PathVariable String side) {
        return kept.picture(address, number, "before".equals(side))
                .map(png ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(png))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
