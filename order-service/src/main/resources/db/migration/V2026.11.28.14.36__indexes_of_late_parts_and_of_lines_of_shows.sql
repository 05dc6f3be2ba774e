-- Parts that are late are looked for terms by terms, of orders that were paid long enough ago: every order in work was read for it,
-- also those of the last minute. Whoever looked in the older index finds the same here, so that being paid costs no more.
create index orders_in_work_by_terms on orders (market, terms_version, paid_at) where status = 'PAID';
-- A basket of several shows is found in each of them by its lines.
create index order_line_by_session on order_line (session_id, order_id) where session_id is not null;
-- Last, since from here to the end nobody reads orders.
drop index orders_in_work;
