-- Roles belong to the whole server, so they stand outside the migrations; safe to run again and again.
-- owner runs migrations; gate answers "has this person a part?" for row security and can do nothing else; the other four are what the program signs in as.
do $$
declare
  name text;
begin
  foreach name in array array['concordat_owner', 'concordat_gate'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin nosuperuser nocreatedb nocreaterole noinherit nobypassrls', name);
    end if;
  end loop;
  foreach name in array array['concordat_app', 'concordat_engine', 'concordat_work', 'concordat_auditor'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I login nosuperuser nocreatedb nocreaterole noinherit nobypassrls', name);
    end if;
  end loop;
  grant concordat_gate to concordat_owner;
  execute format('grant concordat_owner to %I', current_user);
  execute format('grant create, connect on database %I to concordat_owner', current_database());
  execute format('grant connect on database %I to concordat_app, concordat_engine, concordat_work, concordat_auditor', current_database());
  execute format('revoke all on database %I from public', current_database());
end
$$;
revoke create on schema public from public;
grant usage, create on schema public to concordat_owner, concordat_gate;
grant usage on schema public to concordat_app, concordat_engine, concordat_work, concordat_auditor;
