import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { isListed } from '../../test/support/aufgaben-lists.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { endWiedervorlage } from './end-wiedervorlage.js';
import { setWiedervorlage } from './set-wiedervorlage.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const group = { candidateRole: 'mitzeichnung' } as const;
const aside = { day: '2026-12-01', art: 'ausblenden', note: 'Rückruf' } as const;

describe('endWiedervorlage', () => {
  it('F34 refuses where there is none, and one of a colleague', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const aufgabeId = await createdAufgabe(bench, vorgangId, group);
    expect(await bench.perform('deniz.aydin', endWiedervorlage, { aufgabeId })).toMatchObject({
      code: 'aufgabe.noWiedervorlage',
    });
    await bench.perform('deniz.aydin', setWiedervorlage, { aufgabeId, ...aside });
    expect(await bench.perform('tomasz.sliwa', endWiedervorlage, { aufgabeId })).toMatchObject({
      code: 'aufgabe.noWiedervorlage',
    });
    expect(await isListed(bench, 'deniz.aydin', 'gruppe', aufgabeId)).toBe(false);
  });

  it('F34 shows the Aufgabe at once, and answers what brings the Wiedervorlage back', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const aufgabeId = await createdAufgabe(bench, vorgangId);
    await bench.perform('jana.petersen', setWiedervorlage, { aufgabeId, ...aside });
    expect(await bench.perform('jana.petersen', endWiedervorlage, { aufgabeId })).toEqual({ aufgabeId, before: aside });
    expect(await isListed(bench, 'jana.petersen', 'meine', aufgabeId)).toBe(true);
    expect(await isListed(bench, 'jana.petersen', 'wiedervorlage', aufgabeId)).toBe(false);
    expect((await bench.protokoll(vorgangId)).at(-1)?.payload).toMatchObject({
      text: { de: 'Wiedervorlage aufgehoben: Bearbeiten: Angebot' },
    });
  });
});
