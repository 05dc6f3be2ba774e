-- The last pause or resume of its show that a deal has followed: none is followed twice, though its event may come again.
alter table deal add column session_sequence bigint not null default 0;
