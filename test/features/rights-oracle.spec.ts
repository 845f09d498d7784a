import type { Holder } from '../../server/access/access.js';
import { loadAkten, loadVorgaenge } from '../../server/akte/akten.views.js';
import { loadVorgang } from '../../server/akte/akte.views.js';
import { loadHits } from '../../server/aktenplan/hits.views.js';
import { loadAufgaben } from '../../server/aufgabe/aufgaben-list.views.js';
import { isRejection } from '../../server/contract/rejections.js';
import { PEOPLE } from '../../server/demo/people.js';
import { whoSees } from '../../server/identity/identity.queries.js';
import type { Transaction } from '../../server/platform/transaction.js';
import { openActBench, type ActBench } from '../support/act-bench.js';
import {
  expectations,
  POSITIONS,
  randomPeople,
  randomRecord,
  randomRules,
  type Expected,
  type Made,
} from '../support/random-rights.js';
import { randomEingaenge, whoReads, type RandomEingang } from '../support/random-eingaenge.js';
import { createRandom } from './mutations/random.js';

/** Each round is an office of its own rules; a failing one is repeated with its number as seed. */
const ROUNDS = [11, 12, 13, 14, 15, 16];
const RECORDS = 24;

describe.each(ROUNDS)('random rights, seed %i', (seed) => {
  let bench: ActBench;
  let made: Made[];
  let holders: readonly Holder[];
  let eingaenge: RandomEingang[];
  const expected = new Map<string, Expected>();

  beforeAll(async () => {
    bench = await openActBench();
    const random = createRandom(seed);
    await bench.sql(`DELETE FROM access_rule`);
    await randomPeople(bench, random);
    made = [];
    for (let count = 0; count < RECORDS; count++) made.push(await randomRecord(bench, random));
    await randomRules(bench, random, made);
    holders = await expectations(bench, made, expected);
    eingaenge = await randomEingaenge(bench, random);
  }, 60_000);
  afterAll(() => bench.close());

  const eachPerson = async (check: (tx: Transaction, login: string, should: Expected) => Promise<void>) => {
    for (const { login } of PEOPLE) {
      const done = await bench.runner.transaction(bench.as(login), async (tx) => {
        await check(tx, login, expected.get(bench.personId(login))!);
        return {};
      });
      expect(isRejection(done)).toBe(false);
    }
  };

  it('F69 every table shows exactly what the oracle allows, and counts nothing else', async () => {
    await eachPerson(async (tx, login, should) => {
      const ids = async (sql: string) => (await tx.query<{ id: string }>(sql)).map(({ id }) => id).sort();
      expect([login, await ids('SELECT id FROM akte')]).toEqual([login, should.akten]);
      expect([login, await ids('SELECT id FROM vorgang')]).toEqual([login, should.vorgaenge]);
      expect([login, await ids('SELECT id FROM aufgabe')]).toEqual([login, should.aufgaben]);
      expect([login, await ids('SELECT DISTINCT vorgang_id AS id FROM dokument')]).toEqual([login, should.vorgaenge]);
      const versions =
        'SELECT DISTINCT d.vorgang_id AS id FROM dokument_version s JOIN dokument d ON d.id = s.dokument_id';
      expect([login, await ids(versions)]).toEqual([login, should.vorgaenge]);
      const protokoll = `SELECT DISTINCT object_id AS id FROM protokoll k JOIN protokoll_payload USING (mandant_id, sequence)
                          WHERE object_kind = 'vorgang'`;
      expect([login, await ids(protokoll)]).toEqual([login, should.vorgaenge]);
      const [counts] = await tx.query<{ akten: number; vorgaenge: number; dokumente: number; versions: number }>(
        `SELECT (SELECT count(*)::int FROM akte) AS akten, (SELECT count(*)::int FROM vorgang) AS vorgaenge,
                (SELECT count(*)::int FROM dokument) AS dokumente,
                (SELECT count(*)::int FROM dokument_version) AS versions`,
      );
      const number = should.vorgaenge.length;
      expect(counts).toEqual({ akten: should.akten.length, vorgaenge: number, dokumente: number, versions: number });
    });
  });

  it('F69 every view answers what the oracle allows, and as of nothing for the rest', async () => {
    await eachPerson(async (tx, login, should) => {
      const [listed, below]: [string[], string[]] = [[], []];
      for (const einheitId of new Set(made.map(({ place }) => place.path.at(-1)!))) {
        listed.push(...(await loadAkten(tx, einheitId, null)).akten.map(({ id }) => id));
      }
      for (const { akteId } of made) {
        below.push(...(await loadVorgaenge(tx, akteId, '', 'all')).vorgaenge.map(({ id }) => id));
      }
      expect([login, listed.sort()]).toEqual([login, should.akten]);
      expect([login, below.sort()]).toEqual([login, should.vorgaenge]);
      // What is proposed while somebody types is found by the beginnings of all numbers there are.
      const [akten, vorgaenge] = [new Set<string>(), new Set<string>()];
      for (const kennzeichen of POSITIONS) {
        const hits = await loadHits(tx, kennzeichen, bench.clock.today());
        hits.akten.forEach(({ id }) => akten.add(id));
        hits.vorgaenge.forEach(({ id }) => vorgaenge.add(id));
      }
      expect([login, [...akten].sort()]).toEqual([login, should.akten]);
      expect([login, [...vorgaenge].sort()]).toEqual([login, should.vorgaenge]);
      for (const { vorgangId, aufgabe } of made) {
        const view = await loadVorgang(tx, vorgangId);
        if (!should.vorgaenge.includes(vorgangId)) {
          expect(view).toMatchObject({ code: 'platform.notFound', status: 404 });
          continue;
        }
        if (isRejection(view)) throw new Error(`${login} does not see ${vorgangId}: ${view.code}`);
        expect(view.dokumente).toBe(1);
        expect(view.history.length).toBeGreaterThan(0);
        expect(view.aufgaben.map(({ id }) => id)).toEqual(aufgabe.open ? [aufgabe.id] : []);
      }
      const whole = { filter: {}, most: 1_000 };
      const lists = [
        await loadAufgaben(tx, { ...whole, list: 'meine' }),
        await loadAufgaben(tx, { ...whole, list: 'gruppe' }),
      ];
      for (const { items, counts } of lists) {
        expect(items.every(({ id }) => should.aufgaben.includes(id))).toBe(true);
        expect(counts.meine).toBe(lists[0]!.items.length);
        expect(counts.gruppe).toBe(lists[1]!.items.length);
      }
    });
  });

  it('F69 live events reach exactly those whom the oracle allows', async () => {
    const people = holders.map(({ id }) => id);
    for (const { akteId, vorgangId, aufgabe } of made) {
      for (const [noun, id, list] of [
        ['akte', akteId, 'akten'],
        ['vorgang', vorgangId, 'vorgaenge'],
        ['aufgabe', aufgabe.id, 'aufgaben'],
      ] as const) {
        const heard = await whoSees(bench, bench.mandantId, { noun, id, act: 'test' }, people);
        const should = people.filter((person) => expected.get(person)?.[list].includes(id));
        expect([noun, [...heard].sort()]).toEqual([noun, [...should].sort()]);
      }
    }
  });

  it('F14 what is not filed is read at the desk and by whoever it was forwarded to, and by nobody else', async () => {
    const should = await whoReads(bench, eingaenge);
    await eachPerson(async (tx, login) => {
      const ids = async (sql: string) => (await tx.query<{ id: string }>(sql)).map(({ id }) => id).sort();
      const theirs = should.get(bench.personId(login));
      expect([login, await ids('SELECT id FROM eingang')]).toEqual([login, theirs]);
      const rows = `SELECT DISTINCT object_id AS id FROM protokoll k JOIN protokoll_payload USING (mandant_id, sequence)
                     WHERE object_kind = 'eingang'`;
      expect([login, await ids(rows)]).toEqual([login, theirs]);
    });
    const people = holders.map(({ id }) => id);
    for (const { id } of eingaenge) {
      const heard = await whoSees(bench, bench.mandantId, { noun: 'eingang', id, act: 'test' }, people);
      expect([...heard].sort()).toEqual(people.filter((person) => should.get(person)?.includes(id)).sort());
    }
  });

  it('keeps the same answer when it is kept and when it is computed', async () => {
    for (const { login } of PEOPLE) {
      const id = bench.personId(login);
      await bench.sql(`SELECT keep_access($1, $2)`, [id, bench.clock.today()]);
      const [kept] = await bench.sql<{ same: boolean }>(
        `SELECT levels = levels_of(person_id, $2) AS same FROM access_of_person WHERE person_id = $1`,
        [id, bench.clock.today()],
      );
      expect(kept?.same).toBe(true);
    }
    const inbox = await bench.runner.transaction(bench.as('jana.petersen'), (tx) =>
      loadAufgaben(tx, { list: 'meine', filter: {}, most: 1 }),
    );
    expect(isRejection(inbox)).toBe(false);
  });
});
