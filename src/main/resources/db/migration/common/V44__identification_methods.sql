-- who identified a person, and what they gave as evidence
alter table identified_browser add column method_label varchar(200);
alter table identified_browser add column identified_by varchar(500);
alter table identified_browser add column evidence varchar(2000);

-- what an association allows whom; without a row: a code by mail, and a one-time key
create table identification_rule (
    tenant_id uuid not null references association (id),
    capacity varchar(20) not null,
    methods varchar(2000) not null,
    key_source varchar(40) not null,
    primary key (tenant_id, capacity)
);

create table identification_least (
    tenant_id uuid primary key references association (id),
    least_for_signing varchar(20) not null
);

-- attempts that have begun and wait for an answer: only a hash of the secret that comes back with it
create table identification_round (
    secret_hash char(64) primary key,
    tenant_id uuid not null references association (id),
    participant_id uuid not null,
    browser_hash char(64) not null,
    method varchar(100) not null,
    expires_at timestamp with time zone not null
);

-- personal numbers, for providers that answer with one: only a slow hash
create table person_number (
    tenant_id uuid not null references association (id),
    person_name varchar(300) not null,
    number_hash varchar(200) not null,
    primary key (tenant_id, person_name)
);
