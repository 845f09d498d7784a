import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { somePart, someStructure } from '../../test/support/templates.js';
import { newId } from '../platform/ids.js';
import { addAktenvorlage } from './add-aktenvorlage.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const add = (own: object, login = 'helga.brandt') =>
  bench.perform(login, addAktenvorlage, { ...someStructure(), kind: 'akte', ...own });

describe('addAktenvorlage', () => {
  it('refuses whoever keeps no templates', async () => {
    expect(await add({}, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it.each<[string, object]>([
    ['nothing in it', { parts: [] }],
    ['201 parts', { parts: Array.from({ length: 201 }, () => somePart()) }],
    ['21 Dokumente', { parts: Array.from({ length: 21 }, () => somePart({ kind: 'dokument' })) }],
    ['a part that turns the direction of reading', { parts: [somePart({ betreff: 'x\u202e' })] }],
    ['a place before the first part', { parts: [somePart({ above: -1 })] }],
    ['a kind that is none', { kind: 'dokument' }],
  ])('refuses %s', async (_what, own) => {
    expect(await add(own)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses with everything that is wrong, and keeps nothing', async () => {
    const parts = [somePart({ betreff: '{{ x }}' }), somePart({ kind: 'dokument', above: 0 })];
    expect(await add({ name: 'Falsch', parts })).toMatchObject({
      code: 'vorlage.partsUnfit',
      reasons: [{ code: 'vorlage.placeUnknown' }, { code: 'vorlage.partWithout' }],
    });
    expect(await add({ name: 'Falsch', einheitIds: [newId()] })).toMatchObject({ code: 'platform.notFound' });
    expect(await bench.sql(`SELECT 1 FROM aktenvorlage WHERE name = 'Falsch'`)).toEqual([]);
  });

  it('refuses the name of another one of its kind only', async () => {
    done(await add({ name: 'Bauantrag' }));
    expect(await add({ name: 'bauantrag' })).toMatchObject({ code: 'vorlage.nameTaken' });
    done(await add({ name: 'Bauantrag', kind: 'vorgang' }));
  });

  it('keeps the parts in their order', async () => {
    const parts = [somePart({ betreff: 'Eins' }), somePart({ betreff: 'Zwei', above: 0 })];
    const { id } = done(await add({ name: 'Geordnet', parts }));
    expect(await bench.sql(`SELECT inhalt, active, version FROM aktenvorlage WHERE id = $1`, [id])).toEqual([
      { inhalt: parts, active: true, version: 1 },
    ]);
    expect(await bench.protokoll(id)).toMatchObject([{ action: 'vorlage.addAktenvorlage' }]);
  });
});
