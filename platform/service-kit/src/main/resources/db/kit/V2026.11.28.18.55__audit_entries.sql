-- What operators and finance have done here, or tried to: written before it is done, completed once with its outcome.
-- No outcome: it is under way, or the process ended before it had answered.
create table audit_entry (
    id         uuid primary key,
    at         timestamptz not null,
    actor      text not null,
    role       text not null check (role in ('operator', 'finance')),
    operation  text not null,
    request    text not null,
    objects    text[] not null,
    request_id text not null,
    outcome    text check (outcome in ('DONE', 'REFUSED', 'FAILED')),
    status     integer,
    check ((outcome is null) = (status is null))
);
create index audit_entry_by_object on audit_entry using gin (objects);
create index audit_entry_by_actor on audit_entry (actor, id);
create index audit_entry_by_age on audit_entry (at);

-- Nobody who reaches the table through a service can make it say something else, or less before its time.
create function keep_audit_entry() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.at > now() - interval '700 days' then
            raise exception 'an audit entry is kept for two years';
        end if;
        return old;
    end if;
    if old.outcome is not null
        or (new.id, new.at, new.actor, new.role, new.operation, new.request, new.request_id)
            is distinct from (old.id, old.at, old.actor, old.role, old.operation, old.request, old.request_id)
        or not new.objects @> old.objects then
        raise exception 'an audit entry is only completed, and once';
    end if;
    return new;
end $$;
create trigger keep_audit_entry before update or delete on audit_entry
    for each row execute function keep_audit_entry();
