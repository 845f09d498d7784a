import type { PersonActName } from '../../server/contract/acts.js';
import type { Rejection } from '../../server/contract/rejections.js';
import type { PersonAct } from '../../server/platform/act.js';
import { newId } from '../../server/platform/ids.js';
import { cancelInstance } from '../../server/workflow/cancel-instance.js';
import { chain, task } from '../../server/workflow/embedded/bpmn.testing.js';
import { migrateInstance } from '../../server/workflow/migrate-instance.js';
import { modifyInstance } from '../../server/workflow/modify-instance.js';
import type { JobWorkers } from '../../server/workflow/process-engine.js';
import { resolveIncident } from '../../server/workflow/resolve-incident.js';
import { openZeebeBench, type OwnProcess, type ZeebeBench } from '../support/zeebe-bench.js';
import { describeWithZeebe } from '../support/zeebe.js';

const ADMINISTRATION = 'kim.okafor';
const reason = 'doppelt eingegangen';
const USER_TASK = `<bpmn:userTask id="pruefen" name="Prüfen" />`;
/** Tried twice before it is an incident; its error `zu spaet` is caught, no other one. */
const WORK = `${task('zb.arbeit').replace('type="zb.arbeit"', 'type="zb.arbeit" retries="2"')}
  <bpmn:boundaryEvent id="spaet" attachedToRef="zb.arbeit"><bpmn:outgoing>spaet-nachholen</bpmn:outgoing><bpmn:errorEventDefinition id="spaetFehler" errorRef="zuSpaet" /></bpmn:boundaryEvent>
  <bpmn:userTask id="nachholen" /><bpmn:endEvent id="ende" />${chain('spaet', 'nachholen')}`;
const ERROR = `<bpmn:error id="zuSpaet" name="zu spät" errorCode="zu spaet" />`;

