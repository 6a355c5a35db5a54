-- How many of the attempts ended nobody knows how. Those that SES certainly did not take are taken off again,
-- so that they make no later lease longer.
alter table delivery add column undecided integer not null default 0;
update delivery set undecided = attempts where state = 'SENDING';
