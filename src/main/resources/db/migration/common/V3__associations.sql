create table association (
    id uuid primary key,
    name varchar(300) not null,
    org_number varchar(40)
);

create table person (
    tenant_id uuid not null references association (id),
    name varchar(300) not null,
    email varchar(320),
    office varchar(300),
    primary key (tenant_id, name)
);
