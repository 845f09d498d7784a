import { seedMandant } from '../../server/demo/seed-mandant.js';
import { createActRunner } from '../../server/platform/act-runner.js';
import { newId } from '../../server/platform/ids.js';
import { openDatabase } from '../../server/platform/postgres/database.js';
import { listMandanten } from '../../server/platform/postgres/mandanten.js';
import { migrate } from '../../server/platform/postgres/migrate.js';
import { appendProtokoll } from '../../server/protokoll/append-protokoll.js';
import { streamProtokoll } from '../../server/protokoll/protokoll.store.js';
import { verifyDatabase } from '../../server/protokoll/verify-database.js';
import { markerIsOld, markerOf, saveMarker } from '../../server/workflow/zeebe/store/cluster.store.js';
import {
  definitionOf,
  keepDeployed,
  undeployed,
  undeployedProcesses,
} from '../../server/workflow/zeebe/store/definition.store.js';
import {
  decisionsConflict,
  keepDecisionsDeployed,
  undeployedDecisions,
} from '../../server/workflow/zeebe/store/decision.store.js';
import { doEverything, type Done } from '../support/everything/everything.js';
import { administerMandanten } from '../support/everything/mandanten.js';
import { openTestOffice, type TestOffice } from '../support/office.js';
import { testDatabase, type TestDatabase } from '../support/postgres.js';
import { distinct, recording, type Statement } from '../support/recorded-statements.js';
import { connected, replay, type Eyes, type Outcome } from '../support/replay.js';

/** Nobody's Mandant: whatever it sees belongs to somebody else. */
const STRANGER: Eyes = { mandantId: newId(), viewer: 'system' };
/**
 * Keys of the engine come from one sequence for all Mandanten; a number says nothing about anybody. Bytes lie under their
 * hash for all of them; whether somebody needs them is answered about a hash that the asker already has.
 */
