-- the notice boards on which an association's minutes are announced: one per member municipality and region
create table notice_board (
    id uuid primary key,
    tenant_id uuid not null references association (id),
    name varchar(200) not null,
    address varchar(500),
    unique (tenant_id, name)
);

-- where an association keeps its minutes, and who is told what there is to post
create table notice_office (
    tenant_id uuid primary key references association (id),
    kept_at varchar(300) not null,
    registrar_email varchar(320)
);

create table announcement (
    minutes_id uuid primary key references minutes (id),
    tenant_id uuid not null references association (id),
    version bigint not null,
    kept_at varchar(300) not null
);

-- the board as it was called when the notice was posted: boards come and go, proofs stay
create table posting (
    minutes_id uuid not null references announcement (minutes_id),
    tenant_id uuid not null references association (id),
    board_id uuid not null,
    board_name varchar(200) not null,
    board_address varchar(500),
    posted_on date not null,
    posted_by varchar(200) not null,
    taken_down_on date,
    taken_down_by varchar(200),
    primary key (minutes_id, board_id)
);
