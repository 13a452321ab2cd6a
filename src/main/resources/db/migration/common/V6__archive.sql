-- write-once: revision n + 1 only on top of n, the primary key refuses a second one
create table pdf_revision (
    tenant_id uuid not null references association (id),
    minutes_id uuid not null,
    round integer not null,
    number integer not null,
    sha256 char(64) not null,
    predecessor char(64),
    stored_at timestamp with time zone not null,
    pdf document_bytes not null,
    primary key (minutes_id, round, number)
);

create index pdf_revision_by_hash on pdf_revision (sha256);

create table evidence (
    tenant_id uuid not null references association (id),
    minutes_id uuid not null,
    round integer not null,
    number integer not null,
    kind varchar(40) not null,
    stored_at timestamp with time zone not null,
    content document_bytes not null,
    primary key (minutes_id, round, number, kind)
);
