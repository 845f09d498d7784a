import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { SEAL, withSecondFactor } from '../../test/support/second-factor.js';
import { removeSecondFactor } from './remove-second-factor.js';

const NOW = new Date('2026-11-24T09:00:00Z');
const LATER = new Date('2026-11-24T09:05:00Z');
let bench: ActBench;
beforeAll(async () => void (bench = await openActBench()));
afterAll(() => bench.close());

const remove = (login: string, code: string, rule: 'required' | 'free' = 'free') => {
  const personId = bench.personId(login);
  return bench.runner.run(bench.as(login), removeSecondFactor, { personId, code, rule, secret: SEAL, now: LATER });
};

describe('removeSecondFactor', () => {
  it('refuses with a wrong or used code, and without any factor', async () => {
    const app = await withSecondFactor(bench.runner, bench.as('jana.petersen'), NOW);
    expect(await remove('jana.petersen', '000000')).toMatchObject({ code: 'identity.codeWrong' });
    expect(await remove('jana.petersen', app.code(NOW))).toMatchObject({ code: 'identity.codeWrong' });
    expect(await remove('tomasz.sliwa', '000000')).toMatchObject({ code: 'identity.secondFactorMissing' });
  });

  it('refuses where the roles of the person need one', async () => {
    const app = await withSecondFactor(bench.runner, bench.as('kim.okafor'), NOW);
    expect(await remove('kim.okafor', app.code(LATER), 'required')).toMatchObject({
      code: 'identity.secondFactorRequired',
    });
  });

  it('removes it with its recovery codes', async () => {
    const app = await withSecondFactor(bench.runner, bench.as('ines.vogt'), NOW);
    expect(await remove('ines.vogt', app.code(LATER))).toEqual({});
    const left = await bench.sql(`SELECT 1 FROM recovery_code WHERE person_id = $1`, [bench.personId('ines.vogt')]);
    expect(left).toEqual([]);
    expect((await bench.protokoll(bench.personId('ines.vogt'))).at(-1)?.action).toBe('identity.removeSecondFactor');
  });
});
