import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { idOf, POSITION } from '../../test/support/records.js';
import {
  addedVorlage,
  docxOf,
  runs,
  somePart,
  someStructure,
  templatesOf,
  type TemplateBench,
} from '../../test/support/templates.js';
import type { AktenvorlageFacts } from '../contract/vorlage-views.js';
import { newId } from '../platform/ids.js';
import { addAktenvorlage } from './add-aktenvorlage.js';
import { changeAktenvorlage } from './change-aktenvorlage.js';
import { createOpenAkteFromVorlage } from './open-akte-from-vorlage.js';

let bench: ActBench;
let own: TemplateBench;
let einheitId: string;

beforeAll(async () => {
  bench = await openActBench();
  own = templatesOf(bench);
  einheitId = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', POSITION);
});
afterAll(async () => {
  await own.templates.close();
  await bench.close();
});

const open = (aktenvorlageId: string, more: object = {}, login = 'jana.petersen', betreff = 'Kita Nord') => {
  const opening = { einheitId, betreff, federfuehrungId: null };
  const act = createOpenAkteFromVorlage(own.templates);
  return bench.perform(login, act, { aktenvorlageId, opening, typed: {}, ...more });
};
const added = async (facts: Partial<AktenvorlageFacts>, kind = 'akte') => {
  const input = { ...someStructure({ name: `Vorlage ${newId()}` }), ...facts, kind };
  return done(await bench.perform('helga.brandt', addAktenvorlage, input)).id;
};
const letter = async (place: string) => addedVorlage(own, await docxOf(runs(place)), { name: `Brief ${newId()}` });

/** Teilakte „Bau“ with a Vorgang, a Teilvorgang and a letter in it, and a Vorgang of its own. */
async function structure(place = '{{ vorgang.aktenzeichen }}'): Promise<string> {
  const dokumentvorlageId = await letter(place);
  return added({
    parts: [
      somePart({ kind: 'teilakte', betreff: 'Bau {{ akte.betreff }}' }),
      somePart({ betreff: 'Haushalt {{ datum.jahr }}', above: 0 }),
      somePart({ betreff: 'Anhörung', above: 1 }),
      somePart({ kind: 'dokument', betreff: 'Auftakt {{ vorgang.betreff }}', above: 2, dokumentvorlageId }),
      somePart({ betreff: 'Betrieb' }),
    ],
  });
}

const akten = (betreff: string) => bench.sql(`SELECT id FROM akte WHERE betreff LIKE '%' || $1 || '%'`, [betreff]);

describe('openAkteFromVorlage', () => {
  it('refuses whoever opens no records, and a Vorlage that is not there', async () => {
    expect(await open(newId(), {}, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await open(newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a Vorlage for a Vorgang, for another position, and out of use', async () => {
    expect(await open(await added({}, 'vorgang'))).toMatchObject({ code: 'vorlage.otherKind' });
    const elsewhere = [await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '32.21.02')];
    expect(await open(await added({ einheitIds: elsewhere }))).toMatchObject({ code: 'vorlage.notHere' });
    const id = await added({ name: 'Abgelegt' });
    const change = { ...someStructure({ name: 'Abgelegt' }), id, version: 1, active: false };
    done(await bench.perform('helga.brandt', changeAktenvorlage, change));
    expect(await open(id)).toMatchObject({ code: 'vorlage.retired' });
  });

  it('refuses whoever may open records but writes no Dokumente, where the Vorlage has one', async () => {
    expect(await open(await structure(), {}, 'ines.vogt')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses a Dokumentvorlage that went out of use since, by its name', async () => {
    const dokumentvorlageId = await letter('x');
    const parts = [somePart(), somePart({ kind: 'dokument', betreff: 'Brief', above: 0, dokumentvorlageId })];
    const id = await added({ parts });
    await bench.sql(`UPDATE dokumentvorlage SET active = false WHERE id = $1`, [dokumentvorlageId]);
    expect(await open(id)).toMatchObject({ reasons: [{ code: 'vorlage.partWithout' }] });
  });

  it('F11 makes nothing at all where one place of one Dokument has no value, and takes no number for it', async () => {
    const id = await structure('{{ eingabe.frist | tag }}');
    const given = () => bench.sql(`SELECT 1 FROM aktenzeichen_given WHERE aktenplaneinheit_id = $1`, [einheitId]);
    const before = (await given()).length;
    expect(await open(id, {}, 'jana.petersen', 'Halbe Akte')).toMatchObject({
      code: 'vorlage.valuesMissing',
      reasons: [{ code: 'vorlage.valueMissing' }],
    });
    expect(await open(id, { typed: { 'eingabe.frist': 'bald' } }, 'jana.petersen', 'Halbe Akte')).toMatchObject({
      reasons: [{ code: 'vorlage.valueWrong' }],
    });
    expect(await open(id, { typed: { 'eingabe.x': 'y' } }, 'jana.petersen', 'Halbe Akte')).toMatchObject({
      reasons: [{ code: 'vorlage.valueNotAsked' }],
    });
    expect(await akten('Halbe Akte')).toEqual([]);
    expect(await given()).toHaveLength(before);
  });

  it('F11 opens an Akte with its Teilakte, Vorgaenge, Teilvorgang and Dokument in one act', async () => {
    const { akteId, aktenzeichen } = done(await open(await structure()));
    const rows = await bench.sql<{ name: string; betreff: string }>(
      `WITH RECURSIVE way AS (SELECT id, aktenzeichen, betreff FROM akte WHERE id = $1
         UNION ALL SELECT a.id, a.aktenzeichen, a.betreff FROM akte a JOIN way ON a.parent_id = way.id)
       SELECT replace(aktenzeichen, $2, '') AS name, betreff FROM way
       UNION ALL SELECT replace(v.aktenzeichen, $2, ''), v.betreff FROM vorgang v JOIN way ON v.akte_id = way.id
       UNION ALL SELECT d.state, d.betreff FROM dokument d JOIN vorgang v ON v.id = d.vorgang_id JOIN way ON v.akte_id = way.id`,
      [akteId, aktenzeichen],
    );
    expect(rows.map(({ betreff }) => betreff).sort()).toEqual([
      ...['Anhörung', 'Auftakt Anhörung', 'Bau Kita Nord', 'Betrieb', 'Haushalt 2026', 'Kita Nord'],
    ]);
    expect(rows.find(({ betreff }) => betreff === 'Auftakt Anhörung')?.name).toBe('entwurf');
    expect(await bench.protokoll(akteId)).toMatchObject([
      { action: 'akte.openAkte' },
      { action: 'vorlage.openAkteFromVorlage' },
    ]);
  });
});
