-- A brand's stop and an operator's of the same target are two: lifting the one leaves the other in force.
create unique index sales_stop_active_of_maker on sales_stop (scope, code, brand_id) nulls not distinct where lifted_at is null;
drop index sales_stop_active;
