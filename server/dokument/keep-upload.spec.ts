import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { NOTHING_FOUND } from '../../test/support/eingaenge.js';
import { keepUpload } from './keep-upload.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const file = (digit: string) => ({ sha256: digit.repeat(64), size: 7, mime: 'application/pdf', name: 'Plan.v2.pdf' });

async function keep(own: object, login = 'jana.petersen') {
  const input = { file: file('a'), examination: NOTHING_FOUND, idempotencyKey: null, ...own };
  return bench.runner.run(bench.as(login), keepUpload, input);
}

describe('keepUpload', () => {
  it('refuses other bytes under a key that was used', async () => {
    await keep({ idempotencyKey: 'k1' });
    expect(await keep({ idempotencyKey: 'k1', file: file('b') })).toMatchObject({ code: 'platform.keyReused' });
  });

  it('answers the same upload when the same bytes come again under their key', async () => {
    const first = await keep({ idempotencyKey: 'k2' });
    expect(await keep({ idempotencyKey: 'k2' })).toEqual(first);
    expect(await keep({ idempotencyKey: 'k2' }, 'ruth.lindqvist')).not.toEqual(first);
  });

  it('proposes the name of the file and the date of the letter, and tells what the examination found', async () => {
    const warning = { code: 'pdf.script', part: null, de: 'Skript', en: 'Script' };
    const examination = { ...NOTHING_FOUND, letterDate: '2026-11-03', warnings: [warning] };
    expect(await keep({ examination })).toMatchObject({
      betreff: 'Plan.v2',
      date: '2026-11-03',
      notes: [{ de: 'Skript', en: 'Script' }],
      sha256: 'a'.repeat(64),
    });
  });

  it('holds the bytes, so that the sweeper leaves them alone', async () => {
    const referenced = (sha256: string) =>
      bench.database.withoutMandant.query(`SELECT object_is_referenced($1) AS held`, [sha256]);
    await keep({ file: file('c') });
    expect(await referenced('c'.repeat(64))).toEqual([{ held: true }]);
    expect(await referenced('d'.repeat(64))).toEqual([{ held: false }]);
  });
});
