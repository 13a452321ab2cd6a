create table staff_account (
    id uuid primary key,
    tenant_id uuid not null references association (id),
    name varchar(100) not null unique,
    password_hash varchar(200) not null,
    roles varchar(100) not null,
    created_at timestamp with time zone not null
);
