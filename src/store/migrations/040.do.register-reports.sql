-- That the register of a policy was reported, and to whom: told by somebody at the Board, whose register it is.
alter table policy_review drop constraint policy_review_kind_check;
alter table policy_review add constraint policy_review_kind_check check (kind in ('called', 'held', 'reported'));
comment on table policy_review is 'A review called before its date, with the reason; a review held, with what came of it and when the next is due; a report of the register, with to whom.';

drop policy tell on policy_review;
create policy tell on policy_review for insert to concordat_app
  with check (partnership = (select app_partnership()) and told_by = (select app_person()) and (
    (kind <> 'reported' and (select keeps_policies()))
    or (kind = 'reported' and exists (
      select from post p join agency a on a.partnership = p.partnership and a.id = p.agency
      where p.partnership = (select app_partnership()) and p.person = (select app_person()) and a.kind = 'board'
        and (p.starts is null or p.starts <= (select app_today())) and (p.ends is null or p.ends >= (select app_today()))))));
