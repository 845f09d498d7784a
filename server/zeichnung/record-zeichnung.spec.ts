import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { completeAufgabe } from '../aufgabe/complete-aufgabe.js';
import { newId } from '../platform/ids.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

describe('four eyes', () => {
  it('hold for one person who co-signs twice at the same moment', async () => {
    const { vorgangId } = await openedVorgang(bench);
    for (let round = 0; round < 8; round++) {
      const instanceKey = String(round);
      const mitzeichnung = () =>
        createdAufgabe(bench, vorgangId, {
          art: 'mitzeichnung',
          assigneeId: bench.personId('deniz.aydin'),
          candidateRole: 'mitzeichnung',
          job: { key: newId(), instanceKey, elementId: 'Mitzeichnung' },
        });
      const aufgaben = [await mitzeichnung(), await mitzeichnung()];
      const answers = await Promise.all(
        aufgaben.map((aufgabeId) => bench.perform('deniz.aydin', completeAufgabe, { aufgabeId, version: 1, data: {} })),
      );
      const codes = answers.map((answer) => ('code' in answer ? answer.code : 'signed')).sort();
      expect(codes).toEqual(['signed', 'zeichnung.fourEyes']);
    }
  });
});
