-- The second wall knows for whom somebody adopts: a post at the Board for everybody, another post for the cases of its own agency and no other.
create function keeps_policies_for(whose text) returns boolean language sql stable parallel safe as $$
  select exists (
    select from post p join agency a on a.partnership = p.partnership and a.id = p.agency
    where p.partnership = app_partnership() and p.person = app_person() and p.keeps_policies
      and (p.starts is null or p.starts <= app_today()) and (p.ends is null or p.ends >= app_today())
      and case when a.kind = 'board' then whose is null else p.agency = whose end)
$$;
revoke all on function keeps_policies_for(text) from public;
grant execute on function keeps_policies_for(text) to concordat_app;

drop policy sign on adoption;
create policy sign on adoption for insert to concordat_app
  with check (partnership = (select app_partnership()) and adopted_by = (select app_person()) and keeps_policies_for(agency)
    and starts >= (select app_now()) and adopted = (select app_now()));

-- A partnership's row names its rehearsals' drafts and who began them: nobody else's business.
drop policy everyone on partnership;
create policy everyone on partnership for select to concordat_engine, concordat_work using (true);
create policy own on partnership for select to concordat_app
  using (id = (select app_partnership()) or rehearsal_of = (select app_partnership()));
