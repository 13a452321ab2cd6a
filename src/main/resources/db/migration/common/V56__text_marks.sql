-- by what copies of published minutes are recognised: hashes of parts of their text, or none where it is too short
create table marked_text (
    minutes_id uuid primary key references minutes (id),
    marks integer not null
);

create table text_mark (
    minutes_id uuid not null references marked_text (minutes_id) on delete cascade,
    mark bigint not null,
    primary key (mark, minutes_id)
);
