-- my_cases() is asked for each table of each statement: some twenty times for one write, a third of what the write costs the database.
-- The answer is now kept for the transaction, under everything it was worked out from: another person, partnership, mode, case or moment is another
-- question. Whether a case may be raised is never kept, because raising it changes the answer. What ends within a transaction ends with it.
-- A mode of its own, `folds`: the whole record of every case in which one has a live part, for the first page. It is what `fold` gives, case by case.
set local role concordat_gate;
create or replace function my_cases() returns text[] language plpgsql stable security definer set search_path = pg_catalog, public
  as $$
    declare
      mode constant text := app_mode();
      place constant text := app_partnership();
      one constant text := app_case();
      question constant text := jsonb_build_array(mode, place, app_person(), one, current_setting('app.now', true))::text || chr(10);
      kept constant text := current_setting('app.mine', true);
      people text[];
      answer text[];
    begin
      if mode is null or place is null or mode not in ('fold', 'raise', 'read', 'folds') then
        return '{}'::text[];
      end if;
      if mode = 'raise' then
        return array(select one where not exists (select from cases where partnership = place and case_id = one));
      end if;
      if starts_with(kept, question) then
        return substr(kept, length(question) + 1)::text[];
      end if;
      people := acting_for();
      if mode = 'fold' or one is not null then
        answer := array(
          select one where exists (
            select from part where partnership = place and case_id = one and person = any (people)
              and starts <= app_now() and (ends is null or ends > app_now())));
      else
        answer := array(
          select distinct case_id from part where partnership = place and person = any (people)
            and starts <= app_now() and (ends is null or ends > app_now()));
      end if;
      perform set_config('app.mine', question || answer::text, true);
      return answer;
    end
  $$;
set local role concordat_owner;

create policy folds on entry for select to concordat_app
  using (partnership = (select app_partnership()) and (select app_mode()) = 'folds' and case_id = any ((select my_cases())::text[]));
