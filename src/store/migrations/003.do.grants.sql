-- Least privilege. src/store/grants.txt says the same and a test compares them.
-- Nobody updates or deletes an entry, a reading, a checkpoint, a key or a policy version.

grant select on part, cases, cover to concordat_gate;

-- The pages and the API, for a person.
grant select on partnership, agency, person, post, cover, policy, adoption, calendar to concordat_app;
grant select, insert, update (version, head, label, label_key) on cases to concordat_app;
grant select, insert on case_key, entry, checkpoint, audit to concordat_app;
grant select, insert, delete on entry_share to concordat_app;
grant select, insert, delete, update (ends) on part to concordat_app;
grant select, insert, update, delete on deadline to concordat_app;
grant select, insert, update on register to concordat_app;
grant select, insert, update, delete on draft to concordat_app;
grant insert on outbox to concordat_app;
grant select, insert, update (answer, answer_key) on submission to concordat_app;
grant select, insert, update (seen, ended) on session to concordat_app;

-- The program itself: automatic entries, the directory, policies, rebuilding projections.
grant select, insert, update on partnership, agency, person to concordat_engine;
grant select, insert, update, delete on post, cover to concordat_engine;
grant select, insert on policy, adoption, calendar to concordat_engine;
grant select, insert, update (version, head, label, label_key) on cases to concordat_engine;
grant select, insert on case_key, entry, checkpoint to concordat_engine;
grant insert on audit to concordat_engine;
grant select, insert, delete on entry_share to concordat_engine;
grant select, insert, delete, update (ends) on part to concordat_engine;
grant select, insert, update, delete on deadline to concordat_engine;
grant select, insert, update on register to concordat_engine;
grant select, insert, update (taken, tries, done, after) on outbox to concordat_engine;

-- The sweeper: dates, addresses and notices. No entry, no draft, no label.
grant select on partnership, case_key, person to concordat_work;
grant select, update (claimed) on deadline to concordat_work;
grant select, update (taken, tries, done, after) on outbox to concordat_work;

-- Whoever verifies: reads all, writes nothing.
grant select on keyring, partnership, agency, person, post, cover, policy, adoption, calendar, cases, case_key, entry, entry_share, part,
  deadline, register, draft, outbox, audit, submission, session, checkpoint to concordat_auditor;
