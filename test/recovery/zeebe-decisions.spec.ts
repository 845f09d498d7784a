import { randomBytes } from 'node:crypto';
import { isRejection } from '../../server/contract/rejections.js';
import { newId } from '../../server/platform/ids.js';
import { chain, escaped } from '../../server/workflow/embedded/bpmn.testing.js';
import { openWire, type Wire } from '../support/cut-wire.js';
import { openZeebeBench, type ZeebeBench } from '../support/zeebe-bench.js';
import { describeWithZeebe } from '../support/zeebe.js';

/** More than an instance may stand before it is an incident. */
const ELEVEN_MINUTES = 660_000;

describeWithZeebe('decisions on Zeebe', (address) => {
  let wire: Wire;
  let ours: ZeebeBench;
  const other = { mandantId: newId(), actor: { kind: 'system', name: 'test' } } as const;

  beforeAll(async () => {
    wire = await openWire(address);
    ours = await openZeebeBench(wire.address);
    await ours.bench.database.transaction(other.mandantId, (queries) =>
      queries.query(`INSERT INTO mandant VALUES ($1, 'Nachbarkreis', 'productive', '2', now())`, [other.mandantId]),
    );
  });
  afterAll(async () => {
    await ours.close();
    await wire.close();
  });

  const putInForce = async (xml: string) => {
    const deployed = await ours.inTransaction((tx) => ours.engine.deployDecisions(tx, { xml }));
    if (isRejection(deployed)) throw new Error(JSON.stringify(deployed));
    return deployed;
  };
  /** Asks the decision in a new instance and gives what the task after it sees. */
  const answerTo = async (decisionId: string, variables: Record<string, number>) => {
    const process = await ours.deploy(asking(decisionId));
    const task = await ours.taskOf(await ours.begin(process, variables));
    return task.variables['wer'];
  };

  it('are refused where another Mandant runs a different one of the same id there', async () => {
    const { id, xml } = decision('"Kasse"');
    await putInForce(xml);
    const theirs = xml.replace('Kasse', 'Leitung');
    const refused = await ours.bench.runner.transaction(other, (tx) =>
      ours.engine.deployDecisions(tx, { xml: theirs }),
    );
    expect(refused).toMatchObject({ code: 'workflow.decisionTakenByOthers' });
    expect(await answerTo(id, {})).toBe('Kasse');
  });

  it('let an instance stand that asks for one which nobody has put into force, and it shows as an incident', async () => {
    const { id, xml } = decision('"spaet"');
    const businessKey = await ours.begin(await ours.deploy(asking(id, 'vorher')));
    const { jobKey } = await ours.taskOf(businessKey);
    await ours.inTransaction((tx) => ours.engine.completeTask(tx, { jobKey, variables: {} }));
    await ours.until(() => !ours.tasks.has(jobKey), 'the cluster to take it');
    ours.bench.clock.advance(ELEVEN_MINUTES);
    await ours.zeebe.reconcile();
    const sql = `SELECT n.type FROM engine.incident n JOIN engine.instance i ON i.key = n.instance_key
                  WHERE i.business_key = $1`;
    const incidents = await ours.until(async () => {
      const rows = await ours.query<{ type: string }>(sql, [businessKey]);
      return rows.length > 0 && rows;
    }, 'the incident');
    expect(incidents).toEqual([{ type: 'STANDS_STILL' }]);
    await putInForce(xml);
    expect(await answerTo(id, {})).toBe('spaet');
  });

  it('answer a process there as they do here, and the newest version answers whoever asks next', async () => {
    const first = decision('if betrag > 5000 then "Leitung" else "Kasse"');
    await putInForce(first.xml);
    expect(await answerTo(first.id, { betrag: 5001 })).toBe('Leitung');
    const here = await ours.inTransaction((tx) =>
      ours.engine.evaluateDecision(tx, { decisionId: first.id, variables: { betrag: 5001 } }),
    );
    expect(here).toMatchObject({ value: 'Leitung', failures: [] });
    await putInForce(first.xml.replace('5000', '9000'));
    expect(await answerTo(first.id, { betrag: 5001 })).toBe('Kasse');
  });

  it('get there later where the cluster is away, and whoever deploys is told so', async () => {
    const { id, xml } = decision('"nachgeholt"');
    wire.cut();
    const { warnings } = await putInForce(xml);
    expect(warnings.map(({ code }) => code)).toContain('zeebe.later');
    wire.mend();
    await ours.zeebe.link.ready();
    await ours.until(async () => {
      ours.bench.clock.advance(60_000);
      const sql = `SELECT 1 FROM engine.zeebe_decision_model z JOIN engine.decision d ON d.model_key = z.model_key
                    WHERE d.decision_id = $1`;
      return (await ours.query(sql, [id])).length === 1;
    }, 'the decision to be there');
    expect(await answerTo(id, {})).toBe('nachgeholt');
  });
});

describeWithZeebe('a model file with two processes on Zeebe', (address) => {
  it('gets there as one file, and one process calls the other', async () => {
    const ours = await openZeebeBench(address);
    const called = unique('p');
    const inner = `<bpmn:process id="${called}" isExecutable="true"><bpmn:startEvent id="los" /><bpmn:userTask id="innen" /><bpmn:endEvent id="fertig" />${chain('los', 'innen', 'fertig')}</bpmn:process>`;
    const call = `<bpmn:callActivity id="rufen"><bpmn:extensionElements><zeebe:calledElement processId="${called}" /></bpmn:extensionElements></bpmn:callActivity><bpmn:endEvent id="ende" />${chain('start', 'rufen', 'ende')}`;
    const process = await ours.deploy(call, inner);
    const businessKey = await ours.begin(process);
    const { jobKey, elementId } = await ours.taskOf(businessKey);
    expect(elementId).toBe('innen');
    await ours.inTransaction((tx) => ours.engine.completeTask(tx, { jobKey, variables: {} }));
    await ours.until(async () => {
      const sql = `SELECT status FROM engine.instance WHERE business_key = $1 AND status = 'completed'`;
      return (await ours.query(sql, [businessKey])).length > 0;
    }, 'the end of the caller');
    await ours.close();
  });
});

/** Nobody else on the broker has it: brokers are shared by spec files and outlive them. */
function unique(prefix: string): string {
  return `${prefix}-${randomBytes(6).toString('hex')}`;
}

/** A file with one decision of one expression. */
function decision(feel: string): { id: string; xml: string } {
  const id = unique('d');
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="${id}-drg" name="Wer zeichnet" namespace="http://example.org/${id}">
  <decision id="${id}" name="Wer zeichnet"><variable id="${id}-v" name="wer" /><literalExpression id="${id}-e"><text>${escaped(feel)}</text></literalExpression></decision>
</definitions>`;
  return { id, xml };
}

/** Asks the decision and shows a person what it said; `before` is the task of a person before that. */
function asking(decisionId: string, before?: string): string {
  const ids = ['start', ...(before === undefined ? [] : [before]), 'fragen', 'sehen', 'ende'];
  const task = before === undefined ? '' : `<bpmn:userTask id="${before}" />`;
  return `${task}<bpmn:businessRuleTask id="fragen"><bpmn:extensionElements><zeebe:calledDecision decisionId="${decisionId}" resultVariable="wer" /></bpmn:extensionElements></bpmn:businessRuleTask>
    <bpmn:userTask id="sehen" /><bpmn:endEvent id="ende" />${chain(...ids)}`;
}
