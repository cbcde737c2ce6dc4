-- Row security: the second wall behind the program's own rules. Every setting is set for one transaction; unset or empty means no rows.
--   app.partnership, app.person, app.now   who asks, and when (the program's clock, so that grants end on it)
--   app.case, app.mode                     fold  = the whole record of one case, for deciding; asks for a live part in it
--                                          raise = writing a case that does not exist yet
--                                          read  = only what the audience of each entry admits

create function app_partnership() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.partnership', true), '') $$;
create function app_person() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.person', true), '') $$;
create function app_case() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.case', true), '') $$;
create function app_mode() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.mode', true), '') $$;
create function app_now() returns timestamptz language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;
create function app_today() returns text language sql stable parallel safe
  as $$ select to_char(app_now() at time zone 'Europe/London', 'YYYY-MM-DD') $$;

-- The person asking, and those for whom they stand in today.
create function acting_for() returns text[] language sql stable parallel safe
  as $$
    select case when app_person() is null then '{}'::text[]
      else array(
        select app_person()
        union
        select person from cover
        where partnership = app_partnership() and cover = app_person() and app_today() between starts and ends
      ) end
  $$;

-- Runs as concordat_gate, which sees parts and cases whole: the policies of `part` could not ask `part` about itself.
create function may_fold() returns boolean language sql stable security definer set search_path = pg_catalog, public
  as $$
    select case app_mode()
      when 'fold' then exists (
        select from part
        where partnership = app_partnership() and case_id = app_case() and person = any ((select acting_for())::text[])
          and starts <= app_now() and (ends is null or ends > app_now()))
      when 'raise' then not exists (select from cases where partnership = app_partnership() and case_id = app_case())
      else false end
  $$;

-- The register is read by those who hold a post in the partnership's own office today.
create function reads_register() returns boolean language sql stable parallel safe
  as $$
    select exists (
      select from post o join agency a on a.partnership = o.partnership and a.id = o.agency
      where o.partnership = app_partnership() and o.person = app_person() and a.kind = 'board'
        and (o.starts is null or o.starts <= app_today()) and (o.ends is null or o.ends >= app_today()))
  $$;

revoke all on function may_fold() from public;
grant execute on function may_fold() to concordat_app;
alter function may_fold() owner to concordat_gate;

do $$
declare
  name text;
begin
  foreach name in array array[
    'partnership', 'agency', 'person', 'post', 'cover', 'policy', 'adoption', 'calendar', 'cases', 'case_key', 'entry', 'entry_share', 'part',
    'deadline', 'register', 'draft', 'outbox', 'audit', 'submission', 'session', 'checkpoint'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy auditor on %I for select to concordat_auditor using (true)', name);
  end loop;
  foreach name in array array['agency', 'person', 'post', 'cover', 'policy', 'adoption', 'calendar'] loop
    execute format('create policy app on %I for select to concordat_app using (partnership = (select app_partnership()))', name);
    execute format('create policy engine on %I to concordat_engine using (partnership = (select app_partnership()))', name);
  end loop;
end
$$;

create policy everyone on partnership for select to concordat_app, concordat_engine, concordat_work using (true);
create policy engine on partnership to concordat_engine using (id = (select app_partnership()));

create policy gate on part for select to concordat_gate using (true);
create policy gate on cases for select to concordat_gate using (true);
create policy gate on cover for select to concordat_gate using (true);

-- The tables of one case. `own` (any case one has a part in) is for lists, so it asks for mode read: a write to one case must not walk all of them.
create policy own on part for select to concordat_app
  using (partnership = (select app_partnership()) and person = any ((select acting_for())::text[]));
create policy fold on part to concordat_app
  using (partnership = (select app_partnership()) and case_id = (select app_case()) and (select may_fold()));
create policy engine on part to concordat_engine using (partnership = (select app_partnership()));

create policy fold on cases for select to concordat_app
  using (partnership = (select app_partnership()) and case_id = (select app_case()) and (select may_fold()));
create policy move on cases for update to concordat_app
  using (partnership = (select app_partnership()) and case_id = (select app_case()) and (select may_fold()));
create policy raise on cases for insert to concordat_app
  with check (partnership = (select app_partnership()) and case_id = (select app_case()) and (select app_mode()) = 'raise'
    and raised_by = (select app_person()));
create policy own on cases for select to concordat_app
  using (partnership = (select app_partnership()) and (select app_mode()) = 'read' and exists (
    select from part p where p.partnership = cases.partnership and p.case_id = cases.case_id and p.person = any ((select acting_for())::text[])
      and p.starts <= (select app_now()) and (p.ends is null or p.ends > (select app_now()))));
create policy engine on cases to concordat_engine using (partnership = (select app_partnership()));

create policy fold on entry for select to concordat_app
  using (partnership = (select app_partnership()) and case_id = (select app_case()) and (select may_fold()));
create policy read on entry for select to concordat_app
  using (partnership = (select app_partnership()) and (select app_mode()) = 'read' and exists (
    select from part p
    where p.partnership = entry.partnership and p.case_id = entry.case_id and p.person = any ((select acting_for())::text[])
      and p.starts <= (select app_now()) and (p.ends is null or p.ends > (select app_now()))
      and (
        (entry.audience = 'parties' and p.level in ('party', 'decider', 'supporter'))
        or (entry.audience = 'agency' and p.agency = entry.audience_agency)
        or (entry.audience = 'people' and (select app_person()) = any (entry.audience_people))
        or (entry.audience = 'board' and p.level in ('board', 'decider'))
        or (entry.audience = 'panel' and p.level in ('panel', 'decider'))
        or entry.by_person = (select app_person())
        or exists (
          select from entry_share s
          where s.partnership = entry.partnership and s.case_id = entry.case_id and s.seq = entry.seq
            and ((s.to_kind = 'person' and s.to_id = (select app_person())) or (s.to_kind = 'agency' and s.to_id = p.agency))))));
-- Nobody writes in another's name; the program writes beside the person whose act set it going.
create policy write on entry for insert to concordat_app
  with check (partnership = (select app_partnership()) and case_id = (select app_case()) and (select may_fold())
    and by_person in ((select app_person()), 'concordat'));
create policy engine on entry for select to concordat_engine
  using (partnership = (select app_partnership()) and case_id = (select app_case()));
create policy engine_write on entry for insert to concordat_engine
  with check (partnership = (select app_partnership()) and case_id = (select app_case()) and by_person = 'concordat');

create policy own on entry_share for select to concordat_app
  using (partnership = (select app_partnership()) and (select app_mode()) = 'read' and exists (
    select from part p where p.partnership = entry_share.partnership and p.case_id = entry_share.case_id and p.person = any ((select acting_for())::text[])));
do $$
declare
  name text;
begin
  foreach name in array array['entry_share', 'deadline', 'register'] loop
    execute format('create policy fold on %I to concordat_app using (partnership = (select app_partnership()) and case_id = (select app_case()) and (select may_fold()))', name);
    execute format('create policy engine on %I to concordat_engine using (partnership = (select app_partnership()))', name);
  end loop;
  foreach name in array array['deadline', 'register'] loop
    execute format($policy$
      create policy own on %1$I for select to concordat_app
        using (partnership = (select app_partnership()) and (select app_mode()) = 'read' and exists (
          select from part p where p.partnership = %1$I.partnership and p.case_id = %1$I.case_id and p.person = any ((select acting_for())::text[])
            and p.starts <= (select app_now()) and (p.ends is null or p.ends > (select app_now()))))
      $policy$, name);
  end loop;
end
$$;
create policy office on register for select to concordat_app
  using (partnership = (select app_partnership()) and (select app_mode()) = 'read' and (select reads_register()));
create policy work on deadline to concordat_work using (partnership = (select app_partnership()));

create policy fold on checkpoint to concordat_app
  using (partnership = (select app_partnership()) and case_id = (select app_case()) and (select may_fold()));
create policy engine on checkpoint to concordat_engine
  using (partnership = (select app_partnership()) and case_id = (select app_case()));

-- Keys: of the case at hand, of the cases one has a part in (labels), and of what belongs to no case but to oneself or the house.
create policy fold on case_key to concordat_app
  using (partnership = (select app_partnership()) and case_id = (select app_case()) and (select may_fold()));
create policy own on case_key for select to concordat_app
  using (partnership = (select app_partnership()) and case_id <> '' and (select app_mode()) = 'read' and exists (
    select from part p where p.partnership = case_key.partnership and p.case_id = case_key.case_id and p.person = any ((select acting_for())::text[])
      and p.starts <= (select app_now()) and (p.ends is null or p.ends > (select app_now()))));
create policy house on case_key to concordat_app
  using (partnership = (select app_partnership()) and case_id = '' and owner in ('directory', 'outbox', 'person:' || (select app_person())));
create policy engine on case_key to concordat_engine using (partnership = (select app_partnership()));
create policy work on case_key for select to concordat_work
  using (partnership = (select app_partnership()) and case_id = '' and owner in ('directory', 'outbox'));

-- What is one person's own.
create policy own on draft to concordat_app using (partnership = (select app_partnership()) and author = (select app_person()));
create policy own on submission to concordat_app using (partnership = (select app_partnership()) and person = (select app_person()));
create policy app on session to concordat_app using (partnership = (select app_partnership()));
create policy write on outbox for insert to concordat_app with check (partnership = (select app_partnership()));
create policy engine on outbox to concordat_engine using (partnership = (select app_partnership()));
create policy work on outbox to concordat_work using (partnership = (select app_partnership()));
create policy work on person for select to concordat_work using (partnership = (select app_partnership()));
create policy write on audit for insert to concordat_app
  with check (partnership = (select app_partnership()) and person = (select app_person()));
create policy fold on audit for select to concordat_app
  using (partnership = (select app_partnership()) and case_id = (select app_case()) and (select may_fold()));
create policy engine on audit for insert to concordat_engine
  with check (partnership = (select app_partnership()) and person = 'concordat');
