import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { addedEinheit, inForce, TODAY } from '../../test/support/aktenplan.js';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { idOf } from '../../test/support/records.js';
import type { ImportPreview } from '../contract/aktenplan-views.js';
import { newId } from '../platform/ids.js';
import { projectPath } from '../platform/project-path.js';
import { changeEinheit } from './change-einheit.js';
import { exportCsv, exportXdomea } from './export.views.js';
import { importAktenplan } from './import-aktenplan.js';
import { moveEinheit } from './move-einheit.js';
import { receiveImport } from './receive-import.js';

let bench: ActBench;

beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const HEAD = 'kennzeichen;titel;uebergeordnet;aufbewahrung;aussonderungsart;stillgelegt';
const table = (...lines: string[]) => [HEAD, ...lines, ''].join('\n');

async function read(text: string, login = 'helga.brandt', name = 'Aktenplan.csv'): Promise<ImportPreview> {
  const file = { name, bytes: Readable.from([Buffer.from(text)]), idempotencyKey: null };
  return done(await receiveImport(bench.runner, bench.as(login), file));
}
const take = (importId: string, own: object = {}, login = 'helga.brandt') =>
  bench.perform(login, importAktenplan, { importId, validFrom: TODAY, missing: 'keep', ...own });
const positions = async () => (await bench.sql<{ n: number }>(`SELECT count(*)::int AS n FROM aktenplaneinheit`))[0]?.n;
const exported = async (format: 'csv' | 'xdomea', day = TODAY) =>
  done(
    await bench.runner.transaction(bench.system, (tx) =>
      format === 'csv' ? exportCsv(tx, day) : exportXdomea(tx, day, tx.clock.now()),
    ),
  ).text;

