import { newId } from '../../platform/ids.js';
import type { Variables } from '../process-engine.js';
import { openEngineBench, type EngineBench } from './engine.testing.js';
import { bpmn, chain, task } from './world.testing.js';

let engineBench: EngineBench;
const order: string[] = [];

beforeAll(async () => {
  engineBench = await openEngineBench({
    work: (_tx, { variables }) => {
      order.push(String(variables['number']));
      return variables['number'] === 'bad'
        ? Promise.resolve({ bpmnError: { code: 'E', message: 'bad' } })
        : Promise.resolve({ variables: { result: `done ${String(variables['number'])}` } });
    },
  });
});
afterAll(() => engineBench.bench.close());

const call = (processId: string, inner = '') =>
  `<bpmn:callActivity id="call"><bpmn:extensionElements>
    <zeebe:calledElement processId="${processId}" propagateAllChildVariables="true" /></bpmn:extensionElements>${inner}</bpmn:callActivity>`;
const userTask = `<bpmn:userTask id="check"><bpmn:extensionElements><zeebe:assignmentDefinition assignee="a" /></bpmn:extensionElements></bpmn:userTask>`;
const plain = (id: string, content: string, roots = '') => bpmn(content, roots).replace('id="process"', `id="${id}"`);
const caller = (id: string, called: string, more = '') =>
  plain(
    id,
    `<bpmn:startEvent id="start"><bpmn:messageEventDefinition id="m" messageRef="message" /></bpmn:startEvent>
     ${call(called)}${userTask}${chain('start', 'call', 'check')}${more}`,
    `<bpmn:message id="message" name="start ${id}" /><bpmn:error id="error" errorCode="E" />`,
  );
const called = (id: string) => plain(id, `<bpmn:startEvent id="begin" />${task('work')}${chain('begin', 'work')}`);

async function deploy(...files: string[]): Promise<void> {
  for (const xml of files) await engineBench.inTransaction((tx) => engineBench.engine.deploy(tx, { xml }));
}

async function start(processId: string, variables: Variables): Promise<string> {
  const vorgangId = newId();
  await engineBench.publish({
    name: `start ${processId}`,
    correlationKey: vorgangId,
    variables: { vorgangId, ...variables },
  });
  return vorgangId;
}

const instances = (vorgangId: string) =>
  engineBench.inTransaction((tx) =>
    tx.query<{ processId: string; status: string; definition: string }>(
      `SELECT i.process_id AS "processId", i.status, d.version AS definition FROM engine.instance i
         JOIN engine.definition d ON d.key = i.definition_key WHERE i.business_key = $1 ORDER BY i.key`,
      [vorgangId],
    ),
  );

describe('a process that calls another', () => {
  it('stops with an incident while that is not deployed, and goes on when it is', async () => {
    await deploy(caller('lonely', 'later'));
    const vorgangId = await start('lonely', { number: '0' });
    expect(engineBench.incidents.at(-1)).toMatchObject({ elementId: 'call', type: 'CALLED_ELEMENT_ERROR' });
    await deploy(called('later'));
    const [incident] = await engineBench.inTransaction((tx) =>
      tx.query<{ key: string }>(
        `SELECT n.key FROM engine.incident n JOIN engine.instance i ON i.key = n.instance_key WHERE i.business_key = $1`,
        [vorgangId],
      ),
    );
    await engineBench.inTransaction((tx) => engineBench.engine.resolveIncident(tx, { incidentKey: incident!.key }));
    await engineBench.loops.drain();
    expect(engineBench.tasksOf(vorgangId)).toEqual(['check']);
  });

  it('goes on when that has ended, with its variables and for the same Vorgang', async () => {
    await deploy(called('child'), caller('parent', 'child'));
    const vorgangId = await start('parent', { number: '1' });
    expect((await instances(vorgangId)).map(({ status }) => status)).toEqual(['active', 'active']);
    await engineBench.loops.drain();
    expect(engineBench.taskAt(vorgangId, 'check').variables).toMatchObject({ result: 'done 1' });
    expect(await instances(vorgangId)).toMatchObject([
      { processId: 'parent', status: 'active' },
      { processId: 'child', status: 'completed' },
    ]);
  });

  it('calls the version that was in force when it was deployed itself', async () => {
    await deploy(called('stable'), caller('faithful', 'stable'), called('stable').replace('begin"', 'begin" name="x"'));
    const vorgangId = await start('faithful', { number: '2' });
    expect((await instances(vorgangId))[1]).toMatchObject({ processId: 'stable', definition: 1 });
  });

  it('catches the error of the other one, which has ended then', async () => {
    const boundary = `<bpmn:boundaryEvent id="caught" attachedToRef="call"><bpmn:errorEventDefinition id="e" errorRef="error" /></bpmn:boundaryEvent>
      <bpmn:userTask id="repair" />${chain('caught', 'repair')}`;
    await deploy(called('thrower'), caller('catcher', 'thrower', boundary));
    const vorgangId = await start('catcher', { number: 'bad' });
    await engineBench.loops.drain();
    expect(engineBench.tasksOf(vorgangId)).toEqual(['repair']);
    expect((await instances(vorgangId)).map(({ status }) => status)).toEqual(['active', 'terminated']);
  });

  it('ends the other one with itself', async () => {
    await deploy(called('victim'), caller('leader', 'victim'));
    const vorgangId = await start('leader', { number: '3' });
    const [top] = await engineBench.inTransaction((tx) =>
      tx.query<{ key: string }>(`SELECT key FROM engine.instance WHERE business_key = $1 AND parent_key IS NULL`, [
        vorgangId,
      ]),
    );
    await engineBench.inTransaction((tx) => engineBench.engine.cancel(tx, { instanceKey: top!.key }));
    expect((await instances(vorgangId)).map(({ status }) => status)).toEqual(['terminated', 'terminated']);
    const left = await engineBench.inTransaction((tx) =>
      tx.query(
        `SELECT j.key FROM engine.job j JOIN engine.instance i ON i.key = j.instance_key WHERE i.business_key = $1`,
        [vorgangId],
      ),
    );
    expect(left).toEqual([]);
  });

  it('that calls itself without end stops with an incident', async () => {
    await deploy(plain('mirror', `<bpmn:startEvent id="start" />${call('mirror')}${chain('start', 'call')}`));
    await deploy(caller('entrance', 'mirror'));
    await start('entrance', {});
    expect(engineBench.incidents.at(-1)).toMatchObject({ elementId: 'call', type: 'CALLED_ELEMENT_ERROR' });
  });
});
