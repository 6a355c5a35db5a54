-- Whether the owner made, answered or blocked a contact. Only the others make room for new ones; of
-- what there was before nobody knows, so it stays.
alter table contact add column kept boolean not null default true;
alter table contact alter column kept set default false;
create index contact_oldest on contact (alias_id, created_at, id);
