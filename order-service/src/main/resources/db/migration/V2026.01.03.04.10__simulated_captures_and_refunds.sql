-- The simulated provider can authorise first, capture in parts and refund in parts; it remembers which it was asked for.
alter table simulated_charge
    add column capture_at_once boolean not null default true,
    add column captured_amount bigint not null default 0,
    add column refunded_amount bigint not null default 0,
    add column capture_ids     uuid[] not null default '{}',
    add column refund_ids      uuid[] not null default '{}';
update simulated_charge set captured_amount = amount where status in ('CAPTURED', 'REFUNDED');
update simulated_charge set refunded_amount = amount where status = 'REFUNDED';
alter table simulated_charge
    drop constraint simulated_charge_captures_check,
    drop constraint simulated_charge_status_check;
update simulated_charge set status = 'CAPTURED' where status = 'REFUNDED';
alter table simulated_charge
    add check (status in ('REQUIRES_ACTION', 'AUTHORISED', 'CAPTURED', 'DECLINED', 'CANCELLED')),
    -- Who is charged at once is charged once.
    add check (captures >= 0 and (captures <= 1 or not capture_at_once)),
    add check (captured_amount <= amount and refunded_amount <= captured_amount);
