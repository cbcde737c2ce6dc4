-- Row security: the second wall behind the program's own rules. Every setting is set for one transaction; unset or empty means no rows.
--   app.partnership, app.person, app.now   who asks, and when (the program's clock, so that grants end on it)
--   app.case, app.mode                     fold  = the whole record of one case, for deciding; asks for a live part in it
--                                          raise = writing a case that does not exist yet
--                                          read  = only what the audience of each entry admits; in one case when app.case is set, otherwise in all

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

-- The cases that this transaction may touch in its mode. Runs as concordat_gate, which sees parts whole: the policies of `part` could not ask `part`
-- about itself, and one function asked once for each table costs a tenth of a subquery in each policy.
create function my_cases() returns text[] language sql stable security definer set search_path = pg_catalog, public
  as $$
    select case app_mode()
      when 'fold' then array(
        select app_case() where exists (
          select from part
          where partnership = app_partnership() and case_id = app_case() and person = any ((select acting_for())::text[])
            and starts <= app_now() and (ends is null or ends > app_now())))
      when 'raise' then array(
        select app_case() where not exists (select from cases where partnership = app_partnership() and case_id = app_case()))
      when 'read' then array(
        select distinct case_id from part
        where partnership = app_partnership() and person = any ((select acting_for())::text[]) and (app_case() is null or case_id = app_case())
          and starts <= app_now() and (ends is null or ends > app_now()))
      else '{}'::text[] end
  $$;

-- The register is read by those who hold a post in the partnership's own office today.
create function reads_register() returns boolean language sql stable parallel safe
  as $$
    select exists (
      select from post o join agency a on a.partnership = o.partnership and a.id = o.agency
      where o.partnership = app_partnership() and o.person = app_person() and a.kind = 'board'
        and (o.starts is null or o.starts <= app_today()) and (o.ends is null or o.ends >= app_today()))
  $$;

revoke all on function my_cases() from public;
grant execute on function my_cases() to concordat_app;
alter function my_cases() owner to concordat_gate;

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

-- The tables of one case: read what belongs to the cases of this transaction, write to the one it is about.
do $$
declare
  name text;
  mine text := 'partnership = (select app_partnership()) and case_id = any ((select my_cases())::text[])';
  writing text := mine || ' and (select app_mode()) in (''fold'', ''raise'')';
begin
  foreach name in array array['cases', 'case_key', 'part', 'deadline', 'register', 'entry_share', 'checkpoint'] loop
    execute format('create policy mine on %I for select to concordat_app using (%s)', name, mine);
    execute format('create policy engine on %I to concordat_engine using (partnership = (select app_partnership()))', name);
  end loop;
  foreach name in array array['case_key', 'part', 'deadline', 'register', 'entry_share', 'checkpoint'] loop
    execute format('create policy add on %I for insert to concordat_app with check (%s)', name, writing);
  end loop;
  foreach name in array array['cases', 'part', 'deadline', 'register'] loop
    execute format('create policy change on %I for update to concordat_app using (%s)', name, writing);
  end loop;
  foreach name in array array['part', 'deadline', 'entry_share'] loop
    execute format('create policy remove on %I for delete to concordat_app using (%s)', name, writing);
  end loop;
end
$$;
create policy raise on cases for insert to concordat_app
  with check (partnership = (select app_partnership()) and case_id = (select app_case()) and (select app_mode()) = 'raise'
    and raised_by = (select app_person()));
-- Its name comes before the other's: whoever reads the register is not asked for their cases.
create policy keeper on register for select to concordat_app
  using (partnership = (select app_partnership()) and (select app_mode()) = 'read' and (select reads_register()));
create policy work on deadline to concordat_work using (partnership = (select app_partnership()));

create policy fold on entry for select to concordat_app
  using (partnership = (select app_partnership()) and (select app_mode()) in ('fold', 'raise') and case_id = any ((select my_cases())::text[]));
create policy read on entry for select to concordat_app
  using (partnership = (select app_partnership()) and (select app_mode()) = 'read' and exists (
    select from part p
    where p.partnership = entry.partnership and p.case_id = entry.case_id and p.person = any ((select acting_for())::text[])
      and p.starts <= (select app_now()) and (p.ends is null or p.ends > (select app_now()))
      and (
        (entry.audience = 'parties' and p.level in ('party', 'decider', 'supporter', 'panel'))
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
  with check (partnership = (select app_partnership()) and (select app_mode()) in ('fold', 'raise') and case_id = any ((select my_cases())::text[])
    and by_person in ((select app_person()), 'concordat'));
create policy engine on entry for select to concordat_engine
  using (partnership = (select app_partnership()) and case_id = (select app_case()));
create policy engine_write on entry for insert to concordat_engine
  with check (partnership = (select app_partnership()) and case_id = (select app_case()) and by_person = 'concordat');

-- Keys of what belongs to no case but to oneself or the house.
create policy house on case_key to concordat_app
  using (partnership = (select app_partnership()) and case_id = '' and owner in ('directory', 'outbox', 'person:' || (select app_person())));
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
create policy mine on audit for select to concordat_app
  using (partnership = (select app_partnership()) and case_id = any ((select my_cases())::text[]));
create policy engine on audit for insert to concordat_engine
  with check (partnership = (select app_partnership()) and person = 'concordat');
