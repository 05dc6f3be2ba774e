-- What Payment.lapsed says of one payment, for whoever looks for all of them. The index payment_lapsed has the same condition.
create view lapsed_payment as
    select id, order_id, created_at, last_error from payment
    where not capture_at_once and not unwanted
      and (status = 'CAPTURED' or status = 'CANCELLED' and authorised_until is not null)
      and captured_amount + released_amount < amount;
