-- Most orders are placed outside of a show: the index need not hold them.
create index orders_of_session on orders (session_id, id) where session_id is not null;
drop index orders_by_session;
