import pg from 'pg';
import { completeAufgabe } from '../../server/aufgabe/complete-aufgabe.js';
import type { AufgabenFirstPage, AufgabenList } from '../../server/contract/aufgaben-views.js';
import type { LiveChange } from '../../server/contract/views.js';
import { whoSees } from '../../server/identity/identity.queries.js';
import { newId } from '../../server/platform/ids.js';
import { done } from '../support/closed-vorgang.js';
import { openTestOffice, type TestOffice } from '../support/office.js';
import { aufgabeOf, filedRechnung } from '../support/rechnung.js';

const [jana, deniz, tomasz] = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa'] as const;

let office: TestOffice;
let ear: pg.Client;
/** Changes that the screens are told of, as they are committed. */
let heard: LiveChange[];

beforeEach(async () => {
  office = await openTestOffice();
  heard = [];
  ear = new pg.Client({ connectionString: office.bench.urls.applicationUrl });
  await ear.connect();
  ear.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '{}') as LiveChange));
  await ear.query('LISTEN laufmappe_live');
});
afterEach(async () => {
  await ear.end();
  await office.close();
});

/** Ids of the Aufgaben that stand in the lists of this person, and how many the lists say they are. */
async function listed(login: string): Promise<{ ids: string[]; counts: number }> {
  const lists: AufgabenList[] = ['meine', 'gruppe'];
  const pages = await Promise.all(
    lists.map(async (list) => done(await office.read<AufgabenFirstPage>(login, `/api/aufgaben?list=${list}`))),
  );
  const [{ counts }] = pages as [AufgabenFirstPage];
  return {
    ids: pages.flatMap(({ items }) => items.map(({ id }) => id)).sort(),
    counts: counts.meine + counts.gruppe,
  };
}

/** The ids of Aufgaben that were told of since the last call; a query answers after every notification before it. */
async function told(): Promise<string[]> {
  await ear.query('SELECT 1');
  return heard.splice(0).flatMap(({ noun, id }) => (noun === 'aufgabe' ? [id] : []));
}

/** The user tasks that the engine waits for, each with the state of its Aufgabe; null where no list has it. */
async function jobs(): Promise<{ state: string | null }[]> {
  return office.bench.database.transaction(office.bench.mandantId, (queries) =>
    queries.query(
      `SELECT a.state FROM engine.job j LEFT JOIN aufgabe a ON a.job_key = j.key::text WHERE j.kind = 'user'`,
    ),
  );
}

describe('a completed Aufgabe', () => {
  it('F41 stays with its person, and nobody is told of anything, where its act is refused', async () => {
    const { vorgangId } = await filedRechnung(office, { betragCent: 900_000 });
    const { id, version } = await aufgabeOf(office, jana, 'pruefung', vorgangId);
    await told();
    const stale = { aufgabeId: id, version: version + 1, data: { entscheidung: 'richtig' } };
    const refused = await office.runner.perform(office.bench.as(jana), completeAufgabe, stale, newId());
    expect(refused).toMatchObject({ code: 'platform.stale' });
    expect(await listed(jana)).toEqual({ ids: [id], counts: 1 });
    expect(await told()).toEqual([]);
  });

  it('F41 is gone in its own transaction, its successors are there in the one that makes them, and all who see them are told', async () => {
    const { vorgangId } = await filedRechnung(office, { betragCent: 900_000 });
    const { id, version } = await aufgabeOf(office, jana, 'pruefung', vorgangId);
    await told();
    const input = { aufgabeId: id, version, data: { entscheidung: 'richtig' } };
    done(await office.runner.perform(office.bench.as(jana), completeAufgabe, input, newId()));
    // Committed, and nothing else has run yet: the list is true already.
    expect(await listed(jana)).toEqual({ ids: [], counts: 0 });
    expect(await told()).toEqual([id]);
    await office.settle();
    const next = [...(await listed(deniz)).ids, ...(await listed(tomasz)).ids];
    expect(next).toHaveLength(2);
    expect((await told()).filter((one) => next.includes(one)).sort()).toEqual([...next].sort());
    const people = [jana, deniz, tomasz].map((login) => office.personId(login));
    for (const login of [deniz, tomasz]) {
      const [mine] = (await listed(login)).ids;
      const change = { noun: 'aufgabe' as const, id: mine ?? '', act: 'test' };
      const hear = await whoSees(office.bench, office.bench.mandantId, change, people);
      expect(hear.has(office.personId(login))).toBe(true);
    }
  });

  it('F41 has no successor that the engine knows of and no list: what makes both is one transaction', async () => {
    const { vorgangId } = await filedRechnung(office, { betragCent: 900_000 });
    const { id, version } = await aufgabeOf(office, jana, 'pruefung', vorgangId);
    const input = { aufgabeId: id, version, data: { entscheidung: 'richtig' } };
    done(await office.runner.perform(office.bench.as(jana), completeAufgabe, input, newId()));
    let worked = 1;
    while (worked > 0) {
      worked = (await office.outbox.drain()) + (await office.engineLoops.drain());
      const rows = await jobs();
      expect(rows.map(({ state }) => state)).not.toContain(null);
    }
    expect((await jobs()).map(({ state }) => state)).toEqual(['offen', 'offen']);
    expect((await listed(deniz)).ids).toHaveLength(1);
  });
});
