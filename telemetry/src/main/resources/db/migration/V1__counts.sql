-- Everything telemetry knows. A new column here is a new promise to keep: see docs/METRICS.md.

create table counter (
  name  text   not null,
  day   date   not null,
  count bigint not null check (count > 0),
  primary key (name, day)
);

-- Queues deliver more than once. Gone within a day.
create table seen_event (
  id      text        not null primary key check (length(id) <= 64),
  seen_at timestamptz not null
);

create index seen_event_by_time on seen_event (seen_at);
