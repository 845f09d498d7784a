import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { examinedEingang, examinedPart, NOTHING_FOUND, receivedEingang } from '../../test/support/eingaenge.js';
import { newId } from '../platform/ids.js';
import { recordExamination } from './record-examination.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const eingang = async (id: string) =>
  (
    await bench.sql(`SELECT state, note, version, examination ->> 'title' AS title FROM eingang WHERE id = $1`, [id])
  )[0];

const partNames = async (id: string) =>
  (
    await bench.sql<{ name: string }>(`SELECT name FROM eingang_part WHERE eingang_id = $1 ORDER BY position`, [id])
  ).map(({ name }) => name);

describe('recordExamination', () => {
  it('refuses an unknown Eingang', async () => {
    const answer = await bench.run(recordExamination, { eingangId: newId(), examination: NOTHING_FOUND });
    expect(answer).toMatchObject({ code: 'platform.notFound' });
  });

  it('keeps the first result when an examination is repeated', async () => {
    const eingangId = await examinedEingang(bench, { title: 'Erste', parts: [examinedPart(0)] });
    const again = { ...NOTHING_FOUND, title: 'Zweite', parts: [examinedPart(0), examinedPart(1)] };
    expect(await bench.run(recordExamination, { eingangId, examination: again })).toEqual({});
    expect(await eingang(eingangId)).toMatchObject({ title: 'Erste', version: 2 });
    expect(await partNames(eingangId)).toEqual(['Anlage 0.pdf']);
  });

  it('makes no document of a part in quarantine', async () => {
    const parts = [examinedPart(0), examinedPart(1, { outcome: 'quarantaene' }), examinedPart(2)];
    expect(await partNames(await examinedEingang(bench, { parts }))).toEqual(['Anlage 0.pdf', 'Anlage 2.pdf']);
  });

  it('says in the note why a person has to look first', async () => {
    const reason = { code: 'pdf.encrypted', de: 'Verschlüsselt.', en: 'Encrypted.', part: null };
    expect(await eingang(await examinedEingang(bench, { outcome: 'klaerung', reason }))).toMatchObject({
      state: 'klaerung',
      note: { de: 'Verschlüsselt.' },
    });
  });

  it('keeps what was found, and proves every part in the Protokoll by its hash', async () => {
    const eingangId = await receivedEingang(bench);
    const warnings = [{ code: 'pdf.script', de: 'Skript', en: 'Script', part: 0 }];
    const examination = { ...NOTHING_FOUND, title: 'Rechnung', parts: [examinedPart(0)], warnings };
    await bench.run(recordExamination, { eingangId, examination });
    expect(await eingang(eingangId)).toMatchObject({ state: 'geprueft', note: null, title: 'Rechnung' });
    expect((await bench.protokoll(eingangId)).at(-1)).toMatchObject({
      action: 'posteingang.recordExamination',
      payload: { outcome: 'geprueft', warnings: ['pdf.script'], parts: [{ sha256: examinedPart(0).sha256, size: 7 }] },
    });
  });
});
