-- Messages as they were posted, whatever became of them.
create table chat_minute (
    session_id uuid not null,
    minute     timestamptz not null,
    messages   bigint not null,
    primary key (session_id, minute)
);
