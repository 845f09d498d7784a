import type { Rejection } from '../contract/rejections.js';
import { newId } from '../platform/ids.js';
import { openEngineBench, rechnungsfreigabe, rechnungWorkers, type EngineBench } from './embedded/engine.testing.js';
import { cancelInstance } from './cancel-instance.js';
import { ADMINISTRATION, OTHERS, reason, runningInstance } from './operate-instance.testing.js';

let engineBench: EngineBench;

beforeAll(async () => {
  engineBench = await openEngineBench(rechnungWorkers(100));
  await engineBench.inTransaction((tx) => engineBench.engine.deploy(tx, { xml: rechnungsfreigabe }));
});
afterAll(() => engineBench.bench.close());

const running = () => runningInstance(engineBench);

function perform(login: string, input: object) {
  const { bench, engine } = engineBench;
  return bench.runner.perform(bench.as(login), cancelInstance(engine), input, newId());
}

describe('cancelInstance', () => {
  it.each(OTHERS)('refuses %s, who may not change processes', async (login) => {
    const refused = (await perform(login, { instanceKey: '1', reason })) as Rejection;
    expect(refused.code).toBe('identity.notPermitted');
  });

  it('refuses an instance that is not there', async () => {
    const refused = (await perform(ADMINISTRATION, { instanceKey: '1', reason })) as Rejection;
    expect(refused.code).toBe('workflow.instanceGone');
  });

  it('refuses to do it without a reason, or twice', async () => {
    const { instanceKey } = await running();
    const refused = (await perform(ADMINISTRATION, { instanceKey, reason: ' ' })) as Rejection;
    expect(refused.code).toBe('platform.invalidInput');
    expect(await perform(ADMINISTRATION, { instanceKey, reason })).toEqual({ instanceKey });
    expect(((await perform(ADMINISTRATION, { instanceKey, reason })) as Rejection).code).toBe('workflow.instanceGone');
  });

  it('takes its Aufgaben out of the inbox and says why at the Vorgang', async () => {
    const { instanceKey, vorgangId } = await running();
    await perform(ADMINISTRATION, { instanceKey, reason });
    expect(engineBench.tasksOf(vorgangId)).toEqual([]);
    const rows = await engineBench.inTransaction((tx) =>
      tx.query<{ payload: { reason: string } }>(
        `SELECT l.payload FROM protokoll k JOIN protokoll_payload l USING (mandant_id, sequence) WHERE k.object_id = $1`,
        [vorgangId],
      ),
    );
    expect(rows.map(({ payload }) => payload.reason)).toEqual([reason]);
  });
});
