-- A draft that is cancelled was never announced, which its status no longer tells.
alter table session add column announced_at timestamptz;
update session s set announced_at = s.updated_at
where s.status not in ('DRAFT', 'CANCELLED')
    or exists (select from timeline t where t.session_id = s.id and t.kind = 'session-scheduled');
