package se.justera.trust;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The register in the database: serial numbers and times, no names. */
@Repository
class StoredRegister implements CertificateRegister {

    private final JdbcClient database;

    StoredRegister(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional
    public void issued(X509Certificate certificate) {
        database.sql("insert into issued_certificate (serial, not_before, not_after) values (?, ?, ?)")
                .params(
                        Revocations.hex(certificate.getSerialNumber()),
                        certificate.getNotBefore().toInstant().atOffset(ZoneOffset.UTC),
                        certificate.getNotAfter().toInstant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean knows(BigInteger serial) {
        return database.sql("select count(*) from issued_certificate where serial = ?")
                        .param(Revocations.hex(serial))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public List<Revocation> revoked() {
        return database.sql("select serial, revoked_at, reason, revoked_by from revoked_certificate"
                        + " order by revoked_at desc, serial")
                .query(StoredRegister::revocation)
                .list();
    }

    @Override
    public Optional<Revocation> revoked(BigInteger serial) {
        return database.sql("select serial, revoked_at, reason, revoked_by from revoked_certificate where serial = ?")
                .param(Revocations.hex(serial))
                .query(StoredRegister::revocation)
                .optional();
    }

    @Override
    @Transactional
    public boolean revoke(Revocation revocation) {
        try {
            database.sql("insert into revoked_certificate (serial, revoked_at, reason, revoked_by) values (?, ?, ?, ?)")
                    .params(
                            revocation.serial(),
                            revocation.at().atOffset(ZoneOffset.UTC),
                            revocation.reason().name(),
                            revocation.by())
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private static Revocation revocation(ResultSet row, int number) throws SQLException {
        return new Revocation(
                row.getString("serial"),
                row.getObject("revoked_at", OffsetDateTime.class).toInstant(),
                Revocation.Reason.valueOf(row.getString("reason")),
                row.getString("revoked_by"));
    }
}
