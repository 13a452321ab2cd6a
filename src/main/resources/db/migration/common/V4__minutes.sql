create table minutes (
    id uuid primary key,
    tenant_id uuid not null references association (id),
    state varchar(20) not null,
    version bigint not null,
    round integer not null,
    title varchar(600) not null,
    meeting_date date,
    draft text not null,
    search_text text not null,
    verification_code varchar(20) not null unique,
    note text,
    adjusted_on date,
    created_at timestamp with time zone not null,
    changed_at timestamp with time zone not null
);

create index minutes_of_tenant on minutes (tenant_id, state, changed_at);

-- who takes part in the present round; people of earlier rounds stay, inactive
create table participant (
    id uuid primary key,
    tenant_id uuid not null references association (id),
    minutes_id uuid not null references minutes (id),
    position integer not null,
    active boolean not null,
    name varchar(300) not null,
    email varchar(320) not null,
    roles varchar(60) not null,
    title varchar(300),
    signature_number integer,
    reviewer boolean not null,
    state varchar(20) not null,
    invited_at timestamp with time zone,
    opened_at timestamp with time zone,
    signed_at timestamp with time zone,
    reason text
);

create index participant_of_minutes on participant (minutes_id);
