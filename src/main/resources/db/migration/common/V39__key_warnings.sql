-- one mail to the administrators per key certificate and threshold, whichever node sends it
create table key_warning (
    certificate char(64) not null,
    days integer not null,
    sent_at timestamp with time zone not null,
    primary key (certificate, days)
);
