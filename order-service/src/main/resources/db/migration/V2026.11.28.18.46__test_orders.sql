-- Test orders of partners. They are found only where they are asked for.
alter table orders add column test boolean not null default false;

create index orders_of_tests on orders (id) where test;
