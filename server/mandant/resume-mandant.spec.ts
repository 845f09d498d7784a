import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { created, within } from '../../test/support/mandanten.js';
import { newId } from '../platform/ids.js';
import { listRunningMandanten } from '../platform/postgres/mandanten.js';
import { resumeMandant } from './resume-mandant.js';
import { suspendMandant } from './suspend-mandant.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const actor = { kind: 'system', name: 'mandanten/test' } as const;
const resume = (mandantId: string) => bench.runner.run({ mandantId, actor }, resumeMandant, {});

describe('resumeMandant', () => {
  it('refuses a Mandant that is not there, and one that works', async () => {
    expect(await resume(newId())).toMatchObject({ code: 'platform.notFound' });
    const { mandantId } = done(await created(bench));
    expect(await resume(mandantId)).toMatchObject({ code: 'mandant.notSuspended' });
  });

  it('lets it work again, without the reason of then', async () => {
    const { mandantId } = done(await created(bench));
    done(await bench.runner.run({ mandantId, actor }, suspendMandant, { reason: 'Vertrag endet' }));
    expect(await listRunningMandanten(bench.database)).not.toContain(mandantId);
    done(await resume(mandantId));
    expect(await listRunningMandanten(bench.database)).toContain(mandantId);
    expect(await within(bench, mandantId, `SELECT suspended_at, suspension_reason FROM mandant`)).toEqual([
      { suspended_at: null, suspension_reason: null },
    ]);
  });
});
