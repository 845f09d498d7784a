import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedVorlage, docxOf, runs, templatesOf, type TemplateBench } from '../../test/support/templates.js';
import { destroyAll, ELEVEN_YEARS, released, toDestroy } from '../../test/support/vernichtung.js';
import { newId } from '../platform/ids.js';
import { insertSerienbrief } from './serienbrief.store.js';

let bench: ActBench;
let own: TemplateBench;

beforeAll(async () => {
  bench = await openActBench();
  own = templatesOf(bench);
});
afterAll(async () => {
  await own.templates.close();
  await bench.close();
});

describe('a serial letter', () => {
  it('goes with its Vorgang when that is destroyed, with the names of those who got none', async () => {
    const { vorgangId } = await toDestroy(bench);
    const dokumentvorlageId = await addedVorlage(own, await docxOf(runs('x')));
    const person = { id: bench.personId('jana.petersen'), name: 'Jana Petersen' };
    const about = { id: newId(), vorgangId, dokumentvorlageId, nummer: 1, betreff: 'Anhörung', typed: {}, person };
    const refused = { label: 'Frau Muster', facts: {}, faults: [{ de: 'ohne Ort', en: 'without town' }] };
    await bench.runner.transaction(bench.system, (tx) => insertSerienbrief(tx, about, [refused], tx.clock.now()));
    bench.clock.advance(ELEVEN_YEARS);
    await released(bench, [vorgangId]);
    await destroyAll(bench);
    expect(await bench.sql(`SELECT label FROM serienbrief_empfaenger`)).toEqual([]);
    expect(await bench.sql(`SELECT id FROM serienbrief`)).toEqual([]);
    expect(await bench.sql(`SELECT id FROM vorgang WHERE id = $1`, [vorgangId])).toEqual([]);
  });
});
