import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { closedVorgang } from '../../test/support/closed-vorgang.js';
import { addedDokument, openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { addDokument, type AddDokumentInput } from './add-dokument.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

function input(vorgangId: string): AddDokumentInput {
  const file = { sha256: 'a'.repeat(64), size: 7, mime: 'application/pdf', name: 'Angebot.pdf' };
  const facts = { betreff: 'Angebot', art: 'eingang', state: 'gueltig', date: null } as const;
  return { vorgangId, parentId: null, eingangId: null, file, signatures: [], ...facts };
}

const register = (vorgangId: string) =>
  bench.sql(
    `SELECT d.nummer, d.betreff, d.created_by AS by, v.nummer AS version, v.file_name AS name, v.size
       FROM dokument d JOIN dokument_version v ON v.dokument_id = d.id WHERE d.vorgang_id = $1 ORDER BY d.nummer`,
    [vorgangId],
  );

describe('addDokument', () => {
  it('refuses an unknown Vorgang', async () => {
    expect(await bench.run(addDokument, input(newId()))).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a Vorgang that is z. d. A., and says since when', async () => {
    const { vorgangId } = await closedVorgang(bench, '20.31.05');
    expect(await bench.run(addDokument, input(vorgangId))).toMatchObject({
      code: 'akte.closed',
      message: { de: expect.stringContaining('24.11.2026') },
    });
    expect(await register(vorgangId)).toHaveLength(1);
  });

  it('adds it as the next number of the Vorgang, with the bytes as its first version', async () => {
    const { vorgangId } = await openedVorgang(bench);
    await addedDokument(bench, vorgangId);
    await bench.run(addDokument, { ...input(vorgangId), betreff: 'Zweites Angebot' });
    expect(await register(vorgangId)).toEqual([
      { nummer: 1, betreff: 'Angebot', by: 'Laufmappe', version: 1, name: 'Angebot.pdf', size: expect.any(String) },
      { nummer: 2, betreff: 'Zweites Angebot', by: 'Laufmappe', version: 1, name: 'Angebot.pdf', size: '7' },
    ]);
  });

  it('proves in the Protokoll which bytes were filed', async () => {
    const { vorgangId } = await openedVorgang(bench);
    await bench.run(addDokument, input(vorgangId));
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'dokument.addDokument',
      payload: { sha256: 'a'.repeat(64), size: 7, text: { de: 'Dokument „Angebot“ abgelegt' } },
    });
  });

  it('numbers without a gap when ten arrive in one Vorgang at once', async () => {
    const { vorgangId } = await openedVorgang(bench);
    await Promise.all(Array.from({ length: 10 }, () => bench.run(addDokument, input(vorgangId))));
    const numbers = (await register(vorgangId)).map((row) => (row as { nummer: number }).nummer);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});
