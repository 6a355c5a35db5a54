-- What kind of mail a row is about, so that a life after a crash can tell what the last one could not.
-- Null in rows of before, and until sending begins.
alter table delivery add column kind text check (kind in ('FORWARD', 'REPLY', 'NOTICE'));
