-- Orders counted as expired. A payment that was under way may still go through; the order then counts as paid alone.
create table expired_order (
    order_id   uuid primary key,
    session_id uuid not null
);
