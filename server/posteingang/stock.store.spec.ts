import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { filedAlone } from '../../test/support/certain.js';
import { examinedEingang, NOTHING_FOUND } from '../../test/support/eingaenge.js';
import { openedVorgang } from '../../test/support/records.js';
import type { Examination } from '../contract/examination.js';
import { certainOf } from './certain.js';
import { proposeFiling } from './proposals.js';
import { loadStock, loadSureStocks } from './stock.store.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const found = (own: Partial<Examination>): Examination => ({ ...NOTHING_FOUND, ...own });

describe('the stock for many letters at once', () => {
  it('makes the same proposals certain as the stock for each of them alone', async () => {
    const [first, second] = [await openedVorgang(bench), await openedVorgang(bench)];
    const address = { sender: 'Müller', senderAddress: 'Dach@Krueger.example' };
    await filedAlone(bench, await examinedEingang(bench, { ...address, sender: 'Dachbau Krüger' }), first.vorgangId);
    await filedAlone(bench, await examinedEingang(bench, { sender: 'Gärtnerei' }), second.vorgangId);
    const letters = [
      found({ sender: 'Gärtnerei', confidence: 'sicher' }),
      found({ sender: 'GÄRTNEREI', confidence: 'sicher' }),
      found({ sender: 'Gärtnerei', confidence: 'pruefen' }),
      found({ ...address, confidence: 'sicher' }),
      found({ sender: 'Unbekannt', confidence: 'sicher' }),
      found({ sender: '', confidence: 'sicher' }),
      found({ aktenzeichen: [second.aktenzeichen, first.aktenzeichen] }),
      found({ aktenzeichen: ['gibt/es/nicht'], title: 'Sanierung eigener Gebäude' }),
    ];
    const certain = await bench.runner.transaction(bench.as('ines.vogt'), async (tx) => {
      const together = await loadSureStocks(tx, letters);
      const alone = [];
      for (const letter of letters) alone.push(await loadStock(tx, letter, tx.clock.today()));
      const placesIn = (stocks: typeof together) =>
        letters.map((letter, index) => certainOf(proposeFiling(letter, stocks[index]!))?.place ?? null);
      return { together: placesIn(together), alone: placesIn(alone) };
    });
    expect(certain).toMatchObject({
      together: [
        { id: second.akteId },
        { id: second.akteId },
        null,
        { id: first.akteId },
        null,
        null,
        { id: first.vorgangId },
        null,
      ],
    });
    if ('together' in certain) expect(certain.together).toEqual(certain.alone);
  });
});
