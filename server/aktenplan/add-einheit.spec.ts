import { addedEinheit, inForce, TODAY } from '../../test/support/aktenplan.js';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { idOf, openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { addEinheit } from './add-einheit.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const facts = { titel: 'Tierschutz', parentId: null, aufbewahrung: 10, aussonderungsart: 'V', validFrom: TODAY };
const add = (own: object, login = 'helga.brandt') =>
  bench.perform(login, addEinheit, { kennzeichen: '90', ...facts, ...own });

describe('addEinheit', () => {
  it.each(['jana.petersen', 'ruth.lindqvist', 'kim.okafor'])(
    'refuses %s, who is not of the Registratur',
    async (login) => {
      expect(await add({}, login)).toMatchObject({ code: 'identity.notPermitted' });
    },
  );

  it.each([
    ['titel', ''],
    ['titel', 'x'.repeat(10_000)],
    ['titel', 'Tier\u0007schutz'],
    ['titel', 'Tier\u202ezthcs'],
    ['kennzeichen', '90..1'],
    ['kennzeichen', '90/'],
    ['kennzeichen', '9\u200b0'],
    ['kennzeichen', '9'.repeat(41)],
    ['aufbewahrung', 131],
    ['aufbewahrung', -1],
    ['aufbewahrung', 'ewig'],
    ['aussonderungsart', 'X'],
    ['validFrom', '2026-02-30'],
    ['validFrom', 'heute'],
  ])('refuses what is no %s: %j', async (field, value) => {
    const answer = await add({ [field]: value });
    expect(answer).toMatchObject({ code: 'platform.invalidInput', message: { de: expect.stringContaining(field) } });
  });

  it.each([
    ['0001-01-01', 'aktenplan.validFromPast'],
    ['2026-11-23', 'aktenplan.validFromPast'],
    ['9999-12-31', 'aktenplan.validFromFar'],
  ])('refuses the day %s', async (validFrom, code) => {
    expect(await add({ validFrom })).toMatchObject({ code });
  });

  it('refuses an unknown position above, and the one of another Mandant', async () => {
    expect(await add({ parentId: newId() })).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a position above that begins later', async () => {
    const { einheitId } = await addedEinheit(bench, { validFrom: '2027-06-01' });
    expect(await add({ parentId: einheitId })).toMatchObject({ code: 'aktenplan.parentUnknown' });
  });

  it('refuses an uppermost position that inherits', async () => {
    expect(await add({ aufbewahrung: 'geerbt' })).toMatchObject({ code: 'aktenplan.uppermostInherits' });
  });

  it('refuses a Kennzeichen that was given before', async () => {
    const { kennzeichen } = await addedEinheit(bench);
    expect(await add({ kennzeichen })).toMatchObject({ code: 'aktenplan.kennzeichenTaken' });
  });

  it('adds one of two that arrive at once under the same Kennzeichen', async () => {
    const answers = await Promise.all([add({ kennzeichen: '91' }), add({ kennzeichen: '91' })]);
    expect(answers.map((answer) => ('code' in answer ? answer.code : 'added')).sort()).toEqual([
      'added',
      'aktenplan.kennzeichenTaken',
    ]);
  });

  it('adds a position that inherits what it does not say, and tells it in the Protokoll', async () => {
    const parentId = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '20.31');
    const own = { titel: 'Tierschutz u\u0308ber Gebu\u0308hr', parentId, aufbewahrung: 'geerbt' } as const;
    const { einheitId } = await addedEinheit(bench, { kennzeichen: '20.31.90', ...own });
    expect(await inForce(bench, einheitId)).toMatchObject({ titel: 'Tierschutz über Gebühr', jahre: 10, art: 'V' });
    expect(await bench.protokoll(einheitId)).toMatchObject([
      {
        action: 'aktenplan.addEinheit',
        payload: { kennzeichen: '20.31.90', text: { de: expect.stringContaining('gilt ab 24.11.2026') } },
      },
    ]);
  });

  it('F1 lets an Akte that is being opened at the same moment come first, or refuses it: never both', async () => {
    const above = await addedEinheit(bench);
    const [added, opened] = await Promise.allSettled([
      addedEinheit(bench, { parentId: above.einheitId }),
      openedVorgang(bench, above.kennzeichen),
    ]);
    expect(added.status).toBe('fulfilled');
    const [akten] = await bench.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM akte WHERE aktenplaneinheit_id = $1`,
      [above.einheitId],
    );
    expect(akten?.count).toBe(opened.status === 'fulfilled' ? 1 : 0);
    await expect(openedVorgang(bench, above.kennzeichen)).rejects.toThrow('takesNoAkten');
  });
});
