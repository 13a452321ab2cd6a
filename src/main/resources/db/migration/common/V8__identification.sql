-- one-time codes sent by mail: only a salted hash is kept
create table mail_code (
    participant_id uuid primary key,
    tenant_id uuid not null references association (id),
    salt char(32) not null,
    code_hash char(64) not null,
    issued_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    wrong_tries integer not null,
    locked_until timestamp with time zone,
    issued_in_window integer not null,
    window_started_at timestamp with time zone not null
);

-- which browsers a person has been identified in
create table identified_browser (
    browser_hash char(64) not null,
    participant_id uuid not null,
    tenant_id uuid not null references association (id),
    method varchar(40) not null,
    level_of_assurance varchar(20) not null,
    identified_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    primary key (browser_hash, participant_id)
);
