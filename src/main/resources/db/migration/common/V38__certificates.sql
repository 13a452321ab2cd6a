-- what the issuing authority has issued with revocation: serial numbers (hexadecimal) and times, no names
create table issued_certificate (
    serial varchar(40) primary key,
    not_before timestamp with time zone not null,
    not_after timestamp with time zone not null
);

-- append-only: a revocation is never taken back
create table revoked_certificate (
    serial varchar(40) primary key,
    revoked_at timestamp with time zone not null,
    reason varchar(30) not null,
    revoked_by varchar(200) not null
);
