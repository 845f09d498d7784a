import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { closedVorgang } from '../../test/support/closed-vorgang.js';
import { newId } from '../platform/ids.js';
import { addDokument } from './add-dokument.js';
import { fileAtClosing } from './file-at-closing.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const file = { sha256: 'ab'.repeat(32), size: 4, mime: 'application/pdf', name: 'Protokoll.pdf' };

describe('fileAtClosing', () => {
  it('fails for an unknown Vorgang, and leaves nothing', async () => {
    const input = { vorgangId: newId(), betreff: 'Protokoll', date: null, file };
    await expect(bench.run(fileAtClosing, input)).rejects.toThrow();
  });

  it('files into a Vorgang z. d. A. as a final Dokument of the system, where nobody else can', async () => {
    const { vorgangId } = await closedVorgang(bench, '10.11.01');
    const other = { parentId: null, art: 'vermerk', state: 'gueltig', eingangId: null, signatures: [] } as const;
    const refused = await bench.run(addDokument, { ...other, vorgangId, betreff: 'Nachtrag', date: null, file });
    expect(refused).toMatchObject({ code: 'akte.closed' });
    const filed = await bench.run(fileAtClosing, { vorgangId, betreff: 'Protokoll', date: '2026-11-24', file });
    const [row] = await bench.sql(
      `SELECT id AS "dokumentId", nummer, state, created_by AS author, created_by_id AS person
         FROM dokument WHERE vorgang_id = $1 AND betreff = 'Protokoll'`,
      [vorgangId],
    );
    expect(row).toEqual({ ...filed, nummer: 2, state: 'gueltig', author: 'Laufmappe', person: null });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({ payload: { sha256: file.sha256 } });
  });
});
