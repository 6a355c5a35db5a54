-- One row for one mail and one recipient. The key is an HMAC; no address, no subject, no content.
create table delivery (
  key            bytea       primary key check (length(key) = 32),
  state          text        not null check (state in ('CLAIMED', 'SENDING', 'SENT', 'REFUSED', 'DONE')),
  fence          bigint      not null,
  attempts       integer     not null,
  lease_until    timestamptz not null,
  ses_message_id text,
  reason         text,
  created_at     timestamptz not null,
  updated_at     timestamptz not null
);

-- For pruning after the longest retention of a queue.
create index delivery_updated_at on delivery (updated_at);
