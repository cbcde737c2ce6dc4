-- How a policy comes into force and is kept true: drafts, adoption with its signature, reviews.
-- Only rows are added. A draft saved by two people at once meets its own key: one wins, the other is told.

alter table post add column keeps_policies boolean not null default false;
comment on column post.keeps_policies is 'May draft policies, and adopt them: for everybody when the post is at the Board, else for its own agency.';

create table policy_draft (
  partnership text not null,
  id text not null,
  began timestamptz not null,
  began_by text not null,
  of_policy text,
  of_version int,
  primary key (partnership, id)
);
comment on column policy_draft.of_policy is 'The policy this began as a copy of; empty for a new one.';

create table policy_draft_revision (
  partnership text not null,
  draft text not null,
  revision int not null check (revision > 0),
  text text not null check (octet_length(text) <= 262144),
  saved timestamptz not null,
  saved_by text not null,
  primary key (partnership, draft, revision)
);

create table policy_draft_end (
  partnership text not null,
  draft text not null,
  ended timestamptz not null,
  ended_by text not null,
  how text not null check (how in ('adopted', 'set aside')),
  primary key (partnership, draft)
);

alter table adoption
  add column starts timestamptz,
  add column review_on text,
  add column agency text,
  add column signed_as text not null default '',
  add column on_behalf_of text not null default '',
  add column reason text,
  add column findings jsonb,
  add column draft text;
comment on column adoption.starts is 'Cases raised from then on go by it; empty: from its adoption.';
comment on column adoption.agency is 'Only cases that this agency raises go by it; empty: everybody''s.';
comment on column adoption.adopted_by is 'Who signed.';
comment on column adoption.reason is 'Why it was adopted although the check warned.';
comment on column adoption.findings is 'What the check found then: how many errors, warnings and notes, and the warnings'' rules.';

create table policy_review (
  partnership text not null,
  policy text not null,
  version int not null,
  told timestamptz not null,
  told_by text not null,
  kind text not null check (kind in ('called', 'held')),
  reason text not null,
  next_on text,
  primary key (partnership, policy, version, told, kind)
);
comment on table policy_review is 'A review called before its date, with the reason; a review held, with what came of it and when the next is due.';

-- Whether whoever asks holds, today, a post that keeps policies. Nobody signs by standing in for somebody else.
create function keeps_policies() returns boolean language sql stable parallel safe as $$
  select exists (
    select from post p
    where p.partnership = app_partnership() and p.person = app_person() and p.keeps_policies
      and (p.starts is null or p.starts <= app_today()) and (p.ends is null or p.ends >= app_today()))
$$;
revoke all on function keeps_policies() from public;
grant execute on function keeps_policies() to concordat_app;

do $$
declare
  name text;
begin
  foreach name in array array['policy_draft', 'policy_draft_revision', 'policy_draft_end', 'policy_review'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy auditor on %I for select to concordat_auditor using (true)', name);
    execute format('create policy engine on %I to concordat_engine using (partnership = (select app_partnership()))', name);
  end loop;
  -- A draft is read by those who keep policies; a review by everybody of the partnership, as the policy is.
  foreach name in array array['policy_draft', 'policy_draft_revision', 'policy_draft_end'] loop
    execute format('create policy keeper on %I for select to concordat_app using (partnership = (select app_partnership()) and (select keeps_policies()))', name);
  end loop;
  create policy app on policy_review for select to concordat_app using (partnership = (select app_partnership()));
end
$$;
create policy begin on policy_draft for insert to concordat_app
  with check (partnership = (select app_partnership()) and (select keeps_policies()) and began_by = (select app_person()));
create policy save on policy_draft_revision for insert to concordat_app
  with check (partnership = (select app_partnership()) and (select keeps_policies()) and saved_by = (select app_person()));
create policy finish on policy_draft_end for insert to concordat_app
  with check (partnership = (select app_partnership()) and (select keeps_policies()) and ended_by = (select app_person()));
create policy tell on policy_review for insert to concordat_app
  with check (partnership = (select app_partnership()) and (select keeps_policies()) and told_by = (select app_person()));
create policy keep on policy for insert to concordat_app
  with check (partnership = (select app_partnership()) and (select keeps_policies()));
create policy sign on adoption for insert to concordat_app
  with check (partnership = (select app_partnership()) and (select keeps_policies()) and adopted_by = (select app_person()));

grant insert on policy, adoption to concordat_app;
grant select, insert on policy_draft, policy_draft_revision, policy_draft_end, policy_review to concordat_app;
grant select on policy_draft, policy_draft_revision, policy_draft_end, policy_review to concordat_auditor;
grant select, insert on policy_review to concordat_engine;
