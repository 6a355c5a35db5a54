-- A probe proves a mailbox once it was sent, not when it was planned.
alter table mailbox add column probe_stage varchar(8) check (probe_stage in ('CHOSEN', 'PLANNED', 'SENT'));
update mailbox set probe_stage = case when probe_planned then 'PLANNED' else 'CHOSEN' end
 where probe_hash is not null;
alter table mailbox drop column probe_planned;
