import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { withSecondFactor } from '../../test/support/second-factor.js';
import { newId } from '../platform/ids.js';
import { resetSecondFactor } from './reset-second-factor.js';

const NOW = new Date('2026-11-24T09:00:00Z');
let bench: ActBench;
beforeAll(async () => void (bench = await openActBench()));
afterAll(() => bench.close());

const reset = (personId: string, own: object = {}, login = 'kim.okafor') =>
  bench.perform(login, resetSecondFactor, { personId, reason: 'Telefon verloren', ...own });

describe('resetSecondFactor', () => {
  it.each(['ruth.lindqvist', 'helga.brandt', 'jana.petersen'])('refuses %s without the permission', async (login) => {
    expect(await reset(bench.personId('ines.vogt'), {}, login)).toMatchObject({ code: 'identity.notPermitted' });
  });

  it.each(['', 'x', 'verloren\u202E', 'x'.repeat(10_000)])('refuses the reason %j', async (reason) => {
    expect(await reset(bench.personId('ines.vogt'), { reason })).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses for oneself, and where there is none', async () => {
    await withSecondFactor(bench.runner, bench.as('kim.okafor'), NOW);
    expect(await reset(bench.personId('kim.okafor'))).toMatchObject({ code: 'identity.ownSecondFactor' });
    expect(await reset(bench.personId('ruth.lindqvist'))).toMatchObject({ code: 'identity.secondFactorMissing' });
    expect(await reset(newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it('takes it, with the reason in the Protokoll of the person', async () => {
    const personId = bench.personId('jana.petersen');
    await withSecondFactor(bench.runner, bench.as('jana.petersen'), NOW);
    expect(await reset(personId)).toEqual({ personId });
    expect((await bench.protokoll(personId)).at(-1)).toMatchObject({
      action: 'identity.resetSecondFactor',
      actor: bench.personId('kim.okafor'),
      payload: { reason: 'Telefon verloren' },
    });
  });
});
