package se.justera.trust;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Another's time-stamping authority, whose certificate says where OCSP tells of it; that may be out of order. */
public final class TsaWithOcsp implements AutoCloseable {

    private static final X500Name ROOT = new X500Name("CN=Another Root,O=Another Authority,C=SE");

    /** How its OCSP is. */
    public enum Ocsp {
        IN_ORDER,
        DOWN,
        SLOW,
        ANSWERING_GARBAGE,
        TRYING_LATER,
        SIGNED_BY_ANOTHER
    }

    private final Clock clock;
    private final KeyPair rootKeys = keys();
    private final KeyPair tsaKeys = keys();
    private final X509Certificate root;
    private final X509Certificate tsa;
    private final HttpServer server;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Ocsp ocsp = Ocsp.IN_ORDER;

    public TsaWithOcsp(Clock clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/ocsp", this::answer);
        server.start();
        root = certificate(ROOT, rootKeys, true);
        tsa = certificate(new X500Name("CN=Another TSA,O=Another Authority,C=SE"), tsaKeys, false);
    }

    public void ocspIs(Ocsp now) {
        ocsp = now;
    }

    public X509Certificate root() {
        return root;
    }

    public TSPSource timeStamps() {
        KeyEntityTSPSource source = new KeyEntityTSPSource(
                tsaKeys.getPrivate(),
                new CertificateToken(tsa),
                List.of(new CertificateToken(tsa), new CertificateToken(root)));
        source.setTsaPolicy("1.2.3.4");
        return source;
    }

    /** The anchors given, and its root. */
    public TrustAnchors anchorsWith(TrustAnchors others) {
        return TrustAnchors.of(
                Stream.concat(others.certificates().stream(), Stream.of(root)).toList());
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] question = exchange.getRequestBody().readAllBytes();
            byte[] body = switch (ocsp) {
                case IN_ORDER -> response(question, rootKeys);
                case SIGNED_BY_ANOTHER -> response(question, tsaKeys);
                case TRYING_LATER ->
                    new OCSPRespBuilder().build(OCSPRespBuilder.TRY_LATER, null).getEncoded();
                case ANSWERING_GARBAGE -> "<html>Not today</html>".getBytes(StandardCharsets.UTF_8);
                case DOWN, SLOW -> new byte[0];
            };
            if (ocsp == Ocsp.SLOW) {
                end.await();
            }
            exchange.sendResponseHeaders(ocsp == Ocsp.DOWN ? 503 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (OCSPException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] response(byte[] question, KeyPair signer) throws IOException, OCSPException {
        Date now = Date.from(clock.instant());
        BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(new RespID(ROOT));
        OCSPReq request = new OCSPReq(question);
        answer.addResponse(request.getRequestList()[0].getCertID(), CertificateStatus.GOOD, now, null, null);
        Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce != null) {
            answer.setResponseExtensions(new Extensions(nonce));
        }
        try {
            X509CertificateHolder[] chain = {new JcaX509CertificateHolder(root)};
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, answer.build(by(signer), chain, now))
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(X500Name subject, KeyPair keys, boolean authority) {
        Instant now = clock.instant();
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    ROOT,
                    new BigInteger(100, new SecureRandom()),
                    Date.from(now.minus(Duration.ofDays(1))),
                    Date.from(now.plus(Duration.ofDays(300))),
                    subject,
                    keys.getPublic());
            var ids = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(rootKeys.getPublic()));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            int usage = authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature;
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            if (!authority) {
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
                builder.addExtension(Extension.authorityInfoAccess, false, whereOcspIs());
            }
            return new JcaX509CertificateConverter().getCertificate(builder.build(by(rootKeys)));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private AuthorityInformationAccess whereOcspIs() {
        String url = "http://localhost:" + server.getAddress().getPort() + "/ocsp";
        return new AuthorityInformationAccess(new AccessDescription(
                AccessDescription.id_ad_ocsp, new GeneralName(GeneralName.uniformResourceIdentifier, url)));
    }

    private static ContentSigner by(KeyPair keys) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
