import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { SEAL, withSecondFactor } from '../../test/support/second-factor.js';
import { isRejection } from '../contract/rejections.js';
import { renewRecoveryCodes } from './renew-recovery-codes.js';

const NOW = new Date('2026-11-24T09:00:00Z');
const LATER = new Date('2026-11-24T09:05:00Z');
let bench: ActBench;
beforeAll(async () => void (bench = await openActBench()));
afterAll(() => bench.close());

const renew = (login: string, code: string) =>
  bench.runner.run(bench.as(login), renewRecoveryCodes, {
    ...{ personId: bench.personId(login), code, secret: SEAL, now: LATER },
  });

describe('renewRecoveryCodes', () => {
  it('refuses with a wrong code, and leaves the old ones', async () => {
    const { recoveryCodes } = await withSecondFactor(bench.runner, bench.as('jana.petersen'), NOW);
    expect(await renew('jana.petersen', '000000')).toMatchObject({ code: 'identity.codeWrong' });
    const [row] = await bench.sql<{ count: number }>(`SELECT count(*)::int FROM recovery_code WHERE person_id = $1`, [
      bench.personId('jana.petersen'),
    ]);
    expect(row?.count).toBe(recoveryCodes.length);
  });

  it('makes new ones, after which the old ones are worth nothing', async () => {
    const app = await withSecondFactor(bench.runner, bench.as('ines.vogt'), NOW);
    const [old = '', second = ''] = app.recoveryCodes;
    const answer = await renew('ines.vogt', old.toLowerCase().replaceAll('-', ' '));
    if (isRejection(answer)) throw new Error(answer.message.en);
    expect(answer.recoveryCodes).toHaveLength(10);
    expect(await renew('ines.vogt', second)).toMatchObject({ code: 'identity.codeWrong' });
    expect(isRejection(await renew('ines.vogt', answer.recoveryCodes[0] ?? ''))).toBe(false);
  });
});
