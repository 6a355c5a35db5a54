-- The same rules as in V1: sealed or hashed, or it says nothing about anybody.

-- Whether the mailbox takes mail is the table mailbox's to say, and why not.
alter table account
  drop column deliveries_paused,
  add column suspect_mail    varchar(20) not null default 'FORWARD_MARKED'
    check (suspect_mail in ('FORWARD_MARKED', 'KEEP_OUT')),
  add column banner          boolean     not null default false,
  add column remove_trackers boolean     not null default false;

alter table alias
  add column disabled_because varchar(20) check (disabled_because in ('COMPLAINT')),
  -- Whether allowed_sender has rows for it, so that mail for all others costs no look-up there.
  add column senders_limited  boolean not null default false,
  add column num_spam         bigint  not null default 0;

alter table contact
  add column blocked               boolean not null default false,
  -- The last automatic answer of the owner to this contact, and the mail it was in.
  add column automatic_reply_at   timestamptz,
  add column automatic_reply_hash bytea;

-- The senders that may write to an alias, each an address or a domain.
create table allowed_sender (
  id            bigint primary key,
  alias_id      bigint not null references alias on delete cascade,
  sender_hash   bytea  not null,
  sender_sealed bytea  not null,
  unique (alias_id, sender_hash)
);

-- How many mails of an alias went no further, by reason.
create table alias_loss (
  alias_id bigint      not null references alias on delete cascade,
  reason   varchar(40) not null,
  total    bigint      not null,
  last_at  timestamptz not null,
  primary key (alias_id, reason)
);

-- The mailboxes that refused mail lately. An account without a row has a mailbox that takes mail.
create table mailbox (
  account_id    uuid        primary key references account on delete cascade,
  status        varchar(12) not null check (status in ('OPEN', 'REFUSED', 'SUPPRESSED')),
  since         timestamptz not null,
  -- While it refuses mail: how long it is left alone, until when, and which mail tries it out.
  wait_seconds  bigint      not null default 0,
  next_try_at   timestamptz,
  probe_hash    bytea,
  probe_at      timestamptz,
  probe_planned boolean     not null default false,
  -- While it takes mail: how often in a row it did not in time, and until when it gets a break.
  soft_bounces  integer     not null default 0,
  not_before    timestamptz,
  -- Until then bounces are taken for those of an earlier address.
  deaf_until    timestamptz
);

-- What happened that an owner is told of. Without a digest it has not been told yet.
create table notice_line (
  id         bigint      primary key,
  account_id uuid        not null references account on delete cascade,
  alias_id   bigint      not null references alias on delete cascade,
  reason     varchar(40) not null,
  total      bigint      not null,
  first_at   timestamptz not null,
  last_at    timestamptz not null,
  digest_id  uuid
);
create unique index notice_line_open on notice_line (account_id, alias_id, reason) where digest_id is null;
create index notice_line_digest on notice_line (digest_id);
create index notice_line_alias on notice_line (alias_id);
create index notice_line_last_at on notice_line (last_at);

-- When an account is told next, and was told last. Its row is what two writers wait for each other at.
create table notice_schedule (
  account_id uuid        primary key references account on delete cascade,
  due_at     timestamptz,
  last_at    timestamptz
);
create index notice_schedule_due_at on notice_schedule (due_at);

create table notice_digest (
  id           uuid        primary key,
  account_id   uuid        not null references account on delete cascade,
  created_at   timestamptz not null,
  published_at timestamptz
);
create index notice_digest_unpublished on notice_digest (created_at) where published_at is null;
create index notice_digest_created_at on notice_digest (created_at);
create index notice_digest_account on notice_digest (account_id);
