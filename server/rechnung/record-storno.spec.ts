import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedDokument, openedVorgang } from '../../test/support/records.js';
import { recordStorno } from './record-storno.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const states = (vorgangId: string) =>
  bench.sql(`SELECT betreff, state FROM dokument WHERE vorgang_id = $1 ORDER BY nummer`, [vorgangId]);

describe('recordStorno', () => {
  it('touches neither valid Dokumente nor drafts of another Vorgang', async () => {
    const [cancelled, other] = [await openedVorgang(bench), await openedVorgang(bench)];
    await addedDokument(bench, cancelled.vorgangId);
    await addedDokument(bench, other.vorgangId, { state: 'entwurf', betreff: 'Vermerk' });
    await bench.run(recordStorno, cancelled);
    expect(await states(cancelled.vorgangId)).toEqual([{ betreff: 'Angebot', state: 'gueltig' }]);
    expect(await states(other.vorgangId)).toEqual([{ betreff: 'Vermerk', state: 'entwurf' }]);
  });

  it('discards the drafts, keeps their bytes, and says in the history which ones', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const dokumentId = await addedDokument(bench, vorgangId, { state: 'entwurf', betreff: 'Freigabevermerk' });
    await bench.run(recordStorno, { vorgangId });
    expect(await states(vorgangId)).toEqual([{ betreff: 'Freigabevermerk', state: 'verworfen' }]);
    const [version] = await bench.sql<{ sha256: string }>(
      `SELECT sha256 FROM dokument_version WHERE dokument_id = $1`,
      [dokumentId],
    );
    expect(await bench.objects.verify(version?.sha256 ?? '')).toBe('intact');
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'rechnung.recordStorno',
      payload: { discarded: [dokumentId], text: { de: 'Ablauf storniert' } },
    });
  });
});
