-- Payments of orders that are captured at shipment, of which the provider let reserved money go: mostly none.
create index payment_lapsed on payment (order_id)
    where not capture_at_once and not unwanted
      and (status = 'CAPTURED' or status = 'CANCELLED' and authorised_until is not null)
      and captured_amount + released_amount < amount;
