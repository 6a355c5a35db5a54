-- What was told is forgotten by the age of its digest; what was not is kept.
drop index notice_line_last_at;
