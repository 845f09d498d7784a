import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { readerOf, sees } from '../../test/support/rights.js';
import { idOf, openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { grantRule } from './grant-rule.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
  await readerOf(bench, '20.31.04', 'tomasz.sliwa');
});
afterAll(() => bench.close());

const grant = (input: object, login = 'helga.brandt') => bench.perform(login, grantRule, input);
const house = { kind: 'house' } as const;
const plan = { kind: 'plan' } as const;
const at = async (kennzeichen: string) =>
  ({ kind: 'aktenplaneinheit', id: await idOf(bench, 'aktenplaneinheit', 'kennzeichen', kennzeichen) }) as const;

describe('grantRule', () => {
  it('refuses whoever lacks the permission', async () => {
    const input = { place: plan, subject: house, right: 'read' };
    expect(await grant(input, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses whoever has the permission and does not manage the place', async () => {
    const input = { place: await at('20.31.04'), subject: house, right: 'read' };
    expect(await grant(input, 'ruth.lindqvist')).toMatchObject({ code: 'access.mayNotManage', status: 403 });
    expect(await grant({ ...input, place: plan }, 'ruth.lindqvist')).toMatchObject({ code: 'access.mayNotManage' });
  });

  it('refuses a place that does not exist like one that cannot be seen', async () => {
    const input = { place: { kind: 'akte', id: newId() }, subject: house, right: 'read' };
    expect(await grant(input)).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a rule on an Akte that is not protected', async () => {
    const { akteId } = await openedVorgang(bench);
    const input = { place: { kind: 'akte', id: akteId }, subject: house, right: 'read' };
    expect(await grant(input)).toMatchObject({ code: 'access.notProtected' });
  });

  it('refuses a subject that does not exist, an unknown role and an unknown right', async () => {
    const place = await at('20.41.01');
    for (const kind of ['unit', 'person']) {
      const input = { place, subject: { kind, id: newId() }, right: 'read' };
      expect(await grant(input)).toMatchObject({ code: 'access.unknownSubject' });
    }
    const strange = [
      { place, subject: { kind: 'role', role: 'kaiser' }, right: 'read' },
      { place, subject: house, right: 'alles' },
      { place, subject: { kind: 'role', role: '__proto__' }, right: 'read' },
    ];
    for (const input of strange) expect(await grant(input)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses a second rule for the same subject at the same place', async () => {
    const input = { place: await at('20.41.01'), subject: { kind: 'role', role: 'kasse' }, right: 'read' };
    expect(await grant(input)).toHaveProperty('ruleId');
    expect(await grant({ ...input, right: 'work' })).toMatchObject({
      code: 'access.ruleExists',
      message: { de: expect.stringContaining('die Rolle Kasse') },
    });
  });

  it('F63 gives a right that is inherited down the Aktenplan, and tells the Protokoll', async () => {
    const { vorgangId } = await openedVorgang(bench, '20.31.05');
    await bench.sql(`DELETE FROM access_rule WHERE subject = 'house'`);
    expect(await sees(bench, 'tomasz.sliwa', 'vorgang', vorgangId)).toBe(false);
    const place = await at('20.31');
    const subject = { kind: 'person', id: bench.personId('tomasz.sliwa') };
    const { ruleId } = (await grant({ place, subject, right: 'read' })) as { ruleId: string };
    expect(await sees(bench, 'tomasz.sliwa', 'vorgang', vorgangId)).toBe(true);
    expect(await sees(bench, 'deniz.aydin', 'vorgang', vorgangId)).toBe(false);
    expect(await bench.protokoll(place.id)).toMatchObject([
      {
        action: 'access.grantRule',
        payload: { rule: { id: ruleId }, text: { de: 'Recht „lesen“ erteilt: Tomasz Śliwa (20.31 Liegenschaften)' } },
      },
    ]);
  });
});
