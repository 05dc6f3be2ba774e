-- Two years are 730 days at least; the last is left to clocks that do not agree. An outcome is written with the rest or not at all.
create or replace function keep_audit_entry() returns trigger language plpgsql as $$
begin
    if tg_op = 'TRUNCATE' or (tg_op = 'DELETE' and old.at > now() - interval '729 days') then
        raise exception 'an audit entry is kept for two years';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    if old.outcome is not null
        or new.outcome is null
        or (new.id, new.at, new.actor, new.role, new.operation, new.request, new.request_id)
            is distinct from (old.id, old.at, old.actor, old.role, old.operation, old.request, old.request_id)
        or not new.objects @> old.objects then
        raise exception 'an audit entry is only completed, and once';
    end if;
    return new;
end $$;
create trigger keep_all_audit_entries before truncate on audit_entry
    for each statement execute function keep_audit_entry();
