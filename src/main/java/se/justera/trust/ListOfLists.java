package se.justera.trust;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.tsl.LOTLInfo;
import eu.europa.esig.dss.model.tsl.ParsingInfoRecord;
import eu.europa.esig.dss.model.tsl.TLInfo;
import eu.europa.esig.dss.model.tsl.TLValidationJobSummary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.http.commons.FileCacheDataLoader;
import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.client.http.IgnoreDataLoader;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.tsl.function.OfficialJournalSchemeInformationURI;
import eu.europa.esig.dss.tsl.function.TLPredicateFactory;
import eu.europa.esig.dss.tsl.job.TLValidationJob;
import eu.europa.esig.dss.tsl.source.LOTLSource;
import eu.europa.esig.dss.tsl.sync.ExpirationAndSignatureCheckStrategy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A list of trusted lists on the net and the lists that it names. Only what is signed by whom the list above it names and
 * is not out of date vouches for anything.
 */
final class ListOfLists {

    private final TrustedListsCertificateSource source = new TrustedListsCertificateSource();
    private final TLValidationJob job = new TLValidationJob();
    private final FileCacheDataLoader kept;
    private final String announcement;
    private final String url;
    private final Clock clock;

    ListOfLists(TrustedListSettings settings, Clock clock) {
        this.url = Objects.requireNonNull(settings.lotlUrl()).toString();
        this.clock = clock;
        job.setListOfTrustedListSources(lotl(settings));
        job.setTrustedListCertificateSource(source);
        this.announcement = settings.announcementUrl();
        this.kept = loader(settings, new IgnoreDataLoader(), -1);
        job.setOfflineDataLoader(kept);
        job.setOnlineDataLoader(loader(settings, new BoundedLoader(settings.timeout(), settings.largest()), 0));
        job.setSynchronizationStrategy(new ExpirationAndSignatureCheckStrategy());
    }

    private LOTLSource lotl(TrustedListSettings settings) {
        LOTLSource lotl = new LOTLSource();
        lotl.setUrl(url);
        lotl.setCertificateSource(signers(settings));
        lotl.setPivotSupport(true);
        lotl.setSigningCertificatesAnnouncementPredicate(
                new OfficialJournalSchemeInformationURI(settings.announcementUrl()));
        lotl.setLotlPredicate(TLPredicateFactory.createEULOTLPredicate());
        lotl.setTlPredicate(TLPredicateFactory.createEUTLPredicate());
        TrustedList.forSignatures(lotl);
        return lotl;
    }

    private static CertificateSource signers(TrustedListSettings settings) {
        CertificateSource signers = new CommonCertificateSource();
        settings.lotlSigners().stream()
                .flatMap(file -> Certificates.read(Locations.of(file)).stream())
                .forEach(certificate -> signers.addCertificate(new CertificateToken(certificate)));
        return signers;
    }

    private static FileCacheDataLoader loader(TrustedListSettings settings, DataLoader from, long expires) {
        FileCacheDataLoader loader = new FileCacheDataLoader(from);
        loader.setFileCacheDirectory(settings.cache().toFile());
        loader.setCacheExpirationTime(expires);
        return loader;
    }

    /** The lists fetched last, whatever the network does. */
    void readCache() {
        job.offlineRefresh();
    }

    void fetch() {
        job.onlineRefresh();
    }

    CertificateSource source() {
        return source;
    }

    /** Itself first. */
    List<ListState> states() {
        TLValidationJobSummary summary = source.getSummary();
        if (summary == null || summary.getLOTLInfos().isEmpty()) {
            return List.of(ListState.notYet(url));
        }
        List<ListState> states = new ArrayList<>();
        for (LOTLInfo lotl : summary.getLOTLInfos()) {
            states.add(state(lotl).remarked(signersElsewhere(lotl)));
            lotl.getTLInfos().forEach(list -> states.add(state(list)));
        }
        return states;
    }

    private ListState state(TLInfo list) {
        return ListState.of(list.getUrl(), list, false, clock.instant()).loadedAt(fetched(list.getUrl()));
    }

    /** When the copy in the cache was written: a start without a network does not make a list younger. */
    private @Nullable Instant fetched(String list) {
        try {
            return kept.getDocumentFromCache(list) instanceof FileDocument copy
                    ? Instant.ofEpochMilli(copy.getFile().lastModified())
                    : null;
        } catch (DSSException e) {
            return null;
        }
    }

    /** A new publication may replace the signers altogether: their certificates have to be looked up by people. */
    private @Nullable String signersElsewhere(LOTLInfo lotl) {
        ParsingInfoRecord content = lotl.getParsingCacheInfo();
        String named = content == null ? null : content.getSigningCertificateAnnouncementUrl();
        return named == null || named.equals(announcement)
                ? null
                : "it names %s as the publication of its signers, justera.trust.lists.announcement-url another: see whether justera.trust.lists.lotl-signers are still the right ones"
                        .formatted(named);
    }
}
