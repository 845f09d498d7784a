import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import {
  docxOf,
  runs,
  sentTemplate,
  someVorlage,
  templatesOf,
  type TemplateBench,
} from '../../test/support/templates.js';
import { newId } from '../platform/ids.js';
import { createAddDokumentvorlage } from './add-dokumentvorlage.js';

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

const add = (input: object, login = 'helga.brandt') =>
  bench.perform(login, createAddDokumentvorlage({ runner: bench.runner, templates: own.templates }), input);
const letter = () => docxOf(runs('Zu {{ vorgang.', 'betreff }}'));
const kept = (name: string) => bench.sql(`SELECT 1 FROM dokumentvorlage WHERE name = $1`, [name]);

describe('addDokumentvorlage', () => {
  it('refuses whoever keeps no templates, before it reads anything', async () => {
    const input = { ...someVorlage(), uploadId: newId() };
    expect(await add(input, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses an upload that is somebody else’s', async () => {
    expect(await add({ ...someVorlage(), uploadId: newId() })).toMatchObject({ code: 'dokument.uploadUnknown' });
  });

  it.each<[string, object]>([
    ['a name of one letter', { name: 'x' }],
    ['a name that turns the direction of reading', { name: 'Brief\u202e' }],
    ['a name of 10,000 characters', { name: 'x'.repeat(10_000) }],
    ['no Betreff', { betreff: '' }],
    ['received mail', { art: 'eingang' }],
    ['a position without id', { einheitIds: ['1'] }],
  ])('refuses %s', async (_what, wrong) => {
    expect(await add({ ...someVorlage(), uploadId: newId(), ...wrong })).toMatchObject({
      code: 'platform.invalidInput',
    });
  });

  it('refuses a Betreff with a place that does not exist', async () => {
    const uploadId = await sentTemplate(bench, await letter());
    expect(await add({ ...someVorlage({ betreff: 'Zu {{ vorgang.titel }}' }), uploadId })).toMatchObject({
      code: 'vorlage.unfit',
      reasons: [{ code: 'vorlage.placeUnknown' }],
    });
  });

  it('refuses a file with everything that is wrong in it, and keeps the upload', async () => {
    const uploadId = await sentTemplate(bench, await docxOf(runs('{{ wen }} {{ datum.heute | euro }}')));
    expect(await add({ ...someVorlage({ name: 'Falsche Stellen' }), uploadId })).toMatchObject({
      code: 'vorlage.unfit',
      reasons: [{ code: 'vorlage.placeUnknown' }, { code: 'vorlage.placeFormat' }],
    });
    expect(await kept('Falsche Stellen')).toEqual([]);
    expect(await bench.sql(`SELECT 1 FROM dokument_upload WHERE id = $1`, [uploadId])).toHaveLength(1);
  });

  it('refuses a file with macros, and one that is none of a word processor', async () => {
    const macro = await sentTemplate(bench, await docxOf(runs('x'), { 'word/vbaProject.bin': 'x' }));
    expect(await add({ ...someVorlage(), uploadId: macro })).toMatchObject({ reasons: [{ code: 'vorlage.macro' }] });
    const text = await sentTemplate(bench, Buffer.from('Guten Tag'));
    expect(await add({ ...someVorlage(), uploadId: text })).toMatchObject({
      reasons: [{ code: 'vorlage.noTemplate' }],
    });
  });

  it('refuses a position that does not exist, and makes nothing', async () => {
    const uploadId = await sentTemplate(bench, await letter());
    const input = { ...someVorlage({ name: 'Ohne Stelle', einheitIds: [newId()] }), uploadId };
    expect(await add(input)).toMatchObject({ code: 'platform.notFound' });
    expect(await kept('Ohne Stelle')).toEqual([]);
  });

  it('refuses a name that is taken, however it is written', async () => {
    done(await add({ ...someVorlage({ name: 'Bescheid' }), uploadId: await sentTemplate(bench, await letter()) }));
    const again = { ...someVorlage({ name: 'BESCHEID' }), uploadId: await sentTemplate(bench, await letter()) };
    expect(await add(again)).toMatchObject({ code: 'vorlage.nameTaken' });
  });

  it('keeps the file, its places and where it is offered, and uses the upload up', async () => {
    const uploadId = await sentTemplate(bench, await letter());
    const { id, places } = done(await add({ ...someVorlage({ name: 'Anhörung' }), uploadId }));
    expect(places).toEqual(['vorgang.betreff']);
    expect(
      await bench.sql(`SELECT nummer, places, created_by FROM dokumentvorlage_fassung WHERE dokumentvorlage_id = $1`, [
        id,
      ]),
    ).toEqual([{ nummer: 1, places: ['vorgang.betreff'], created_by: 'Helga Brandt' }]);
    expect(await bench.sql(`SELECT 1 FROM dokument_upload WHERE id = $1`, [uploadId])).toEqual([]);
    expect(await bench.protokoll(id)).toMatchObject([
      { action: 'vorlage.addDokumentvorlage', payload: { name: 'Anhörung' } },
    ]);
  });
});
