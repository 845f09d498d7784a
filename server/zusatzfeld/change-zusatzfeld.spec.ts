import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { idOf, openedVorgang, versionOf } from '../../test/support/records.js';
import { addedZusatzfeld, someZusatzfeld } from '../../test/support/zusatzfelder.js';
import { editVorgang } from '../akte/edit-vorgang.js';
import type { ZusatzInput } from '../contract/zusatzfeld-views.js';
import { newId } from '../platform/ids.js';
import { changeZusatzfeld } from './change-zusatzfeld.js';
import { previewChange } from './zusatzfeld.views.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const narrow = someZusatzfeld({ rule: { art: 'text', shortest: 0, longest: 3, signs: 'any' } });
const change = (id: string, own: object, login = 'helga.brandt') =>
  bench.perform(login, changeZusatzfeld, { id, version: 1, breaking: 0, ...narrow, ...own });
const stored = async (vorgangId: string) =>
  (await bench.sql<{ zusatz: object }>(`SELECT zusatz FROM vorgang WHERE id = $1`, [vorgangId]))[0]?.zusatz;

async function filled(zusatz: ZusatzInput, vorgangId?: string): Promise<string> {
  const id = vorgangId ?? (await openedVorgang(bench)).vorgangId;
  const facts = {
    betreff: 'Fassade',
    bemerkung: '',
    medium: 'elektronisch',
    standort: '',
    laufzeitBeginn: '2026-11-01',
  };
  const version = await versionOf(bench, 'vorgang', id);
  done(await bench.perform('jana.petersen', editVorgang, { vorgangId: id, version, ...facts, zusatz }));
  return id;
}

describe('F8 changeZusatzfeld', () => {
  it('refuses whoever is no key user, an unknown field, and a stale version', async () => {
    const id = await addedZusatzfeld(bench, 'vorgang', 'eins');
    expect(await change(id, {}, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await change(newId(), {})).toMatchObject({ code: 'platform.notFound' });
    expect(await change(id, { version: 2 })).toMatchObject({ code: 'platform.stale' });
    expect(await change(id, { einheitId: newId() })).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses to make a text a day', async () => {
    const id = await addedZusatzfeld(bench, 'vorgang', 'zwei');
    const rule = { art: 'day', earliest: null, latest: null };
    expect(await change(id, { rule })).toMatchObject({ code: 'zusatzfeld.otherArt' });
  });

  it('refuses to break values whose number nobody has confirmed, and another number', async () => {
    const id = await addedZusatzfeld(bench, 'vorgang', 'drei');
    await filled({ drei: 'lang genug' });
    await filled({ drei: 'auch lang' });
    await filled({ drei: 'neu' });
    const preview = await bench.runner.transaction(bench.as('helga.brandt'), (tx) => previewChange(tx, id, narrow));
    expect(preview).toEqual({ breaking: 2 });
    for (const breaking of [0, 1, 3]) {
      expect(await change(id, { breaking })).toMatchObject({ code: 'zusatzfeld.breaksValues' });
    }
  });

  it('leaves every stored value as it is, with the version that it was checked against', async () => {
    const id = await addedZusatzfeld(bench, 'vorgang', 'vier');
    const vorgangId = await filled({ vier: 'lang genug' });
    expect(await change(id, { breaking: 1 })).toEqual({ version: 2 });
    const value = { value: 'lang genug', version: 1, text: 'lang genug' };
    expect(await stored(vorgangId)).toEqual({ vier: value });
    await filled({ vier: 'lang genug' }, vorgangId);
    expect(await stored(vorgangId)).toEqual({ vier: value });
    await filled({ vier: 'neu' }, vorgangId);
    expect(await stored(vorgangId)).toEqual({ vier: { value: 'neu', version: 2, text: 'neu' } });
    const versions = await bench.sql(
      `SELECT version, definition -> 'rule' ->> 'longest' AS longest FROM zusatzfeld_version
        WHERE zusatzfeld_id = $1 ORDER BY version`,
      [id],
    );
    expect(versions).toEqual([
      { version: 1, longest: '20' },
      { version: 2, longest: '3' },
    ]);
  });

  it('does not ask again about values that did not fit before, nor for another name', async () => {
    const id = await addedZusatzfeld(bench, 'vorgang', 'fuenf');
    await filled({ fuenf: 'lang genug' });
    done(await change(id, { breaking: 1 }));
    const narrower = { rule: { art: 'text', shortest: 0, longest: 2, signs: 'any' }, version: 2 };
    expect(await change(id, narrower)).toEqual({ version: 3 });
    expect(await change(id, { ...narrower, label: { de: 'Flur', en: 'Plot' }, version: 3 })).toEqual({ version: 4 });
  });

  it('counts values of records that would lose the field', async () => {
    const id = await addedZusatzfeld(bench, 'vorgang', 'sechs');
    await filled({ sechs: 'abc' });
    const inside = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '20.31');
    const outside = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '10');
    const wide = someZusatzfeld();
    expect(await change(id, { ...wide, einheitId: outside })).toMatchObject({ code: 'zusatzfeld.breaksValues' });
    expect(await change(id, { ...wide, einheitId: inside })).toEqual({ version: 2 });
  });

  it('keeps what was there before in the Protokoll', async () => {
    const id = await addedZusatzfeld(bench, 'vorgang', 'sieben');
    done(await change(id, {}));
    expect((await bench.protokoll(id)).at(-1)).toMatchObject({
      action: 'zusatzfeld.changeZusatzfeld',
      payload: { before: { rule: { longest: 20 } }, after: { rule: { longest: 3 } }, breaking: 0 },
    });
  });
});
