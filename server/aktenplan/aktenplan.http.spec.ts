import { addedEinheit, TODAY } from '../../test/support/aktenplan.js';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { idOf, openedVorgang, POSITION } from '../../test/support/records.js';
import { akteRoutes } from '../akte/akte.http.js';
import { openVorgang } from '../akte/open-vorgang.js';
import type { AktenplanHits, AktePage, EinheitPage, EinheitView, VorgangPage } from '../contract/aktenplan-views.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import { newId } from '../platform/ids.js';
import { aktenplanRoutes } from './aktenplan.http.js';
import { changeEinheit } from './change-einheit.js';
import { closeEinheit } from './close-einheit.js';
import { moveEinheit } from './move-einheit.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const routes = () => aktenplanRoutes(bench.runner);

async function ask<View>(path: string, query: object = {}, values: Record<string, string> = {}) {
  const route = [...routes(), ...akteRoutes].find((known) => known.path === path);
  if (route?.kind !== 'view') throw new Error(`no view ${path}`);
  return bench.runner.transaction(bench.as('jana.petersen'), (tx) =>
    route.load(tx, values, query as Record<string, string>),
  ) as Promise<View | Rejection>;
}

const below = async (parent: string, query: object = {}) =>
  done(await ask<EinheitPage>('/api/aktenplan/einheiten', { ...(parent && { parent }), ...query }));
const detail = async (id: string, query: object = {}) =>
  done(await ask<EinheitView>('/api/aktenplan/einheiten/:id', query, { id }));
const hits = async (q: string) => done(await ask<AktenplanHits>('/api/aktenplan/treffer', { q }));
const kennzeichenOf = (rows: readonly { kennzeichen: string }[]) => rows.map(({ kennzeichen }) => kennzeichen);

