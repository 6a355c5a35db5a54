-- The unique index holds only lines that were not told; deleting an account looks for all of them.
create index notice_line_account on notice_line (account_id);
