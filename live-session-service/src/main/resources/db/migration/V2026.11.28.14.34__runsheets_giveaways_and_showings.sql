-- What was pinned when, by session and by product: cues, replays and "sessions that showed X" are read from the timeline
-- itself.
create index timeline_pins on timeline (session_id, sequence) where kind = 'product-pinned';
create index timeline_pins_by_product on timeline (((data::jsonb ->> 'productId')::uuid), session_id)
    where kind = 'product-pinned';

-- What the crew of a session plans. The order of the products is the session's lineup.
create table runsheet (
    session_id uuid primary key references session,
    version    bigint not null check (version > 0),
    plan       text not null check (plan is json object)
);
