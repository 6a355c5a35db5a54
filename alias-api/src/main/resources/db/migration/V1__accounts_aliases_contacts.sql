-- What ends in _sealed is AES-256-GCM under the account's data key; what ends in _hash is a keyed hash.
-- No column of this schema holds an address, a name or a label that can be read without the keys.

create table key_check (
  id           smallint primary key check (id = 1),
  keyset_check bytea    not null
);

create table account (
  id               uuid        primary key,
  subject_hash     bytea       not null unique,
  primary_hash     bytea       not null,
  primary_sealed   bytea       not null,
  wrapped_key      bytea       not null,
  locale           varchar(35),
  deliveries_paused boolean    not null default false,
  metrics_enabled  boolean     not null default true,
  created_at       timestamptz not null
);

create table api_key (
  id           uuid        primary key,
  account_id   uuid        not null references account on delete cascade,
  key_hash     bytea       not null unique,
  name_sealed  bytea,
  scopes       varchar(200) not null,
  expires_at   timestamptz,
  last_used_on date,
  created_at   timestamptz not null
);
create index api_key_account on api_key (account_id);

-- Every address that was ever handed out, alias or reverse alias. Rows are never deleted, and nothing is
-- handed out that is not inserted here first: so no address ever has a second owner.
create table issued_address (
  address_hash bytea primary key,
  issued_on    date  not null
);

create table alias (
  id                   bigint      primary key check (id between 1 and 9007199254740991),
  uuid                 uuid        not null unique,
  account_id           uuid        not null references account on delete cascade,
  address_hash         bytea       not null unique references issued_address,
  address_sealed       bytea       not null,
  description_sealed   bytea,
  generated_for_sealed bytea,
  used_on_sealed       bytea,
  enabled              boolean     not null,
  block_list_emails    boolean     not null,
  created_at           timestamptz not null,
  last_modified_at     timestamptz not null,
  last_used_at         timestamptz,
  num_forwarded        bigint      not null default 0,
  num_blocked          bigint      not null default 0,
  num_replied          bigint      not null default 0
);
create index alias_account on alias (account_id, created_at desc);

create table contact (
  id              bigint      primary key,
  alias_id        bigint      not null references alias on delete cascade,
  address_hash    bytea       not null,
  address_sealed  bytea       not null,
  reverse_hash    bytea       not null unique references issued_address,
  reverse_sealed  bytea       not null,
  created_at      timestamptz not null,
  unique (alias_id, address_hash)
);

-- What has been counted, so that a message that comes twice counts once. Pruned.
create table activity_seen (
  activity_hash bytea       primary key,
  seen_at       timestamptz not null
);
create index activity_seen_at on activity_seen (seen_at);
