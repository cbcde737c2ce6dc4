-- The tables. The partnership comes first in every key, so that partnerships can live on different servers.
-- There are no foreign keys: one writer (append) keeps the rows together in one statement, and a foreign key error tells of a row that one may not see.

create table keyring (
  master_version int primary key,
  fingerprint bytea not null
);
comment on table keyring is 'Which master keys sealed this database: start-up refuses other keys. Holds no key.';

create table partnership (
  id text primary key,
  name text not null,
  directory_version text not null default ''
);

create table agency (
  partnership text not null,
  id text not null,
  name text not null,
  initials text not null,
  kind text not null,
  membership text not null,
  closures jsonb not null,
  policies text[] not null,
  primary key (partnership, id)
);

create table person (
  partnership text not null,
  id text not null,
  sealed bytea not null,
  key_version int not null,
  email_lookup bytea,
  primary key (partnership, id)
);
create index person_email on person (partnership, email_lookup) where email_lookup is not null;
comment on column person.sealed is 'Name, e-mail and telephone, sealed.';
comment on column person.email_lookup is 'Keyed hash of the e-mail address, so that a person can be found at sign-in.';

create table post (
  partnership text not null,
  id text not null,
  person text not null,
  agency text not null,
  role text not null,
  title text not null,
  tier int,
  rank text,
  team text,
  speaks_for text[] not null,
  starts text,
  ends text,
  away jsonb not null,
  primary key (partnership, id)
);
create index post_person on post (partnership, person);

create table cover (
  partnership text not null,
  cover text not null,
  person text not null,
  starts text not null,
  ends text not null,
  primary key (partnership, cover, person, starts, ends)
);
comment on table cover is 'Who acts for whom, from the posts: inclusive dates, Europe/London.';

create table policy (
  partnership text not null,
  id text not null,
  version int not null,
  hash text not null,
  text text not null,
  saved timestamptz not null,
  primary key (partnership, id, version)
);

create table adoption (
  partnership text not null,
  policy text not null,
  version int not null,
  adopted timestamptz not null,
  adopted_by text not null,
  primary key (partnership, policy, version, adopted)
);

create table calendar (
  partnership text not null,
  id text not null,
  version text not null,
  body jsonb not null,
  saved timestamptz not null,
  primary key (partnership, id, version)
);

create table cases (
  partnership text not null,
  case_id text not null,
  number text not null,
  version int not null,
  head bytea not null,
  raised_by text not null,
  owner text not null,
  label bytea,
  label_key int,
  created timestamptz not null,
  primary key (partnership, case_id),
  unique (partnership, number)
);
comment on column cases.label is 'Title and subject for lists, sealed in the raising agency''s compartment.';
comment on column cases.head is 'Hash of the newest entry.';

create table case_key (
  partnership text not null,
  case_id text not null,
  owner text not null,
  version int not null,
  master_version int not null,
  wrapped bytea not null,
  primary key (partnership, case_id, owner, version)
);
comment on table case_key is 'Data keys, wrapped by a key of the owner agency that is derived from the master key outside the database. case_id is empty for what belongs to no case.';

create table entry (
  partnership text not null,
  case_id text not null,
  seq int not null check (seq > 0),
  kind text not null,
  happened timestamptz not null,
  told timestamptz not null,
  recorded timestamptz not null,
  by_person text not null,
  as_role text,
  agency text not null,
  side text not null,
  owner text not null,
  audience text not null check (audience in ('parties', 'agency', 'people', 'board', 'panel')),
  audience_agency text,
  audience_people text[] not null,
  in_confidence boolean not null,
  policy_id text not null,
  policy_version int not null,
  policy_hash text not null,
  answers text[] not null,
  corrects int,
  sealed bytea not null,
  key_version int not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (partnership, case_id, seq)
);
comment on column entry.sealed is 'What happened, sealed: nothing of it stands in clear.';

create table entry_share (
  partnership text not null,
  case_id text not null,
  seq int not null,
  to_kind text not null check (to_kind in ('agency', 'person')),
  to_id text not null,
  primary key (partnership, case_id, seq, to_kind, to_id)
);

create table part (
  partnership text not null,
  case_id text not null,
  person text not null,
  agency text not null,
  level text not null check (level in ('party', 'supporter', 'decider', 'panel', 'board', 'observer')),
  starts timestamptz not null,
  ends timestamptz,
  primary key (partnership, case_id, person, agency, level, starts)
);
create index part_person on part (partnership, person, case_id);

create table deadline (
  partnership text not null,
  case_id text not null,
  key text not null,
  duty_id text not null,
  agency text not null,
  side text not null,
  role text not null,
  people text[] not null,
  due timestamptz,
  status text not null,
  guide boolean not null,
  claimed timestamptz,
  primary key (partnership, case_id, key)
);
create index deadline_due on deadline (partnership, due) where status = 'open' and due is not null;
comment on column deadline.claimed is 'When a sweep took it; a sweep that died lets it go after its lease.';

create table register (
  partnership text not null,
  case_id text not null,
  number text not null,
  stage text not null,
  stage_title text not null,
  status text not null,
  raising_agency text not null,
  responding_agencies text[] not null,
  reasons text[] not null,
  age_band text,
  flags text[] not null,
  waiting_for text not null,
  due timestamptz,
  late boolean not null,
  ending text,
  policy_id text not null,
  raised_at timestamptz not null,
  closed_at timestamptz,
  rehearsal boolean not null,
  due_key timestamptz not null generated always as (coalesce(due, 'infinity'::timestamptz)) stored,
  primary key (partnership, case_id)
);
create index register_by_due on register (partnership, rehearsal, due_key, case_id);

create table draft (
  partnership text not null,
  author text not null,
  id text not null,
  case_id text,
  kind text not null,
  saved timestamptz not null,
  sealed bytea not null,
  key_version int not null,
  primary key (partnership, author, id)
);

create table outbox (
  partnership text not null,
  id text not null,
  kind text not null,
  to_person text not null,
  case_id text,
  sealed bytea not null,
  key_version int not null,
  queued timestamptz not null,
  after timestamptz not null,
  taken timestamptz,
  tries int not null default 0,
  done timestamptz,
  primary key (partnership, id)
);
create index outbox_waiting on outbox (partnership, after) where done is null;

create table audit (
  partnership text not null,
  id uuid not null default gen_random_uuid(),
  at timestamptz not null,
  person text not null,
  agency text,
  role text,
  case_id text,
  what text not null check (what in ('read', 'refused', 'acted')),
  route text not null,
  purpose text not null,
  seqs int[] not null,
  session text,
  request text,
  primary key (partnership, id)
);
create index audit_case on audit (partnership, case_id, at) where case_id is not null;

create table submission (
  partnership text not null,
  person text not null,
  key text not null,
  body_hash bytea not null,
  claimed timestamptz not null,
  answer bytea,
  answer_key int,
  primary key (partnership, person, key)
);
comment on column submission.body_hash is 'Keyed hash of what was sent.';

create table session (
  partnership text not null,
  token_hash bytea not null,
  person text not null,
  created timestamptz not null,
  seen timestamptz not null,
  ends timestamptz not null,
  ended timestamptz,
  primary key (partnership, token_hash)
);
create index session_person on session (partnership, person) where ended is null;
comment on column session.token_hash is 'SHA-256 of a 256-bit random token: not usable as a token.';

create table checkpoint (
  partnership text not null,
  case_id text not null,
  seq int not null,
  hash bytea not null,
  at timestamptz not null,
  signer text not null,
  signature bytea not null,
  primary key (partnership, case_id, seq)
);
