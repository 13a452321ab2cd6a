-- append-only: each row carries the hash of the one before
create table audit_entry (
    tenant_id uuid not null references association (id),
    minutes_id uuid not null,
    seq bigint not null,
    at timestamp with time zone not null,
    actor varchar(200) not null,
    type varchar(60) not null,
    details text not null,
    hash char(64) not null,
    previous char(64) not null,
    primary key (minutes_id, seq)
);
