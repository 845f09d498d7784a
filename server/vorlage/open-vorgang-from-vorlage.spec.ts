import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openedVorgang } from '../../test/support/records.js';
import {
  addedVorlage,
  docxOf,
  runs,
  somePart,
  someStructure,
  templatesOf,
  type TemplateBench,
} from '../../test/support/templates.js';
import type { AktenvorlagePart } from '../contract/vorlage-views.js';
import { openTeilakte } from '../akte/open-teilakte.js';
import { newId } from '../platform/ids.js';
import { addAktenvorlage } from './add-aktenvorlage.js';
import { createOpenVorgangFromVorlage } from './open-vorgang-from-vorlage.js';

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

const open = (aktenvorlageId: string, akteId: string, typed: object = {}) => {
  const input = { aktenvorlageId, typed, opening: { akteId, betreff: 'Gehweg' } };
  return bench.perform('jana.petersen', createOpenVorgangFromVorlage(own.templates), input);
};
const added = async (parts: AktenvorlagePart[]) => {
  const input = { ...someStructure({ name: `Vorlage ${newId()}`, parts }), kind: 'vorgang' };
  return done(await bench.perform('helga.brandt', addAktenvorlage, input)).id;
};

describe('openVorgangFromVorlage', () => {
  it('refuses an Akte and a Vorlage that are not there', async () => {
    const { akteId } = await openedVorgang(bench);
    expect(await open(newId(), akteId)).toMatchObject({ code: 'platform.notFound' });
    expect(await open(await added([somePart()]), newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it('F11 refuses what does not fit below this Akte, and leaves no Vorgang behind', async () => {
    const above = await openedVorgang(bench);
    const { akteId } = done(await bench.run(openTeilakte, { akteId: above.akteId, betreff: 'Teil' }));
    const id = await added([somePart(), somePart({ above: 0 })]);
    expect(await open(id, akteId)).toMatchObject({ code: 'akte.tooDeep' });
    expect(await bench.sql(`SELECT 1 FROM vorgang WHERE akte_id = $1 AND betreff = 'Gehweg'`, [akteId])).toEqual([]);
  });

  it('F11 opens a Vorgang with its Teilvorgang and a Dokument that was written with what was typed', async () => {
    const { akteId } = await openedVorgang(bench);
    const dokumentvorlageId = await addedVorlage(own, await docxOf(runs('Bis {{ eingabe.frist | tag }}')));
    const parts = [
      somePart({ kind: 'dokument', betreff: 'Anhörung bis {{ eingabe.frist }}', dokumentvorlageId }),
      somePart({ betreff: 'Widerspruch zu {{ vorgang.betreff }}' }),
    ];
    const { vorgangId } = done(await open(await added(parts), akteId, { 'eingabe.frist': '1.12.2026' }));
    const below = await bench.sql(
      `SELECT betreff FROM dokument WHERE vorgang_id = $1 UNION ALL SELECT betreff FROM vorgang WHERE parent_id = $1`,
      [vorgangId],
    );
    expect(below).toEqual([{ betreff: 'Anhörung bis 1.12.2026' }, { betreff: 'Widerspruch zu Gehweg' }]);
  });
});
