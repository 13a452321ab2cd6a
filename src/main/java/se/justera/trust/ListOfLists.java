package se.justera.trust;

import eu.europa.esig.dss.model.tsl.LOTLInfo;
import eu.europa.esig.dss.model.tsl.TLValidationJobSummary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.http.commons.CommonsDataLoader;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A list of trusted lists on the net and the lists that it names. Only what is signed by whom the list above it names and
 * is not out of date vouches for anything.
 */
final class ListOfLists {

    private final TrustedListsCertificateSource source = new TrustedListsCertificateSource();
    private final TLValidationJob job = new TLValidationJob();
    private final String url;
    private final Clock clock;

    ListOfLists(TrustedListSettings settings, Clock clock) {
        this.url = Objects.requireNonNull(settings.lotlUrl()).toString();
        this.clock = clock;
        job.setListOfTrustedListSources(lotl(settings));
        job.setTrustedListCertificateSource(source);
        job.setOfflineDataLoader(loader(settings, new IgnoreDataLoader(), -1));
        job.setOnlineDataLoader(loader(settings, online(settings), 0));
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

    private static CommonsDataLoader online(TrustedListSettings settings) {
        int millis = Math.toIntExact(settings.timeout().toMillis());
        CommonsDataLoader loader = new CommonsDataLoader();
        loader.setTimeoutConnection(millis);
        loader.setTimeoutConnectionRequest(millis);
        loader.setTimeoutResponse(millis);
        loader.setTimeoutSocket(millis);
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
            states.add(ListState.of(lotl.getUrl(), lotl, false, clock.instant()));
            lotl.getTLInfos().forEach(list -> states.add(ListState.of(list.getUrl(), list, false, clock.instant())));
        }
        return states;
    }
}