const SHARED = /nextval\('engine\.key_block'\)|object_is_referenced\(/;
const REFUSED_BY_POLICY = '42501';

const sent: Statement[] = [];
let office: TestOffice;
let empty: TestDatabase;
let performed: Done;
beforeAll(async () => {
  empty = await testDatabase(migrate);
  office = await openTestOffice({ around: (database) => recording(database, sent) });
  performed = await doEverything(office);
  await recordSeeding();
  await recordDeployingOnZeebe();
  for await (const _row of streamProtokoll(recording(office.bench.database, sent), office.bench.mandantId));
}, 240_000);
afterAll(async () => {
  await office.close();
  await empty.drop();
});

describe('the statements of the office, sent again by another Mandant', () => {
  it('are those of every act and of every route', () => {
    expect(office.acts.map(({ act }) => act).filter((act) => !performed.acts.has(act))).toEqual([]);
    expect(office.routes.filter((route) => !performed.routes.has(route)).map(({ path }) => path)).toEqual([]);
  });

  it('speak of every table that belongs to a Mandant', async () => {
    const texts = sent.map(({ sql }) => sql).join('\n');
    const silent = (await mandantTables()).filter((table) => !new RegExp(`\\b${table}\\b`).test(texts));
    expect(silent).toEqual([]);
  });

  it('find nothing when they read: the answer is that of an empty database', async () => {
    const reading = distinct(sent).filter((statement) => !isWriting(statement) && !SHARED.test(statement.sql));
    const seen = await replayAll(office.bench.urls.applicationUrl, reading, STRANGER);
    const nothing = await replayAll(empty.applicationUrl, reading, STRANGER);
    const leaks = reading.filter((_, index) => JSON.stringify(seen[index]) !== JSON.stringify(nothing[index]));
    expect(leaks.map(({ sql }) => sql)).toEqual([]);
    const seenByUs = await replayAll(office.bench.urls.applicationUrl, reading, own());
    expect(
      seenByUs.filter((outcome, index) => JSON.stringify(outcome) !== JSON.stringify(nothing[index])).length,
    ).toBeGreaterThan(reading.length / 3);
  });

  it('change nothing when they write: each is refused or finds no row', async () => {
    const writing = distinct(sent).filter(isWriting);
    const outcomes = await replayAll(office.bench.urls.applicationUrl, writing, STRANGER);
    const wrong = writing.filter((_, index) => !harmless(outcomes[index]!));
    expect(wrong.map(({ sql }) => sql)).toEqual([]);
    expect(outcomes.filter(({ refused }) => refused === REFUSED_BY_POLICY).length).toBeGreaterThan(50);
    expect(outcomes.filter(({ refused }) => refused === null).length).toBeGreaterThan(50);
  });
});

/** Rows without content, by whether what they tell of was destroyed with a Loeschnachweis. */
const ERASED = `
  SELECT count(*) FILTER (WHERE gone)::int AS destroyed, count(*) FILTER (WHERE NOT gone)::int AS others
    FROM (SELECT object_id IN (SELECT record_id FROM vernichtung_item WHERE state = 'destroyed'
                               UNION SELECT part_of FROM vernichtung_object)
                   OR object_kind = 'aufgabe' AND object_id NOT IN (SELECT id FROM aufgabe) AS gone
            FROM protokoll k
           WHERE NOT EXISTS (SELECT FROM protokoll_payload l
                              WHERE l.mandant_id = k.mandant_id AND l.sequence = k.sequence)) rows`;

describe('the Protokoll, after every act and every route', () => {
  it('F67 stands as it was written: no row was changed or removed, and contents erased only by the acts that say so', async () => {
    const { database, checkpoints } = office.bench;
    const all = await verifyDatabase(database, checkpoints);
    expect(all.map(({ broken }) => broken)).toEqual(all.map(() => null));
    const verdicts = all.filter(({ mandantId }) => mandantId === office.bench.mandantId);
    expect(verdicts).toMatchObject([{ broken: null, checkpoints: 2, damagedCheckpoints: [] }]);
    const [erased] = await database.transaction(office.bench.mandantId, (queries) =>
      queries.query<{ destroyed: number; others: number }>(ERASED),
    );
    expect(erased?.others).toBe(1);
    expect(erased?.destroyed).toBeGreaterThan(3);
    expect(verdicts[0]?.erased).toBe(1 + (erased?.destroyed ?? 0));
    expect(verdicts[0]?.rows).toBeGreaterThan(100);
  });
});

describe('the tables of a Mandant', () => {
  it('look empty without a Mandant and under a foreign one', async () => {
    const tables = await mandantTables();
    for (const eyes of [null, STRANGER]) {
      const counts = await replayAll(office.bench.urls.applicationUrl, tables.map(countOf), eyes);
      expect(counts.map(({ rows }) => rows)).toEqual(tables.map(() => [{ count: 0 }]));
    }
    const seenByUs = await replayAll(office.bench.urls.applicationUrl, tables.map(countOf), own());
    expect(seenByUs.filter(({ rows }) => (rows[0] as { count: number }).count > 0).length).toBeGreaterThan(20);
  });

  it('cannot be filled without a Mandant', async () => {
    const sql = `INSERT INTO unit (id, mandant_id, code, name) VALUES ($1, $2, 'x', 'x')`;
    const statement = { sql, parameters: [newId(), office.bench.mandantId] };
    const [outcome] = await replayAll(office.bench.urls.applicationUrl, [statement], null);
    expect(outcome?.refused).toBe(REFUSED_BY_POLICY);
  });
});

describe('the role of the application', () => {
  const asApplication = (sql: string) => replayAll(office.bench.urls.applicationUrl, [{ sql, parameters: [] }], own());

  it.each([
    `UPDATE protokoll SET actor = 'x'`,
    'DELETE FROM protokoll',
    'TRUNCATE protokoll',
    `UPDATE protokoll_payload SET payload = '{}'`,
    'DELETE FROM protokoll_payload',
    `UPDATE protokoll_checkpoint SET note = 'x'`,
    'DELETE FROM protokoll_checkpoint',
    `UPDATE protokoll_tile SET hash = 'x'`,
    `UPDATE protokoll_key SET verifier_key = 'x'`,
    'DELETE FROM protokoll_key',
    `UPDATE dokument_version SET sha256 = 'x'`,
    `UPDATE dokument SET betreff = 'x'`,
    `UPDATE zeichnung SET decision = 'x'`,
    'DELETE FROM zeichnung',
    `UPDATE mandant SET kind = 'productive'`,
    'ALTER TABLE protokoll DISABLE ROW LEVEL SECURITY',
    'ALTER TABLE protokoll DISABLE TRIGGER protokoll_append_only',
    'DROP POLICY own_mandant ON akte',
    'CREATE TABLE own (id int)',
    'CREATE SCHEMA own',
    'CREATE FUNCTION own() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'SET ROLE laufmappe_owner',
    'COPY protokoll TO PROGRAM $$cat$$',
  ])('may not: %s', async (sql) => {
    expect((await asApplication(sql))[0]?.refused).toBe(REFUSED_BY_POLICY);
  });

  it('owns nothing and passes by no policy', async () => {
    const [roles] = await asApplication(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user`,
    );
    expect(roles?.rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }]);
    const [owned] = await asApplication(`SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = current_user`);
    expect(owned?.rows).toEqual([]);
  });
});

describe('the role of the sessions', () => {
  it('reaches the table of sessions and no other', async () => {
    const outcomes = await replayAll(office.bench.urls.sessionUrl, (await mandantTables()).map(countOf), null);
    const reached = (await mandantTables()).filter((_, index) => outcomes[index]?.refused !== REFUSED_BY_POLICY);
    expect(reached).toEqual(['session']);
  });

  it.each(['SELECT list_mandanten()', `SELECT find_login('jana.petersen')`, `SELECT object_is_referenced('x')`])(
    'may not call a function of the application: %s',
    async (sql) => {
      const [outcome] = await replayAll(office.bench.urls.sessionUrl, [{ sql, parameters: [] }], null);
      expect(outcome?.refused).toBe(REFUSED_BY_POLICY);
    },
  );
});

/** A database that is being filled, so that these statements are judged too. */
async function recordSeeding(): Promise<void> {
  const urls = await testDatabase(migrate);
  const database = await openDatabase(urls.applicationUrl);
  try {
    const { clock } = office.bench;
    const parts = { database: recording(database, sent), clock, appendProtokoll, wakeOutbox: () => undefined };
    const context = { mandantId: newId(), actor: { kind: 'system', name: 'demo' } } as const;
    const runner = createActRunner(parts);
    await runner.run(context, seedMandant, { passwordHash: 'none', keys: [] });
    expect(await listMandanten(database)).toEqual([context.mandantId]);
    await administerMandanten(runner, parts.database);
  } finally {
    await database.close();
    await urls.drop();
  }
}

/** What an office on Zeebe writes down beside: which cluster it is, and which definition there is which of ours. */
async function recordDeployingOnZeebe(): Promise<void> {
  const { mandantId, database } = office.bench;
  await recording(database, sent).transaction(mandantId, async (queries) => {
    const [process] = await undeployedProcesses(queries);
    if (!process) throw new Error('The office has no process in force');
    expect(await undeployed(queries, process.processId)).toMatchObject({ key: process.key });
    await keepDeployed(queries, mandantId, '4711', process.key);
    const [marker, now] = [newId(), office.bench.clock.now()];
    await saveMarker(queries, mandantId, marker, now);
    expect([await markerOf(queries), await markerIsOld(queries, now)]).toEqual([marker, false]);
    expect(await definitionOf(queries, '4711')).toEqual(process);
    const [decisions] = await undeployedDecisions(queries, null);
    if (!decisions) throw new Error('The office has no decision in force');
    expect(await decisionsConflict(queries, decisions)).toBe(false);
    await keepDecisionsDeployed(queries, mandantId, decisions.key);
  });
}

async function mandantTables(): Promise<string[]> {
  // A partition is spoken of by the name of its whole.
  const sql = `SELECT format('%s', c.oid::regclass) AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attname = 'mandant_id' ORDER BY 1`;
  return connected(office.bench.urls.ownerUrl, async (client) =>
    (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name),
  );
}

/** The Mandant of the office, with all its records. */
function own(): Eyes {
  return { mandantId: office.bench.mandantId, viewer: 'system' };
}

function countOf(table: string): Statement {
  return { sql: `SELECT count(*)::int AS count FROM ${table}`, parameters: [] };
}

function replayAll(url: string, statements: readonly Statement[], eyes: Eyes | null): Promise<Outcome[]> {
  return connected(url, async (client) => {
    const outcomes: Outcome[] = [];
    for (const statement of statements) outcomes.push(await replay(client, eyes, statement));
    return outcomes;
  });
}

/** `FOR UPDATE` only locks. */
function isWriting({ sql }: Statement): boolean {
  return /\b(INSERT INTO|DELETE FROM)\b|\bUPDATE [\w.]+ (\w+ )?SET\b/.test(sql);
}

function harmless({ refused, touched }: Outcome): boolean {
  return refused === null ? touched === 0 : refused === REFUSED_BY_POLICY;
}