describe('importAktenplan', () => {
  it('refuses whoever is not of the Registratur, an unknown file, and one that was taken over', async () => {
    const { importId } = await read(table('90;Tiere;;10;V;'));
    expect(await take(importId, {}, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await take(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await take(importId)).toEqual({ new: 1, changed: 0, closed: 0 });
    expect(await take(importId)).toMatchObject({ code: 'aktenplan.importOver' });
  });

  it('refuses a day that is over, and a file that changes nothing', async () => {
    const { importId } = await read(table('90;Tiere;;10;V;'));
    expect(await take(importId, { validFrom: '2026-11-23' })).toMatchObject({ code: 'aktenplan.validFromPast' });
    const same = await read(await exported('csv'));
    expect(same.counts).toMatchObject({ new: 0, changed: 0, missing: 0, errors: 0 });
    expect(await take(same.importId)).toMatchObject({ code: 'aktenplan.importNothing' });
  });

  it.each([
    ['a twin', ['90;Tiere;;10;V;', '90;Tiere;;10;V;'], 3, 'importTwice'],
    ['a position above that is nowhere', ['90.1;Tiere;90;10;V;'], 2, 'importParent'],
    ['an uppermost position that inherits', ['90;Tiere;;;V;'], 2, 'importPlace'],
    ['a circle', ['90;Tiere;91;10;V;', '91;Jagd;90;10;V;'], 2, 'importPlace'],
    ['a circle with itself', ['90;Tiere;90;10;V;'], 2, 'importPlace'],
    [
      'thirteen levels',
      Array.from(
        { length: 13 },
        (_, index) => `9${'.1'.repeat(index)};x;${index ? `9${'.1'.repeat(index - 1)}` : ''};10;V;`,
      ),
      14,
      'importPlace',
    ],
  ])('refuses a file with %s, and names its line', async (_, lines, line, code) => {
    const before = await positions();
    const { importId, findings } = await read(table(...lines));
    expect(findings).toContainEqual(expect.objectContaining({ line, code: `aktenplan.${code}`, severity: 'error' }));
    expect(await take(importId)).toMatchObject({ code: 'aktenplan.importRefused' });
    expect(await positions()).toBe(before);
  });

  it('refuses a change that would be hidden by a planned one, or cross with a planned move', async () => {
    const [one, other] = [await addedEinheit(bench), await addedEinheit(bench)];
    const facts = { titel: 'Tiere', aufbewahrung: 30, aussonderungsart: 'A' };
    const change = { einheitId: one.einheitId, version: 1, ...facts, validFrom: '2027-01-01' };
    done(await bench.perform('helga.brandt', changeEinheit, change));
    const hidden = await read(table(`${one.kennzeichen};Jagd;;10;V;`));
    expect(hidden.findings[0]?.message.de).toContain('01.01.2027');
    const move = { einheitId: other.einheitId, version: 1, parentId: one.einheitId, validFrom: '2027-02-01' };
    done(await bench.perform('helga.brandt', moveEinheit, move));
    const above = await addedEinheit(bench);
    const first = { einheitId: above.einheitId, version: 1, parentId: other.einheitId, validFrom: TODAY };
    done(await bench.perform('helga.brandt', moveEinheit, first));
    const root = await addedEinheit(bench);
    const last = { einheitId: one.einheitId, version: 2, parentId: root.einheitId, validFrom: '2027-01-01' };
    done(await bench.perform('helga.brandt', moveEinheit, last));
    const crossing = await read(table(`${root.kennzeichen};Tierschutz;${above.kennzeichen};10;V;`));
    expect(crossing.findings.map(({ message }) => message.de).join()).toContain('01.02.2027');
  });

  it('keeps one waiting file for each person: the next one takes its place', async () => {
    const first = await read(table('90;Tiere;;10;V;'));
    await read(table('91;Jagd;;10;V;'));
    expect(await take(first.importId)).toMatchObject({ code: 'platform.notFound' });
  });

  it('F1 tells what would be new, changed and missing before anything happens, and then does exactly that', async () => {
    const kept = await exported('csv');
    const text = `${kept.replace('Kreisrecht', 'Kreisrecht und Satzungen').replace(/\r\n40.*/s, '\r\n')}90;Tiere;;10;V;nein\r\n`;
    const preview = await read(text);
    const before = await exported('csv');
    expect(preview.differences).toEqual(
      expect.arrayContaining([
        { kind: 'new', kennzeichen: '90', titel: 'Tiere', changes: [] },
        {
          ...{ kind: 'changed', kennzeichen: '10.02', titel: 'Kreisrecht und Satzungen' },
          changes: [{ field: 'titel', before: 'Kreisrecht', after: 'Kreisrecht und Satzungen' }],
        },
        expect.objectContaining({ kind: 'missing', kennzeichen: '40.11' }),
      ]),
    );
    expect(before).toBe(kept);
    const counts = done(await take(preview.importId, { missing: 'close' }));
    expect(counts).toEqual({ new: 1, changed: 1, closed: preview.counts.missing });
    const id = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '40.11');
    expect(await inForce(bench, id)).toMatchObject({ closed: true });
    expect((await bench.protokoll(bench.mandantId)).at(-1)).toMatchObject({
      action: 'aktenplan.importAktenplan',
      payload: { ...counts, fileName: 'Aktenplan.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  it('F1 reads a standard plan from a file, with what it inherits and what is closed', async () => {
    const text = await readFile(projectPath('server/aktenplan/import/example-plan.csv'), 'utf8');
    const preview = await read(text);
    expect([preview.positions, preview.findings]).toEqual([39, []]);
    expect(await take(preview.importId, { missing: 'close' })).toMatchObject({ new: 39, changed: 0 });
    const at = async (kennzeichen: string) =>
      inForce(bench, await idOf(bench, 'aktenplaneinheit', 'kennzeichen', kennzeichen));
    expect(await at('3.1.2')).toMatchObject({ titel: 'Bebauungspläne', jahre: null, art: 'A', closed: false });
    expect(await at('0.4.1')).toMatchObject({ jahre: 10, art: 'V', closed: true });
    expect(await at('0.4')).toMatchObject({ titel: 'Ausstattung; Fuhrpark' });
  });

  it('F1 gives out what it takes in: table and xdomea, read in elsewhere, make the same plan', async () => {
    await addedEinheit(bench, { kennzeichen: '99', titel: '=SUMME(A1;"B")\u00a0& Co' });
    const [csv, xdomea] = [await exported('csv'), await exported('xdomea')];
    const effectiveRows = (of: ActBench) =>
      of.sql(
        `SELECT e.kennzeichen, e.titel, e.aufbewahrung_jahre, e.aussonderungsart, p.kennzeichen AS parent
           FROM aktenplaneinheit e LEFT JOIN aktenplaneinheit p ON p.id = e.parent_id ORDER BY 1`,
      );
    const wanted = await effectiveRows(bench);
    for (const text of [csv, xdomea]) {
      const empty = await openActBench();
      try {
        await empty.sql(`DELETE FROM aktenplan_import`);
        const other = bench;
        bench = empty;
        // Everything of the demo is renamed first, so that the file has something to do.
        const renamed = (await exported('csv')).replace(/^(\d[^;]*);/gm, '$1;alt ');
        done(await take((await read(renamed)).importId));
        const preview = await read(text);
        expect(preview.counts).toMatchObject({ errors: 0, new: 1 });
        done(await take(preview.importId));
        expect(await effectiveRows(empty)).toEqual(wanted);
        bench = other;
      } finally {
        if (bench !== empty) await empty.close();
      }
    }
  });

  it('F1 takes 10,000 positions over in one transaction within seconds, and none of them where one line is broken', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => {
      const number = `8${String(Math.floor(index / 100)).padStart(2, '0')}`;
      return index % 100 === 0
        ? `${number};Gruppe ${number};;10;B;`
        : `${number}.${index % 100};Stelle ${index};${number};geerbt;;`;
    });
    const broken = await read(table(...lines.with(6_789, '867.89;;867;10;V;')));
    expect(broken.findings).toMatchObject([{ line: 6_791, field: 'titel', code: 'aktenplan.importTitel' }]);
    const before = await positions();
    expect(await take(broken.importId)).toMatchObject({
      code: 'aktenplan.importRefused',
      reasons: [{ code: 'aktenplan.importTitel', message: { de: expect.stringContaining('Zeile 6791') } }],
    });
    expect(await positions()).toBe(before);

    const preview = await read(table(...lines));
    const start = performance.now();
    expect(await take(preview.importId)).toEqual({ new: 10_000, changed: 0, closed: 0 });
    expect(performance.now() - start).toBeLessThan(20_000);
    const id = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '867.88');
    expect(await inForce(bench, id)).toMatchObject({ jahre: 10, art: 'B' });
  });
});
