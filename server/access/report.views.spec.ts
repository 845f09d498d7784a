import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { idOf, openedVorgang } from '../../test/support/records.js';
import { protectedFor, readerOf, rule } from '../../test/support/rights.js';
import { newId } from '../platform/ids.js';
import { loadReport, reportLines } from './report.views.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
  await bench.sql(`DELETE FROM access_rule WHERE subject = 'house'`);
});
afterAll(() => bench.close());

const report = (query: Record<string, string>) =>
  bench.runner.transaction(bench.as('kim.okafor'), (tx) => loadReport(tx, query));

describe('loadReport', () => {
  it('refuses nobody, somebody unknown, and ids that are none', async () => {
    expect(await report({})).toMatchObject({ code: 'platform.invalidInput' });
    expect(await report({ person: 'x' })).toMatchObject({ code: 'platform.invalidInput' });
    expect(await report({ person: newId() })).toMatchObject({ code: 'platform.notFound' });
    expect(await report({ unit: newId() })).toMatchObject({ code: 'platform.notFound' });
  });

  it('F65 says position by position what a person sees in a part of the Aktenplan, protected Akten counted', async () => {
    await openedVorgang(bench, '10.11.01');
    const hidden = await openedVorgang(bench, '10.11.01');
    await protectedFor(bench, hidden.akteId);
    await readerOf(bench, '10.11', 'tomasz.sliwa');
    const einheit = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '10.11');
    const { rows, subject } = done(await report({ person: bench.personId('tomasz.sliwa'), einheit }));
    expect(subject).toBe('Tomasz Śliwa');
    expect(
      rows.map(({ kennzeichen, right, akten, visibleAkten }) => [kennzeichen, right, akten, visibleAkten]),
    ).toEqual([
      ['10.11', 'read', 0, 0],
      ['10.11.01', 'read', 2, 1],
      ['10.11.02', 'read', 0, 0],
    ]);
  });

  it('F65 says it for a unit, and writes it as CSV in which no title is a formula', async () => {
    const unit = await idOf(bench, 'unit', 'code', '20.31');
    const id = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '20.31');
    await rule(bench, { kind: 'aktenplaneinheit', id }, { kind: 'unit', id: unit }, 'work');
    await bench.sql(`UPDATE aktenplaneinheit SET titel = '=1+1; "x"' WHERE kennzeichen = '20.31.01'`);
    const found = done(await report({ unit }));
    expect(found.rows.filter(({ right }) => right === 'work').map(({ kennzeichen }) => kennzeichen)).toEqual([
      '20.31',
      '20.31.01',
      '20.31.02',
      '20.31.04',
      '20.31.05',
    ]);
    let csv = '';
    for await (const line of reportLines(found)) csv += line;
    expect(csv.split('\r\n')[0]).toBe('\ufeffKennzeichen;Titel;Recht;Akten;sichtbar');
    expect(csv).toContain(`"20.31.01";"'=1+1; ""x""";"work";"0";"0"`);
  });
});
