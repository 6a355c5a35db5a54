-- Not let in, and its owner is still to be told. What was dropped before this is DONE.
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check
  check (state in ('CLAIMED', 'SENDING', 'SENT', 'REFUSED', 'DROPPED', 'DONE'));
