import { isRejection } from '../../contract/rejections.js';
import { newId } from '../../platform/ids.js';
import { dmn, literalDecision, requires, tableDecision } from './dmn/dmn.testing.js';
import { openEngineBench, type EngineBench } from './engine.testing.js';
import { bpmn, chain } from './world.testing.js';

let engineBench: EngineBench;

beforeAll(async () => {
  engineBench = await openEngineBench();
});
afterAll(() => engineBench.bench.close());

/** A process that asks for a decision and then waits for a person. */
function asking(processId: string, decisionId: string): string {
  const called = `<zeebe:calledDecision decisionId="${decisionId}" resultVariable="ergebnis" />`;
  const rule = `<bpmn:businessRuleTask id="regel"><bpmn:extensionElements>${called}</bpmn:extensionElements></bpmn:businessRuleTask>`;
  const user = '<bpmn:userTask id="danach" />';
  return bpmn(`<bpmn:startEvent id="start" />${rule}${user}${chain('start', 'regel', 'danach')}`).replaceAll(
    '"process"',
    `"${processId}"`,
  );
}

const deployDecisions = (xml: string) =>
  engineBench.inTransaction(async (tx) => engineBench.engine.deployDecisions(tx, { xml }));

async function deployProcess(xml: string) {
  const deployed = await engineBench.inTransaction((tx) => engineBench.engine.deploy(tx, { xml }));
  if (isRejection(deployed)) throw new Error(deployed.reasons.map(({ message }) => message.en).join('; '));
  return deployed;
}

async function started(processId: string, variables: Record<string, unknown>) {
  const vorgangId = newId();
  const start = { processId, businessKey: vorgangId, variables: { ...variables, vorgangId } };
  const instance = await engineBench.inTransaction((tx) => engineBench.engine.start(tx, start));
  if (isRejection(instance)) throw new Error(instance.message.en);
  return { vorgangId, instanceKey: instance.instanceKey };
}

interface OpenIncident {
  readonly key: string;
  readonly type: string;
  readonly elementId: string;
  readonly message: { readonly de: string; readonly en: string };
}

const incidentsOf = (instanceKey: string) =>
  engineBench.inTransaction((tx) =>
    tx.query<OpenIncident>(
      `SELECT key, type, element_id AS "elementId", message FROM engine.incident WHERE instance_key = $1`,
      [instanceKey],
    ),
  );

const resultOf = (vorgangId: string) => engineBench.taskAt(vorgangId, 'danach').variables['ergebnis'];

describe('a business rule task', () => {
  it('warns at deployment of a decision that is not there, and stops until it is', async () => {
    const { warnings } = await deployProcess(asking('p-fehlt', 'kommt-noch'));
    expect(warnings).toMatchObject([{ code: 'decision.notDeployed', at: 'regel', severity: 'warning' }]);
    const { vorgangId, instanceKey } = await started('p-fehlt', {});
    const [incident] = await incidentsOf(instanceKey);
    expect(incident).toMatchObject({ type: 'CALLED_DECISION_ERROR', elementId: 'regel' });
    await deployDecisions(dmn(literalDecision('kommt-noch', '"da"'), 'm-fehlt'));
    await engineBench.inTransaction((tx) => engineBench.engine.resolveIncident(tx, { incidentKey: incident!.key }));
    expect(resultOf(vorgangId)).toBe('da');
  });

  it('stops with the decision, the element and the reason where it fails', async () => {
    await deployDecisions(
      dmn(
        tableDecision('stufe-zwei', { rules: ['> 1 | 1', '> 2 | 2'] }) +
          literalDecision('frist-zwei', '1', requires('stufe-zwei')) +
          literalDecision('text-zwei', '[stufe-zwei]', requires('stufe-zwei')),
        'm-scheitert',
      ),
    );
    await deployProcess(asking('p-scheitert', 'text-zwei'));
    const { instanceKey } = await started('p-scheitert', { betrag: 3 });
    expect(await incidentsOf(instanceKey)).toMatchObject([
      {
        type: 'DECISION_EVALUATION_ERROR',
        message: {
          de: 'Die Entscheidung „text-zwei“ ist gescheitert: stufe-zwei, stufe-zwei_table: Mehrere Regeln treffen zu; die Trefferregel „UNIQUE“ erlaubt nur eine.',
        },
      },
    ]);
  });

  it('goes on with null where no rule matches', async () => {
    await deployDecisions(dmn(tableDecision('passt-nie', { rules: ['> 100 | "a"'] }), 'm-null'));
    await deployProcess(asking('p-null', 'passt-nie'));
    const { vorgangId, instanceKey } = await started('p-null', { betrag: 3 });
    expect(await incidentsOf(instanceKey)).toEqual([]);
    expect(resultOf(vorgangId)).toBeNull();
  });

  it('asks the newest version at the time when it asks', async () => {
    await deployDecisions(dmn(literalDecision('wechselt', '1'), 'm-wechselt'));
    await deployProcess(asking('p-wechselt', 'wechselt'));
    const before = await started('p-wechselt', {});
    await deployDecisions(dmn(literalDecision('wechselt', '2'), 'm-wechselt'));
    const after = await started('p-wechselt', {});
    expect([resultOf(before.vorgangId), resultOf(after.vorgangId)]).toEqual([1, 2]);
  });

  it('finds the decision by an expression', async () => {
    await deployDecisions(dmn(literalDecision('eins', '1') + literalDecision('zwei', '2'), 'm-ausdruck'));
    await deployProcess(asking('p-ausdruck', '=welche'));
    const { vorgangId } = await started('p-ausdruck', { welche: 'zwei' });
    expect(resultOf(vorgangId)).toBe(2);
  });
});

describe('evaluateDecision', () => {
  const evaluate = (decisionId: string, variables: Record<string, unknown>) =>
    engineBench.inTransaction(async (tx) => engineBench.engine.evaluateDecision(tx, { decisionId, variables }));

  it('gives the outcome and how every decision on the way was made', async () => {
    await deployDecisions(
      dmn(
        tableDecision('schwelle', { rules: ['>= 1000 | "hoch"', '< 1000 | "niedrig"'] }) +
          literalDecision('antwort', '{ stufe: schwelle }', requires('schwelle')),
        'm-spur',
      ),
    );
    expect(await evaluate('antwort', { betrag: 1000 })).toEqual({
      value: { stufe: 'hoch' },
      failures: [],
      decisions: [
        {
          decisionId: 'schwelle',
          name: 'schwelle',
          value: 'hoch',
          tables: [{ inputs: [{ label: 'betrag', value: 1000 }], rules: ['schwelle_r1'] }],
        },
        { decisionId: 'antwort', name: 'antwort', value: { stufe: 'hoch' }, tables: [] },
      ],
    });
  });
});
