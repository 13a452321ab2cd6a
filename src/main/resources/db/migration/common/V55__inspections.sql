-- a ZIP that an auditor has handed in, and what was said of each file in it; gone when its time is up
create table inspection (
    id uuid primary key,
    tenant_id uuid not null references association (id),
    account varchar(200) not null,
    file_name varchar(300) not null,
    language varchar(10) not null,
    files integer not null,
    done integer not null default 0,
    handed_in_at timestamp with time zone not null,
    kept_until timestamp with time zone not null,
    finished_at timestamp with time zone,
    given_up boolean not null default false,
    tries integer not null default 0,
    holder uuid,
    held_until timestamp with time zone
);

create index inspection_of_account on inspection (tenant_id, account, handed_in_at);

-- the ZIP itself, in pieces, until the last file is done
create table inspection_part (
    inspection_id uuid not null references inspection (id) on delete cascade,
    number integer not null,
    content document_bytes not null,
    primary key (inspection_id, number)
);

create table inspection_line (
    inspection_id uuid not null references inspection (id) on delete cascade,
    number integer not null,
    verdict varchar(20) not null,
    result text not null,
    primary key (inspection_id, number)
);

create index inspection_line_by_verdict on inspection_line (inspection_id, verdict, number);
