-- A rehearsal is a partnership of its own: invented people, one policy, a clock that somebody moves on. Nothing of it can stand in the
-- register or the statistics of a real one, because every key begins with the partnership.
alter table partnership
  add column rehearsal_of text,
  add column rehearsal jsonb,
  add column clock timestamptz;
comment on column partnership.rehearsal_of is 'The partnership whose people rehearse here; empty for a real one.';
comment on column partnership.rehearsal is 'Which policy is rehearsed, who began it and when.';
comment on column partnership.clock is 'The moment it is in a rehearsal.';
create index partnership_rehearsal on partnership (id, rehearsal_of) where rehearsal_of is not null;
