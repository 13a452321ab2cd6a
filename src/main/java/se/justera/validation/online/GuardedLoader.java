package se.justera.validation.online;

import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** One kind of what DSS fetches for a file. */
final class GuardedLoader implements DataLoader {

    private static final long serialVersionUID = 1L;

    private final transient CallsOfAFile calls;
    private final long largest;

    GuardedLoader(CallsOfAFile calls, DataSize largest) {
        this.calls = calls;
        this.largest = largest.toBytes();
    }

    @Override
    public byte[] get(String url) {
        return answer(url, null);
    }

    @Override
    public DataAndUrl get(List<String> urls) {
        for (String url : urls) {
            byte[] answer = calls.answer(url, null, largest).orElse(null);
            if (answer != null) {
                return new DataAndUrl(url, answer);
            }
        }
        throw new DSSExternalResourceException("none of the addresses gave anything");
    }

    @Override
    public byte[] post(String url, byte[] content) {
        return answer(url, content);
    }

    private byte[] answer(String url, byte @Nullable [] question) {
        return calls.answer(url, question, largest)
                .orElseThrow(() -> new DSSExternalResourceException("the address gave nothing"));
    }

    @Override
    public void setContentType(String contentType) {
        // what is posted is an OCSP request always
    }
}
