import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { isRejection } from '../contract/rejections.js';
import { newId } from '../platform/ids.js';
import { admitPerson, type Admission } from './admit-person.js';

let bench: ActBench;
beforeAll(async () => void (bench = await openActBench()));
afterAll(() => bench.close());

const DIRECTORY: Admission['directory'] = {
  ...{ id: 'kreis', name: 'Kreis-Konto', people: 'create' },
  groups: [
    { group: 'a', unit: '20.31', roles: ['sachbearbeitung'] },
    { group: 'z', unit: '99.99', roles: ['kasse'] },
  ],
};
const admit = (own: Partial<Admission['attestation']> = {}, directory: Partial<Admission['directory']> = {}) =>
  bench.run(admitPerson, {
    attestation: { issuer: 'https://sso.example', subject: newId(), name: 'Mira Żuławska', groups: ['a'], ...own },
    directory: { ...DIRECTORY, ...directory },
  });

describe('admitPerson', () => {
  it.each([
    ['identity.noPlace', { groups: ['b'] }],
    ['identity.placeMissing', { groups: ['z'] }],
    ['identity.nameUnusable', { name: null }],
    ['identity.nameUnusable', { name: 'x'.repeat(10_000) }],
  ])('refuses with %s and makes nobody', async (code, own) => {
    const before = await bench.sql(`SELECT 1 FROM person`);
    expect(await admit(own)).toMatchObject({ code });
    expect(await bench.sql(`SELECT 1 FROM person`)).toHaveLength(before.length);
  });

  it('refuses a first sign-in where people connect their accounts themselves', async () => {
    expect(await admit({}, { people: 'link' })).toMatchObject({ code: 'identity.accountNotLinked' });
  });

  it('keeps issuers apart: one subject of two of them is two people', async () => {
    const [one, other] = [await admit({ subject: '7' }), await admit({ subject: '7', issuer: 'https://x.example' })];
    if (isRejection(one) || isRejection(other)) throw new Error('refused');
    expect(one.personId).not.toBe(other.personId);
  });

  it('leaves an audit row where something changes, and none where nothing does', async () => {
    const subject = newId();
    const first = await admit({ subject, name: 'Mira Z\u030Culawska' });
    if (isRejection(first)) throw new Error(first.message.en);
    expect(await admit({ subject, name: 'Mira \u017Dulawska' })).toEqual(first);
    expect(await bench.protokoll(first.personId)).toHaveLength(1);
    await admit({ subject, name: 'Mira Neu' });
    expect((await bench.protokoll(first.personId)).at(-1)).toMatchObject({
      action: 'identity.admitPerson',
      payload: { before: { name: 'Mira Žulawska' }, after: { name: 'Mira Neu', unit: '20.31' } },
    });
  });
});
