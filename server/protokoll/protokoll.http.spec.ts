import { askRoute } from '../../test/support/ask-route.js';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { addedDokument, createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { claimAufgabe } from '../aufgabe/claim-aufgabe.js';
import type { AkteProtokoll, ProtokollFilters } from '../contract/protokoll-views.js';
import type { PathValues } from '../platform/http/routes.js';
import { newId } from '../platform/ids.js';
import { closeZdA } from '../akte/close-zda.js';
import { protokollRoutes } from './protokoll.http.js';

let bench: ActBench;
let akteId: string;
let vorgangId: string;

beforeAll(async () => {
  bench = await openActBench();
  ({ akteId, vorgangId } = await openedVorgang(bench));
  const dokumentId = await addedDokument(bench, vorgangId, { betreff: '=SUMME(A1)' });
  const aufgabeId = await createdAufgabe(bench, vorgangId, { dokumentId });
  done(await bench.perform('jana.petersen', claimAufgabe, { aufgabeId, version: 1 }));
  bench.clock.advance(15 * 3_600_000); // 25.11.2026, 01:00 in Berlin, while it is still the 24th in UTC
  const closed = await openedVorgang(bench);
  await addedDokument(bench, closed.vorgangId);
  done(await bench.perform('jana.petersen', closeZdA, { vorgangId: closed.vorgangId, version: 1 }));
  await moveInto(closed.vorgangId);
});
afterAll(() => bench.close());

/** Puts a closed Vorgang into the Akte, so that it has more than one. */
async function moveInto(id: string): Promise<void> {
  await bench.sql(`UPDATE vorgang SET akte_id = $1 WHERE id = $2`, [akteId, id]);
}

const ask = <View extends object>(path: string, query: PathValues = {}, id = akteId, login = 'helga.brandt') =>
  askRoute<View>(bench, protokollRoutes, { login, path, values: { id }, query });

const page = async (query: PathValues = {}) => done(await ask<AkteProtokoll>('/api/akten/:id/protokoll', query));
const text = async (path: string, query: PathValues = {}) => done(await ask<{ text: string }>(path, query)).text;

describe('the Protokoll of an Akte', () => {
  it.each(protokollRoutes.map(({ path }) => path).filter((path) => path.includes(':id')))(
    'is closed to who may not read Akten, and not found where there is none: %s',
    async (path) => {
      expect(await ask(path, {}, akteId, 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
      expect(await ask(path, {}, akteId, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
      for (const id of [newId(), 'x', vorgangId]) {
        expect(await ask(path, {}, id)).toMatchObject({ code: 'platform.notFound' });
      }
    },
  );

  it.each([
    [{ from: '2026-02-30' }, 'from'],
    [{ to: '0000-01-01x' }, 'to'],
    [{ before: '-1' }, 'before'],
    [{ before: '9007199254740993' }, 'before'],
    [{ act: 'x'.repeat(101) }, 'act'],
    [{ actor: 'x'.repeat(201) }, 'actor'],
  ])('refuses the filter %j and names the field', async (query, field) => {
    for (const path of ['/api/akten/:id/protokoll', '/api/akten/:id/protokoll.csv']) {
      expect(await ask(path, query)).toMatchObject({
        code: 'platform.invalidInput',
        message: { de: expect.stringContaining(field) as unknown },
      });
    }
  });

  it('F67 tells in sentences, in both languages, what happened to the Akte and everything in it', async () => {
    const { akte, items, next } = await page();
    expect(akte.id).toBe(akteId);
    expect(next).toBeNull();
    expect(new Set(items.map(({ object }) => object.kind))).toEqual(new Set(['akte', 'vorgang', 'aufgabe']));
    expect(items.map(({ sequence }) => sequence)).toEqual(
      items.map(({ sequence }) => sequence).sort((one, other) => other - one),
    );
    expect(items[0]).toMatchObject({
      act: 'akte.closeZdA',
      actorName: 'Jana Petersen',
      label: { de: 'z. d. A. verfügen', en: 'Close to the files' },
      text: { de: 'z. d. A. verfügt, Aufbewahrung bis 31.12.2036', en: 'Closed, retention until 31.12.2036' },
      erased: false,
    });
    expect(items.at(-1)).toMatchObject({ act: 'akte.openAkte', object: { kind: 'akte', id: akteId } });
  });

  it('is filtered by person, act and day, where the day is one of Berlin', async () => {
    const jana = bench.personId('jana.petersen');
    expect((await page({ actor: jana })).items.map(({ act }) => act)).toEqual([
      'akte.closeZdA',
      'aufgabe.claimAufgabe',
    ]);
    expect((await page({ act: 'aufgabe.claimAufgabe' })).items).toHaveLength(1);
    expect((await page({ actor: jana, from: '2026-11-25', to: '2026-11-25' })).items).toMatchObject([
      { act: 'akte.closeZdA' },
    ]);
    expect((await page({ actor: jana, from: '', to: '2026-11-24' })).items).toMatchObject([
      { act: 'aufgabe.claimAufgabe' },
    ]);
    expect((await page({ actor: 'niemand' })).items).toEqual([]);
    const filters = done(await ask<ProtokollFilters>('/api/akten/:id/protokoll/filters'));
    expect(filters.actors.map(({ name }) => name)).toEqual(['Jana Petersen', 'Laufmappe (test)']);
    expect(filters.acts).toContainEqual({ name: 'akte.openAkte', de: 'Akte anlegen', en: 'Open file' });
  });

  it('comes in pages that neither repeat nor skip a row, whatever is added meanwhile', async () => {
    const many = await openedVorgang(bench);
    for (let number = 0; number < 60; number++) await createdAufgabe(bench, many.vorgangId);
    const read = async (query: PathValues) =>
      done(await ask<AkteProtokoll>('/api/akten/:id/protokoll', query, many.akteId));
    const first = await read({});
    await createdAufgabe(bench, many.vorgangId);
    const second = await read({ before: String(first.next) });
    const numbers = [...first.items, ...second.items].map(({ sequence }) => sequence);
    expect([first.items.length, second.next]).toEqual([50, null]);
    expect(numbers).toHaveLength(62);
    expect(new Set(numbers).size).toBe(62);
  });

  it('leaves as CSV that no spreadsheet takes for a formula, and as JSON, with the same rows', async () => {
    const csv = await text('/api/akten/:id/protokoll.csv');
    const { items } = await page();
    expect(csv.startsWith('\uFEFFnummer;zeit;wer;')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(items.length + 1);
    expect(csv).not.toMatch(/(^|;)[=+@]/m);
    expect(JSON.parse(await text('/api/akten/:id/protokoll.json'))).toEqual(items);
    expect(JSON.parse(await text('/api/akten/:id/protokoll.json', { actor: 'niemand' }))).toEqual([]);
  });
});