describe('the Aktenplan, read', () => {
  it.each(['2026-02-30', '0000-01-01', 'heute', ['2026-01-01', '2026-01-02']])('refuses the day %j', async (day) => {
    for (const path of ['/api/aktenplan/einheiten', '/api/aktenplan/einheiten/:id']) {
      const answer = await ask(path, { day }, { id: newId() });
      expect(answer).toMatchObject({ code: 'platform.invalidInput', message: { de: expect.stringContaining('day') } });
    }
  });

  it('refuses unknown places and marks that no page has given', async () => {
    expect(await ask('/api/aktenplan/einheiten/:id', {}, { id: newId() })).toMatchObject({ code: 'platform.notFound' });
    expect(await ask('/api/aktenplan/einheiten', { parent: 'x' })).toMatchObject({ code: 'platform.notFound' });
    const id = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', POSITION);
    for (const after of ['x', '2026-02-30~x', ['a', 'b']]) {
      const answer = await ask('/api/aktenplan/einheiten/:id/akten', { after }, { id });
      expect(answer).toMatchObject({ code: 'platform.invalidInput' });
    }
  });

  it('shows nothing of it to another Mandant', async () => {
    const stranger = { mandantId: newId(), actor: { kind: 'system', name: 'test' } } as const;
    const [route] = routes();
    const page = bench.runner.transaction(
      stranger,
      (tx) => (route?.kind === 'view' ? route.load(tx, {}, {}) : {}) as Promise<object>,
    );
    expect(await page).toEqual({ einheiten: [], next: null });
  });

  it('F1 gives the positions below one, page by page, in the order of their Kennzeichen', async () => {
    const above = await addedEinheit(bench);
    const numbers = Array.from({ length: 203 }, (_, index) => `${above.kennzeichen}.${String(index).padStart(3, '0')}`);
    for (const kennzeichen of numbers) await addedEinheit(bench, { kennzeichen, parentId: above.einheitId });
    const pages: string[][] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: EinheitPage = await below(above.einheitId, { after });
      pages.push(kennzeichenOf(page.einheiten));
      after = page.next;
    }
    expect(pages.map(({ length }) => length)).toEqual([100, 100, 3]);
    expect(pages.flat()).toEqual(numbers);
    const tomorrow = await below(above.einheitId, { day: '2026-11-25', after: numbers[149] });
    expect(kennzeichenOf(tomorrow.einheiten)).toEqual(numbers.slice(150));
  });

  it('F1 shows the plan as of any day: titles, places and what is closed', async () => {
    const [one, other] = [await addedEinheit(bench), await addedEinheit(bench, { titel: 'Jagd' })];
    const { einheitId } = one;
    const facts = { titel: 'Tierwohl', aufbewahrung: 30, aussonderungsart: 'A' };
    const change = { einheitId, version: 1, ...facts, validFrom: '2027-01-01' };
    done(await bench.perform('helga.brandt', changeEinheit, change));
    const move = { einheitId, version: 2, parentId: other.einheitId, validFrom: '2028-01-01' };
    done(await bench.perform('helga.brandt', moveEinheit, move));
    done(await bench.perform('helga.brandt', closeEinheit, { einheitId, version: 3, validFrom: '2029-01-01' }));
    const shown = async (day: string) => {
      const parent = day < '2028' ? '' : other.einheitId;
      const { einheiten } = await below(parent, { day });
      const row = einheiten.find(({ id }) => id === one.einheitId);
      return row && [row.titel, row.state, (await detail(one.einheitId, { day })).path.length];
    };
    expect(await shown('2026-11-23')).toBeUndefined();
    expect(await shown(TODAY)).toEqual(['Tierschutz', 'offen', 1]);
    expect(await shown('2027-01-01')).toEqual(['Tierwohl', 'offen', 1]);
    expect(await shown('2028-06-01')).toEqual(['Tierwohl', 'offen', 2]);
    expect(await shown('2029-01-01')).toEqual(['Tierwohl', 'stillgelegt', 2]);
    expect((await detail(one.einheitId)).versions.map(({ validFrom, parent }) => [validFrom, parent])).toEqual([
      ['2029-01-01', other.kennzeichen],
      ['2028-01-01', other.kennzeichen],
      ['2027-01-01', null],
      [TODAY, null],
    ]);
  });

  it('F1 names the position that each inherited value comes from, and why it takes no Akten', async () => {
    const top = await addedEinheit(bench, { aufbewahrung: 'unbefristet', aussonderungsart: 'A' });
    const middle = await addedEinheit(bench, { parentId: top.einheitId, aufbewahrung: 30, aussonderungsart: null });
    const low = await addedEinheit(bench, {
      parentId: middle.einheitId,
      aufbewahrung: 'geerbt',
      aussonderungsart: null,
    });
    expect(await detail(low.einheitId)).toMatchObject({
      own: { aufbewahrung: 'geerbt', aussonderungsart: null },
      aufbewahrung: { jahre: 30, from: middle.kennzeichen },
      aussonderungsart: { art: 'A', from: top.kennzeichen },
      obstacles: [],
    });
    expect((await detail(middle.einheitId)).obstacles.map(({ code }) => code)).toEqual(['aktenplan.notLeaf']);
  });

  it('shows a position that begins later as it will begin', async () => {
    const later = await addedEinheit(bench, { validFrom: '2027-05-01' });
    expect(await detail(later.einheitId)).toMatchObject({
      own: null,
      aufbewahrung: { jahre: 10 },
      path: [{ titel: 'Tierschutz' }],
    });
    expect(kennzeichenOf((await below('')).einheiten)).not.toContain(later.kennzeichen);
    expect(kennzeichenOf((await below('', { day: '2027-05-01' })).einheiten)).toContain(later.kennzeichen);
  });

  it('gives the Akten of a position newest first, and the Vorgaenge of an Akte in their order beyond ninety-nine', async () => {
    const { einheitId, kennzeichen } = await addedEinheit(bench);
    const [first, second] = [await openedVorgang(bench, kennzeichen), await openedVorgang(bench, kennzeichen)];
    const akten = done(await ask<AktePage>('/api/aktenplan/einheiten/:id/akten', {}, { id: einheitId }));
    expect(akten.akten.map(({ id }) => id)).toEqual([second.akteId, first.akteId]);
    const mark = `${TODAY}~${akten.akten[0]?.aktenzeichen}`;
    const rest = done(await ask<AktePage>('/api/aktenplan/einheiten/:id/akten', { after: mark }, { id: einheitId }));
    expect(rest.akten.map(({ id }) => id)).toEqual([first.akteId]);
    for (let nummer = 2; nummer <= 101; nummer++)
      done(await bench.run(openVorgang, { akteId: first.akteId, betreff: 'x' }));
    const page = done(await ask<VorgangPage>('/api/akten/:id/vorgaenge', {}, { id: first.akteId }));
    expect([page.vorgaenge.length, page.next?.slice(-4)]).toEqual([100, '/100']);
    const last = done(await ask<VorgangPage>('/api/akten/:id/vorgaenge', { after: page.next }, { id: first.akteId }));
    expect(last.vorgaenge.map(({ aktenzeichen }) => aktenzeichen.slice(-4))).toEqual(['/101']);
  });

  it('finds by the beginning of a Kennzeichen, by words of a title and by an Aktenzeichen, and nothing by a wildcard', async () => {
    const { aktenzeichen, vorgangId, akteId } = await openedVorgang(bench);
    expect(kennzeichenOf((await hits('20.3')).einheiten)).toEqual(expect.arrayContaining(['20.31', POSITION]));
    const [found] = (await hits('sanierung gebäude')).einheiten;
    expect([found?.kennzeichen, found?.path.length]).toEqual([POSITION, 3]);
    const named = await hits(aktenzeichen.slice(0, -3));
    expect(named.akten).toMatchObject([
      { id: akteId, above: [expect.any(String), expect.any(String), expect.any(String)] },
    ]);
    expect(named.vorgaenge.map(({ id, above }) => [id, above.at(-1)])).toEqual([[vorgangId, akteId]]);
    for (const nothing of ['', '%', '_', '\\', 'x'.repeat(200)]) expect((await hits(nothing)).einheiten).toEqual([]);
    expect(isRejection(await ask('/api/aktenplan/treffer', { q: 'x'.repeat(201) }))).toBe(true);
  });

  it('finds the latest Akten and Vorgaenge by words of their subject, each once', async () => {
    const { akteId } = await openedVorgang(bench);
    const { vorgangId } = done(
      await bench.run(openVorgang, { akteId, betreff: 'Hellweg Gebäudetechnik, Rechnung 4711' }),
    );
    const found = await hits('rechnung hellweg');
    expect(found.vorgaenge.map(({ id }) => id)).toEqual([vorgangId]);
    expect((await hits('fassade sanierung')).akten.map(({ id }) => id)).toContain(akteId);
    const { aktenzeichen } = found.vorgaenge[0]!;
    expect((await hits(aktenzeichen)).vorgaenge.map(({ id }) => id)).toEqual([vorgangId]);
  });

  it('says that there are more hits than it shows', async () => {
    expect((await hits('e')).more).toBe('yes');
  });
});
