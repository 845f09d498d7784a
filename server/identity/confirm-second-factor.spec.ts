import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { anApp, SEAL, withSecondFactor } from '../../test/support/second-factor.js';
import { isRejection } from '../contract/rejections.js';
import { sealKey } from '../signatur/keys/seal-key.js';
import { confirmSecondFactor } from './confirm-second-factor.js';

const NOW = new Date('2026-11-24T09:00:00Z');
let bench: ActBench;
beforeAll(async () => void (bench = await openActBench()));
afterAll(() => bench.close());

const app = anApp();
const confirm = (login: string, own: object = {}) =>
  bench.runner.run(bench.as(login), confirmSecondFactor, {
    ...{ personId: bench.personId(login), sealedSecret: sealKey(SEAL, app.secret), secret: SEAL, now: NOW },
    ...{ code: app.code(NOW), ...own },
  });

describe('confirmSecondFactor', () => {
  it.each(['000000', '', 'abcdef', '1'.repeat(40)])('refuses the code %j and keeps nothing', async (code) => {
    expect(await confirm('jana.petersen', { code })).toMatchObject({ code: 'identity.codeWrong' });
    expect(
      await bench.sql(`SELECT 1 FROM second_factor WHERE person_id = $1`, [bench.personId('jana.petersen')]),
    ).toEqual([]);
  });

  it('refuses a secret that was sealed elsewhere', async () => {
    const sealedSecret = sealKey(Buffer.alloc(32, 9), app.secret);
    expect(await confirm('jana.petersen', { sealedSecret })).toMatchObject({ code: 'signatur.keySealed' });
  });

  it('refuses a second one beside the first', async () => {
    await withSecondFactor(bench.runner, bench.as('ines.vogt'), NOW);
    expect(await confirm('ines.vogt')).toMatchObject({ code: 'identity.secondFactorThere' });
  });

  it('puts it into force, with ten recovery codes of which only hashes are kept, and no secret in the Protokoll', async () => {
    const answer = await confirm('helga.brandt', { code: `${app.code(NOW).slice(0, 3)} ${app.code(NOW).slice(3)}` });
    if (isRejection(answer)) throw new Error(answer.message.en);
    expect(answer.recoveryCodes).toHaveLength(10);
    expect(new Set(answer.recoveryCodes).size).toBe(10);
    expect(answer.recoveryCodes[0]).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    const everything = JSON.stringify(
      await bench.sql(`SELECT f::text FROM second_factor f UNION ALL SELECT r::text FROM recovery_code r
        UNION ALL SELECT p::text FROM protokoll_payload p UNION ALL SELECT a::text FROM act_result a`),
    );
    expect(everything).not.toContain(Buffer.from(app.secret).toString('hex'));
    for (const code of answer.recoveryCodes) expect(everything).not.toContain(code);
    expect((await bench.protokoll(bench.personId('helga.brandt'))).map(({ action }) => action)).toEqual([
      'identity.confirmSecondFactor',
    ]);
  });
});
