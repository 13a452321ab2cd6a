-- public keys that people have registered after they were identified in another way
create table passkey (
    credential_id varchar(1400) primary key,
    tenant_id uuid not null references association (id),
    participant_id uuid not null,
    person_name varchar(300) not null,
    email varchar(320) not null,
    user_handle char(43) not null,
    credential varchar(4000) not null,
    sign_count bigint not null,
    level_of_assurance varchar(20) not null,
    evidence varchar(2000) not null,
    registered_at timestamp with time zone not null,
    used_at timestamp with time zone
);

create index passkey_of_person on passkey (tenant_id, person_name, email);
