-- personal links: only the token's hash is kept
create table personal_link (
    token_hash char(64) primary key,
    tenant_id uuid not null references association (id),
    minutes_id uuid not null,
    participant_id uuid not null,
    issued_at timestamp with time zone not null
);

create index personal_link_of_participant on personal_link (participant_id);
