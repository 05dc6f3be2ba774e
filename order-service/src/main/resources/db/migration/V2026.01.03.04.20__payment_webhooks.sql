-- Events of payment providers that took effect: each once, however often it is sent.
create table payment_webhook (
    provider text not null,
    event_id text not null,
    order_id uuid not null references orders (id),
    taken_at timestamptz not null,
    primary key (provider, event_id)
);
create index payment_webhook_by_age on payment_webhook (taken_at);
