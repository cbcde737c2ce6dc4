import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { as, note, raising, THEN } from '../../test/case-samples.ts'
import { type TestStore, testStore } from '../../test/database.ts'

let t: TestStore
before(async () => {
  t = await testStore({ clock: () => THEN + 1000 })
})
after(() => t.close())

/** Tables without row security, each with its reason. */
const OPEN_TABLES: Readonly<Record<string, string>> = {
  schemaversion: 'which migrations were applied: the owner’s alone, no case data',
  keyring: 'fingerprints of master keys: no partnership, no case data, read by the auditor and at start-up',
}

const unforced = async () =>
  (
    await t.admin<{ name: string }>(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and not (c.relkind in ('r', 'p') and c.relrowsecurity and c.relforcerowsecurity)
        and not (c.relkind = 'v' and coalesce('security_invoker=true' = any (c.reloptions), false))
      order by 1`)
  ).map((row) => row.name)

test('every table has row security, forced; the exceptions are named', async () => {
  assert.deepEqual(await unforced(), Object.keys(OPEN_TABLES).sort())
})

test('the check above goes red for a table without FORCE, and for a view that goes past the wall', async () => {
  await t.admin('create table planted (partnership text); alter table planted enable row level security')
  await t.admin('create view planted_view as select * from entry')
  assert.deepEqual(await unforced(), [...Object.keys(OPEN_TABLES), 'planted', 'planted_view'].sort())
  await t.admin('drop view planted_view; drop table planted')
})

test('every table’s key begins with the partnership', async () => {
  const rows = await t.admin<{ name: string; first: string }>(`
    select c.relname as name, a.attname as first
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where n.nspname = 'public' and (i.indisprimary or i.indisunique) and c.relkind = 'r'`)
  const wrong = rows.filter(
    (row) => row.first !== 'partnership' && !(row.name in OPEN_TABLES) && row.name !== 'partnership',
  )
  assert.deepEqual(wrong, [])
})

test('grants are those of the checked-in file', async () => {
  const rows = await t.admin<{ line: string }>(`
    with granted as (
      select c.relname as what, 'table' as kind, g.grantee, g.privilege_type as privilege, null as col
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g where n.nspname = 'public'
      union all
      select c.relname, 'table', g.grantee, g.privilege_type, a.attname
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) g
      where n.nspname = 'public'
      union all
      select p.proname, 'function', g.grantee, g.privilege_type, null
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(p.proacl) g where n.nspname = 'public'
      union all
      select n.nspname, 'schema', g.grantee, g.privilege_type, null from pg_namespace n, aclexplode(n.nspacl) g where n.nspname = 'public'
    )
    select concat_ws(' ', coalesce(r.rolname, 'public'), kind, what, string_agg(privilege || coalesce('(' || col || ')', ''), ' ' order by privilege, col)) as line
    from granted left join pg_roles r on r.oid = grantee
    where coalesce(r.rolname, 'public') not in ('concordat_owner', 'concordat_super', 'pg_database_owner')
    group by coalesce(r.rolname, 'public'), kind, what order by 1`)
  const file = await readFile(join(import.meta.dirname, 'grants.txt'), 'utf8')
  const expected = file.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  assert.deepEqual(
    rows.map((row) => row.line),
    expected,
  )
})

test('no role of the running service is more than it should be, or owns anything', async () => {
  const rows = await t.admin<{ name: string }>(`
    select rolname as name from pg_roles where rolname like 'concordat\\_%' and rolname <> 'concordat_super'
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit)`)
  assert.deepEqual(rows, [])
  const owned = await t.admin(`
    select relname from pg_class where pg_get_userbyid(relowner) in ('concordat_app', 'concordat_engine', 'concordat_work', 'concordat_auditor')`)
  assert.deepEqual(owned, [])
})

test('each forbidden statement is refused', async () => {
  const it = raising([note(1, 'amal', 'school', 'x')])
  await t.store.transaction(as('amal'), (tx) => tx.append(it))
  for (const role of ['concordat_app', 'concordat_engine', 'concordat_work', 'concordat_auditor'])
    for (const statement of [
      'update entry set kind = kind',
      'delete from entry',
      'truncate entry',
      'update audit set person = person',
      'delete from audit',
      'truncate audit',
      'update checkpoint set seq = seq',
      'delete from checkpoint',
      'delete from case_key',
      'update policy set text = text',
      'delete from cases',
      'create table mine (x int)',
      'alter table entry disable row level security',
      'drop policy fold on entry',
      'set role concordat_owner',
      'set role concordat_gate',
    ])
      await assert.rejects(
        t.as(role, statement),
        /permission denied|must be owner|does not exist/,
        `${role}: ${statement}`,
      )
})
