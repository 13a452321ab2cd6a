package se.justera.trust;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.tsl.TLInfo;
import eu.europa.esig.dss.spi.client.http.DSSCacheFileLoader;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.tsl.function.GrantedOrRecognizedAtNationalLevelTrustAnchorPeriodPredicate;
import eu.europa.esig.dss.tsl.job.TLValidationJob;
import eu.europa.esig.dss.tsl.source.TLSource;
import eu.europa.esig.trustedlist.jaxb.tsl.TSPServiceType;
import java.util.List;
import java.util.Set;

/** A trusted list (ETSI TS 119 612) in a file, taken as authentic because somebody names it. */
public final class TrustedList {

    private static final String TYPE = "http://uri.etsi.org/TrstSvc/Svctype/";
    private static final Set<String> TRUSTED =
            Set.of(TYPE + "CA/PKC", TYPE + "CA/QC", TYPE + "TSA", TYPE + "TSA/QTST", TYPE + "TSA/TSS-QC");
    private static final List<Integer> VERSIONS = List.of(5, 6);

    private final TrustedListsCertificateSource source = new TrustedListsCertificateSource();
    private final TLInfo info;

    private TrustedList(byte[] xml) {
        TLSource list = new TLSource();
        list.setUrl("trusted-list");
        list.setCertificateSource(new CommonCertificateSource());
        forSignatures(list);
        TLValidationJob job = new TLValidationJob();
        job.setOfflineDataLoader(new Given(xml));
        job.setTrustedListCertificateSource(source);
        job.setTrustedListSources(list);
        job.offlineRefresh();
        this.info = job.getSummary().getOtherTLInfos().get(0);
    }

    /** Holds no certificate if it is no trusted list. */
    public static TrustedList read(byte[] xml) {
        return new TrustedList(xml);
    }

    /** The certificates of its services for signatures and time-stamps, for DSS. */
    public CertificateSource source() {
        return source;
    }

    TLInfo info() {
        return info;
    }

    /** Only what serves signatures and time-stamps, and while it did. */
    static void forSignatures(TLSource list) {
        list.setTLVersions(VERSIONS);
        list.setTrustServicePredicate(TrustedList::forSignatures);
        list.setTrustAnchorValidityPredicate(new GrantedOrRecognizedAtNationalLevelTrustAnchorPeriodPredicate());
    }

    private static boolean forSignatures(TSPServiceType service) {
        return TRUSTED.contains(service.getServiceInformation().getServiceTypeIdentifier());
    }

    /** Hands out the bytes that are there, whatever the address: nothing is fetched. */
    private static final class Given implements DSSCacheFileLoader {

        private static final long serialVersionUID = 1L;

        private final byte[] xml;

        Given(byte[] xml) {
            this.xml = xml;
        }

        @Override
        public DSSDocument getDocument(String url) {
            return new InMemoryDocument(xml);
        }

        @Override
        public DSSDocument getDocument(String url, boolean refresh) {
            return getDocument(url);
        }

        @Override
        public DSSDocument getDocumentFromCache(String url) {
            return getDocument(url);
        }

        @Override
        public boolean remove(String url) {
            return false;
        }
    }
}
