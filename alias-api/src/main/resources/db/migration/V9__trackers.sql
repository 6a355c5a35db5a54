-- How many trackers were taken out of the mail of an alias.
alter table alias
  add column num_trackers bigint not null default 0;
