-- Where a session is over: windows that begin later count no more.
alter table presence add column counted_until timestamptz;
insert into presence (session_id, counted_until)
select id, coalesce(ended_at, updated_at) from session where status in ('ENDED', 'CANCELLED')
on conflict (session_id) do update set counted_until = excluded.counted_until;
