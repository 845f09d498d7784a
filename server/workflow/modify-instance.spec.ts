import { isRejection, type Rejection } from '../contract/rejections.js';
import { newId } from '../platform/ids.js';
import { openEngineBench, rechnungsfreigabe, rechnungWorkers, type EngineBench } from './embedded/engine.testing.js';
import { modifyInstance } from './modify-instance.js';
import { ADMINISTRATION, OTHERS, reason, runningInstance } from './operate-instance.testing.js';
import { pathOfInstance } from './history.queries.js';

let engineBench: EngineBench;

beforeAll(async () => {
  engineBench = await openEngineBench(rechnungWorkers(100));
  await engineBench.inTransaction((tx) => engineBench.engine.deploy(tx, { xml: rechnungsfreigabe }));
});
afterAll(() => engineBench.bench.close());

const running = () => runningInstance(engineBench);

function perform(login: string, input: object) {
  const { bench, engine } = engineBench;
  return bench.runner.perform(bench.as(login), modifyInstance(engine), input, newId());
}

describe('modifyInstance', () => {
  it.each(OTHERS)('refuses %s, who may not change processes', async (login) => {
    const refused = (await perform(login, {
      instanceKey: '1',
      terminate: [],
      activate: ['Zahlung'],
      reason,
    })) as Rejection;
    expect(refused.code).toBe('identity.notPermitted');
  });

  it('refuses an instance that is not there', async () => {
    const refused = (await perform(ADMINISTRATION, {
      instanceKey: '1',
      terminate: [],
      activate: ['Zahlung'],
      reason,
    })) as Rejection;
    expect(refused.code).toBe('workflow.instanceGone');
  });

  it('refuses with every reason at once, and nothing has moved', async () => {
    const { instanceKey, vorgangId } = await running();
    const input = { instanceKey, terminate: ['7'], activate: ['gibtEsNicht'], reason };
    const refused = await perform(ADMINISTRATION, input);
    if (!isRejection(refused)) throw new Error('moved');
    expect(refused.code).toBe('workflow.notPossible');
    expect(refused.reasons).toHaveLength(2);
    expect(engineBench.tasksOf(vorgangId)).toEqual(['SachlichePruefung']);
  });

  it('ends a token and puts one elsewhere; the history shows both', async () => {
    const { instanceKey, vorgangId } = await running();
    const before = await engineBench.inTransaction((tx) => pathOfInstance(tx, instanceKey));
    const at = before!.elements.find(({ elementId }) => elementId === 'SachlichePruefung')!;
    const input = { instanceKey, terminate: [at.elementKey], activate: ['SachlichePruefung'], reason };
    expect(await perform(ADMINISTRATION, input)).toEqual({ instanceKey });
    expect(engineBench.tasksOf(vorgangId)).toEqual(['SachlichePruefung']);
    const after = await engineBench.inTransaction((tx) => pathOfInstance(tx, instanceKey));
    const visits = after!.elements.filter(({ elementId }) => elementId === 'SachlichePruefung');
    expect(visits.map(({ outcome }) => outcome)).toEqual(['terminated', 'active']);
  });
});