describeWithZeebe('what is done to an instance on Zeebe', (address) => {
  /** What the worker does next; by default it succeeds. */
  let work: JobWorkers[string] = () => Promise.resolve({ variables: {} });
  let zeebeBench: ZeebeBench;
  let waiting: OwnProcess;
  let working: OwnProcess;

  beforeAll(async () => {
    zeebeBench = await openZeebeBench(address, { workers: { 'zb.arbeit': (tx, job) => work(tx, job) } });
    waiting = await zeebeBench.deploy(`${USER_TASK}<bpmn:endEvent id="ende" />${chain('start', 'pruefen', 'ende')}`);
    working = await zeebeBench.deploy(`${WORK}${chain('start', 'zb.arbeit', 'ende')}`, ERROR);
  });
  afterAll(() => zeebeBench.close());

  const perform = <Name extends PersonActName>(act: PersonAct<Name>, input: object): Promise<unknown> =>
    zeebeBench.bench.runner.perform(zeebeBench.bench.as(ADMINISTRATION), act, input, newId());
  const statusOf = async (businessKey: string) => {
    const sql = `SELECT key, status FROM engine.instance WHERE business_key = $1`;
    const [row] = await zeebeBench.query<{ key: string; status: string }>(sql, [businessKey]);
    return row;
  };
  const ended = (businessKey: string, status: string) =>
    zeebeBench.until(async () => (await statusOf(businessKey))?.status === status, `${businessKey} to be ${status}`);
  /** The incident at an instance, once there is one. */
  const incidentOf = (businessKey: string) =>
    zeebeBench.until(async () => {
      // A failed attempt is repeated after a while; here that passes at once.
      zeebeBench.bench.clock.advance(6_000);
      const [row] = await zeebeBench.query<{ key: string; type: string; elementId: string; message: { de: string } }>(
        `SELECT n.key, n.type, n.element_id AS "elementId", n.message FROM engine.incident n
           JOIN engine.instance i ON i.key = n.instance_key WHERE i.business_key = $1`,
        [businessKey],
      );
      return row ?? false;
    }, `an incident at ${businessKey}`);

  it('refuses to move its tokens or to migrate it, with the reason why', async () => {
    const { instanceKey } = await zeebeBench.taskOf(await zeebeBench.begin(waiting));
    const move = { instanceKey, terminate: [], activate: ['pruefen'], reason };
    const moved = (await perform(modifyInstance(zeebeBench.engine), move)) as Rejection;
    const plan = { instanceKey, version: 1, mapping: {}, reason };
    const migrated = (await perform(migrateInstance(zeebeBench.engine), plan)) as Rejection;
    expect([moved.code, migrated.code]).toEqual(['workflow.notOnZeebe', 'workflow.notOnZeebe']);
  });

  it('refuses to start one without a message', async () => {
    const start = { processId: waiting.processId, businessKey: null, variables: {} };
    const refused = await zeebeBench.inTransaction((tx) => zeebeBench.engine.start(tx, start));
    expect((refused as Rejection).code).toBe('workflow.startsByMessage');
  });

  it('refuses what is meant for a task that is over, or for a scope that nobody knows', async () => {
    const { engine, inTransaction } = zeebeBench;
    const { jobKey, instanceKey } = await zeebeBench.taskOf(await zeebeBench.begin(waiting));
    const variables = {};
    expect(
      await inTransaction((tx) => engine.setVariables(tx, { instanceKey, scopeKey: '1', variables, local: true })),
    ).toBe('gone');
    expect(await inTransaction((tx) => engine.completeTask(tx, { jobKey, variables }))).toBe('done');
    const error = { jobKey, code: 'x', message: 'x', variables };
    const failure = { jobKey, retries: 1, backOffMs: 0, message: 'x' };
    expect(await inTransaction((tx) => engine.completeTask(tx, { jobKey, variables }))).toBe('gone');
    expect(await inTransaction((tx) => engine.throwError(tx, error))).toBe('gone');
    expect(await inTransaction((tx) => engine.failJob(tx, failure))).toBe('gone');
  });

  it('cancels it there, and its tasks leave the inbox', async () => {
    const businessKey = await zeebeBench.begin(waiting);
    const { instanceKey, jobKey } = await zeebeBench.taskOf(businessKey);
    expect(await perform(cancelInstance(zeebeBench.engine), { instanceKey, reason })).toEqual({ instanceKey });
    await ended(businessKey, 'terminated');
    expect(zeebeBench.tasks.has(jobKey)).toBe(false);
    const again = (await perform(cancelInstance(zeebeBench.engine), { instanceKey, reason })) as Rejection;
    expect(again.code).toBe('workflow.instanceGone');
  });

  it('tries work that fails again after a while, and makes it an incident after the last try; resolving it goes on', async () => {
    let attempts = 0;
    work = () => Promise.reject(new Error(`Drucker klemmt (${++attempts})`));
    const businessKey = await zeebeBench.begin(working);
    const incident = await incidentOf(businessKey);
    expect(incident).toMatchObject({ type: 'JOB_NO_RETRIES', elementId: 'zb.arbeit' });
    expect(incident.message.de).toContain('Drucker klemmt (2)');
    work = () => Promise.resolve({ variables: {} });
    await perform(resolveIncident(zeebeBench.engine), { incidentKey: incident.key });
    await ended(businessKey, 'completed');
    expect(await zeebeBench.query(`SELECT 1 FROM engine.incident WHERE key = $1`, [incident.key])).toEqual([]);
  });

  it('raises a new incident where the one try after resolving fails too', async () => {
    work = () => Promise.reject(new Error('Drucker klemmt'));
    const businessKey = await zeebeBench.begin(working);
    const first = await incidentOf(businessKey);
    await perform(resolveIncident(zeebeBench.engine), { incidentKey: first.key });
    const second = await incidentOf(businessKey);
    expect(second.key).not.toBe(first.key);
    work = () => Promise.resolve({ variables: {} });
  });

  it('takes a BPMN error its way through the model', async () => {
    work = () => Promise.resolve({ bpmnError: { code: 'zu spaet', message: 'gestern' } });
    const { elementId } = await zeebeBench.taskOf(await zeebeBench.begin(working));
    expect(elementId).toBe('nachholen');
    work = () => Promise.resolve({ variables: {} });
  });

  it('shows an error that nobody catches as an incident at its place', async () => {
    work = () => Promise.resolve({ bpmnError: { code: 'unbekannt', message: 'x' } });
    const incident = await incidentOf(await zeebeBench.begin(working));
    expect(incident).toMatchObject({ type: 'UNHANDLED_ERROR_EVENT', elementId: 'zb.arbeit' });
    expect(incident.message.de).toContain('„unbekannt“');
    work = () => Promise.resolve({ variables: {} });
  });

  it('stops a task whose work was said to have failed for good, and starts it again when that is resolved', async () => {
    const { engine, inTransaction } = zeebeBench;
    const businessKey = await zeebeBench.begin(waiting);
    const { jobKey } = await zeebeBench.taskOf(businessKey);
    const failure = { jobKey, retries: 0, backOffMs: 0, message: 'Akte fehlt' };
    expect(await inTransaction((tx) => engine.failJob(tx, failure))).toBe('done');
    expect(await inTransaction((tx) => engine.completeTask(tx, { jobKey, variables: {} }))).toBe('blocked');
    const incident = await incidentOf(businessKey);
    expect(incident.message.de).toContain('Akte fehlt');
    await perform(resolveIncident(zeebeBench.engine), { incidentKey: incident.key });
    expect(await inTransaction((tx) => engine.completeTask(tx, { jobKey, variables: {} }))).toBe('done');
    await ended(businessKey, 'completed');
  });

  it('sets variables where the later steps see them', async () => {
    const { engine, inTransaction } = zeebeBench;
    const two = await zeebeBench.deploy(
      `${USER_TASK}<bpmn:userTask id="danach" /><bpmn:endEvent id="ende" />${chain('start', 'pruefen', 'danach', 'ende')}`,
    );
    const businessKey = await zeebeBench.begin(two, { stand: 'alt' });
    const { instanceKey, jobKey } = await zeebeBench.taskOf(businessKey);
    const change = { instanceKey, scopeKey: instanceKey, variables: { stand: 'neu' }, local: false };
    expect(await inTransaction((tx) => engine.setVariables(tx, change))).toBe('done');
    await zeebeBench.until(async () => {
      const sql = `SELECT 1 FROM outbox WHERE topic = 'zeebe.setVariables' AND done_at IS NULL`;
      return (await zeebeBench.query(sql)).length === 0;
    }, 'the cluster to have the variables');
    await inTransaction((tx) => engine.completeTask(tx, { jobKey, variables: {} }));
    const next = await zeebeBench.until(async () => {
      const found = await zeebeBench.taskOf(businessKey);
      return found.elementId === 'danach' && found;
    }, 'the next task');
    expect(next.variables['stand']).toBe('neu');
  });
});
