-- the logo at the head of an association's documents, as it was drawn anew when it came in
create table association_logo (
    tenant_id uuid primary key references association (id),
    changed_at timestamp with time zone not null,
    width integer not null,
    height integer not null,
    png document_bytes not null
);
