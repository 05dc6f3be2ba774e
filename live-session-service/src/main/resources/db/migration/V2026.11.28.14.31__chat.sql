-- Messages, stored in batches after everybody has read them. Of an erased one nothing is kept but that there was one: a
-- batch that comes late meets its id here.
create table chat_message (
    id          uuid primary key,
    version     bigint not null default 0,
    session_id  uuid not null,
    customer_id text,
    -- The customer's pseudonym in this session.
    author_id   text,
    author_name text,
    role        text check (role in ('VIEWER', 'MODERATOR', 'HOST', 'OPERATOR')),
    text        text check (length(text) <= 2000),
    state       text not null check (state in ('VISIBLE', 'HELD', 'HIDDEN', 'ERASED')),
    held_for    text check (held_for in ('KEYWORD', 'LINK', 'REVIEW')),
    posted_at   timestamptz not null,
    changed_by  text,
    changed_at  timestamptz,
    check ((state = 'ERASED') = (text is null)),
    check ((state = 'ERASED') = (customer_id is null)),
    check (state = 'ERASED' or (author_id is not null and author_name is not null and role is not null))
);
create index chat_message_of_session on chat_message (session_id, id);
create index chat_message_of_author on chat_message (session_id, author_id, id) where author_id is not null;
create index chat_message_of_customer on chat_message (customer_id, session_id) where customer_id is not null;
create index chat_message_held on chat_message (session_id, id) where state = 'HELD';

-- What of somebody's messages was hidden or erased until when, for those of them that are not stored yet. The nil session
-- stands for all. Kept for longer than Kafka keeps the messages.
create table chat_removal (
    session_id  uuid not null,
    customer_id text not null,
    state       text not null check (state in ('HIDDEN', 'ERASED')),
    removed_at  timestamptz not null,
    primary key (session_id, customer_id, state)
);
create index chat_removal_by_age on chat_removal (removed_at);

-- Which message an idempotency key has posted.
create table chat_key (
    customer_id text not null,
    session_id  uuid not null,
    key_hash    bytea not null,
    text_hash   bytea not null,
    message_id  uuid not null,
    created_at  timestamptz not null,
    primary key (customer_id, session_id, key_hash)
);
create index chat_key_by_age on chat_key (created_at);

-- When somebody wrote last, while slow mode is on.
create table chat_turn (
    session_id  uuid not null,
    customer_id text not null,
    taken_at    timestamptz not null,
    primary key (session_id, customer_id)
);
create index chat_turn_by_age on chat_turn (taken_at);

create table chat_pin (
    session_id uuid primary key references session,
    message_id uuid not null references chat_message,
    pinned_at  timestamptz not null
);

create table chat_settings (
    session_id        uuid primary key references session,
    version           bigint not null default 0,
    mode              text not null default 'OPEN' check (mode in ('OPEN', 'REVIEWED', 'CLOSED')),
    slow_mode_seconds integer not null default 0 check (slow_mode_seconds between 0 and 300),
    blocked_keywords  text[] not null default '{}' check (cardinality(blocked_keywords) <= 500),
    links_from        text not null default 'TEAM' check (links_from in ('TEAM', 'EVERYBODY')),
    on_match          text not null default 'HOLD' check (on_match in ('HOLD', 'REFUSE'))
);

-- Raised with every change of what may be written and by whom; instances compare it with what they remember. The nil
-- session stands for what holds everywhere.
create table chat_rules (
    session_id uuid primary key,
    version    bigint not null
);

create table chat_sanction (
    id          uuid primary key,
    session_id  uuid not null,
    customer_id text not null,
    author_id   text not null,
    author_name text not null,
    kind        text not null check (kind in ('MUTE', 'BAN')),
    reason      text check (length(reason) <= 500),
    ends_at     timestamptz check (ends_at is not null or kind = 'BAN'),
    imposed_in  uuid not null,
    imposed_by  text not null,
    imposed_at  timestamptz not null,
    lifted_by   text,
    lifted_at   timestamptz check ((lifted_at is null) = (lifted_by is null))
);
create index chat_sanction_in_force on chat_sanction (session_id, id) where lifted_at is null;
create index chat_sanction_imposed_in on chat_sanction (imposed_in, id);
