import { isRejection } from '../../contract/rejections.js';
import { createEmbeddedEngine } from './embedded-engine.js';
import { openEngineBench, type EngineBench } from './engine.testing.js';
import { bpmn, chain } from './world.testing.js';

let engineBench: EngineBench;

beforeAll(async () => {
  engineBench = await openEngineBench();
});
afterAll(() => engineBench.bench.close());

const start = '<bpmn:startEvent id="start" />';

describe('deploy', () => {
  it('refuses signals where new processes run on a cluster, which would tell every Mandant', async () => {
    const { projector } = engineBench.engine.parts;
    const engine = createEmbeddedEngine({ projector, workers: {}, onWork: () => undefined, starts: 'elsewhere' });
    const caught =
      '<bpmn:intermediateCatchEvent id="x"><bpmn:signalEventDefinition signalRef="S" /></bpmn:intermediateCatchEvent>';
    const xml = bpmn(start + caught + chain('start', 'x'), '<bpmn:signal id="S" name="s" />');
    const answer = await engineBench.inTransaction(async (tx) => ({ is: await engine.deploy(tx, { xml }) }));
    if (!isRejection(answer.is)) throw new Error('deployed');
    expect(answer.is.reasons[0]?.message.de).toMatch('x: Signale');
  });
});
