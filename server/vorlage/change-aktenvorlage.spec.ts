import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { somePart, someStructure } from '../../test/support/templates.js';
import { newId } from '../platform/ids.js';
import { addAktenvorlage } from './add-aktenvorlage.js';
import { changeAktenvorlage } from './change-aktenvorlage.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const added = async (name: string) =>
  done(await bench.perform('helga.brandt', addAktenvorlage, { ...someStructure({ name }), kind: 'akte' })).id;
const change = (own: object, login = 'helga.brandt') =>
  bench.perform(login, changeAktenvorlage, { ...someStructure(), version: 1, active: true, ...own });

describe('changeAktenvorlage', () => {
  it('refuses whoever keeps no templates, an unknown one and a stale version', async () => {
    expect(await change({ id: newId() }, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await change({ id: newId() })).toMatchObject({ code: 'platform.notFound' });
    expect(await change({ id: await added('Alt'), version: 3 })).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses a name that is taken and parts that do not fit, and changes nothing', async () => {
    const id = await added('Meine');
    await added('Deine');
    expect(await change({ id, name: 'DEINE' })).toMatchObject({ code: 'vorlage.nameTaken' });
    expect(await change({ id, name: 'Andere', parts: [somePart({ kind: 'dokument' })] })).toMatchObject({
      code: 'vorlage.partsUnfit',
    });
    expect(await bench.sql(`SELECT name, version FROM aktenvorlage WHERE id = $1`, [id])).toEqual([
      { name: 'Meine', version: 1 },
    ]);
  });

  it('changes parts and use, and the Protokoll keeps what was there before', async () => {
    const id = await added('Vorher');
    const parts = [somePart({ betreff: 'Neu' })];
    expect(done(await change({ id, name: 'Nachher', parts, active: false }))).toEqual({ version: 2 });
    expect(await bench.sql(`SELECT name, active, inhalt FROM aktenvorlage WHERE id = $1`, [id])).toEqual([
      { name: 'Nachher', active: false, inhalt: parts },
    ]);
    const [, row] = await bench.protokoll(id);
    expect(row).toMatchObject({ payload: { before: { name: 'Vorher' } } });
  });
});
