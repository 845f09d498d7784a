import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { idOf } from '../../test/support/records.js';
import { addedZusatzfeld, someZusatzfeld } from '../../test/support/zusatzfelder.js';
import { newId } from '../platform/ids.js';
import { defineZusatzfeld } from './define-zusatzfeld.js';
import { MOST_FIELDS } from './zusatzfeld.js';
import { loadZusatzfelder } from './zusatzfeld.views.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const define = (own: object, login = 'helga.brandt') =>
  bench.perform(login, defineZusatzfeld, { ...someZusatzfeld(), kind: 'akte', key: 'feld', ...own });

describe('F8 defineZusatzfeld', () => {
  it('refuses whoever is no key user', async () => {
    expect(await define({}, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it.each([
    { key: '' },
    { key: 'Flurstück' },
    { key: '__proto__' },
    { key: 'a'.repeat(41) },
    { label: { de: 'a\u202eb', en: 'a' } },
    { label: { de: 'x'.repeat(10_000), en: 'a' } },
    { label: { de: 'nur Deutsch' } },
    { rule: { art: 'pattern', pattern: '(a+)+$' } },
    { rule: { art: 'choice', options: [] } },
    { rule: { art: 'day', earliest: '0000-01-01', latest: null } },
    { rule: { art: 'amount', least: '1e9', most: null } },
    { kind: 'eingang' },
  ])('refuses %j', async (bad) => {
    expect(await define(bad)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses an unknown position, crossed limits and a key that is taken', async () => {
    expect(await define({ einheitId: newId() })).toMatchObject({ code: 'platform.notFound' });
    const rule = { art: 'wholeNumber', least: 2, most: 1 };
    expect(await define({ rule })).toMatchObject({ code: 'zusatzfeld.badDefinition' });
    await addedZusatzfeld(bench, 'akte', 'vergeben');
    expect(await define({ key: 'vergeben' })).toMatchObject({ code: 'zusatzfeld.keyTaken' });
    await addedZusatzfeld(bench, 'vorgang', 'vergeben');
  });

  it('refuses more fields than a form can bear', async () => {
    const already = await bench.sql(`SELECT id FROM zusatzfeld WHERE kind = 'dokument'`);
    for (let index = already.length; index < MOST_FIELDS; index += 1) {
      await addedZusatzfeld(bench, 'dokument', `viele_${index}`);
    }
    expect(await define({ kind: 'dokument', key: 'zu_viel' })).toMatchObject({ code: 'zusatzfeld.tooMany' });
  });

  it('adds it at the end of its form, with an audit row', async () => {
    await addedZusatzfeld(bench, 'akte', 'davor');
    const einheitId = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '20.31');
    const { id } = done(await define({ key: 'danach', einheitId }));
    const list = done(await bench.runner.transaction(bench.as('helga.brandt'), (tx) => loadZusatzfelder(tx)));
    expect(list.items.filter(({ kind }) => kind === 'akte').at(-1)).toMatchObject({
      ...{ ...someZusatzfeld(), id, key: 'danach', state: 'offen', version: 1 },
      ...{ einheitId, einheit: { kennzeichen: '20.31' } },
    });
    expect(await bench.protokoll(id)).toMatchObject([{ action: 'zusatzfeld.defineZusatzfeld' }]);
  });
});
