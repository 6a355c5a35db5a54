-- A reverse alias whose contact is gone: of which alias it was, so that its owner can be told why a
-- reply went nowhere.
alter table issued_address add column retired_from bigint references alias on delete set null;
create index issued_address_retired_from on issued_address (retired_from) where retired_from is not null;
