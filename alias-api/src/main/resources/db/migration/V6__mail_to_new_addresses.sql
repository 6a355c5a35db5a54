-- Mail that was planned while bounces of an earlier address may still come in: its own bounces count.
create table mailbox_mail (
  account_id uuid        not null references account on delete cascade,
  mail_hash  bytea       not null,
  planned_at timestamptz not null,
  primary key (account_id, mail_hash)
);
