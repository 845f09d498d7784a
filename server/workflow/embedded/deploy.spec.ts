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
const decided =
  '<bpmn:businessRuleTask id="x"><bpmn:extensionElements><zeebe:calledDecision decisionId="wer" resultVariable="r" /></bpmn:extensionElements></bpmn:businessRuleTask>';

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

  it.each([['a decision, which nobody would answer', bpmn(start + decided + chain('start', 'x')), 'Entscheidungen']])(
    'refuses %s, names the element, and stores nothing',
    async (_what, xml, word) => {
      const before = await engineBench.rows('definition');
      const answer = await engineBench.inTransaction(async (tx) => ({
        is: await engineBench.engine.deploy(tx, { xml }),
      }));
      if (!isRejection(answer.is)) throw new Error('deployed');
      expect(answer.is).toMatchObject({ code: 'workflow.notDeployable', reasons: [{ code: 'workflow.finding' }] });
      expect(answer.is.reasons[0]?.message.de).toMatch(`x: ${word}`);
      expect(await engineBench.rows('definition')).toEqual(before);
    },
  );
});
