-- While a show is paused its buyers' unpaid holds are not released: computed from these on reading, no order is rewritten.
create table session_pause (
    session_id uuid not null,
    paused_at  timestamptz not null,
    resumed_at timestamptz check (resumed_at >= paused_at),
    primary key (session_id, paused_at)
);
