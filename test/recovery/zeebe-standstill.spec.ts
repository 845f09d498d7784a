import { chain } from '../../server/workflow/embedded/bpmn.testing.js';
import { zeebeHealth } from '../../server/workflow/zeebe/index.js';
import { openZeebeBench, type OwnProcess, type ZeebeBench } from '../support/zeebe-bench.js';
import { describeWithZeebe } from '../support/zeebe.js';

const ELEVEN_MINUTES = 660_000;
const PRUEFEN = `<bpmn:userTask id="pruefen" name="Prüfen" />`;
const END = `<bpmn:endEvent id="ende" />`;

describeWithZeebe('an instance that the cluster stops', (address) => {
  let zeebeBench: ZeebeBench;
  beforeAll(async () => {
    zeebeBench = await openZeebeBench(address);
  });
  afterAll(() => zeebeBench.close());

  /** Each passes the deployment check: what is wrong shows only when the token comes, in the variables. */
  const FAULTS: Record<string, string> = {
    'an expression that gives no boolean': `${PRUEFEN}<bpmn:exclusiveGateway id="wahl" />${END}${chain('start', 'pruefen', 'wahl')}
      <bpmn:sequenceFlow id="wahl-ende" sourceRef="wahl" targetRef="ende"><bpmn:conditionExpression>=stand</bpmn:conditionExpression></bpmn:sequenceFlow>`,
    'an error that nobody catches': `${PRUEFEN}<bpmn:endEvent id="ende"><bpmn:errorEventDefinition id="f" errorRef="fehler" /></bpmn:endEvent>${chain('start', 'pruefen', 'ende')}`,
    'a group that is no list': `${PRUEFEN}<bpmn:userTask id="danach"><bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="=stand" /></bpmn:extensionElements></bpmn:userTask>${END}${chain('start', 'pruefen', 'danach', 'ende')}`,
  };
  const ERROR = `<bpmn:error id="fehler" name="Fehler" errorCode="fehler" />`;

  const complete = (jobKey: string) =>
    zeebeBench.inTransaction((tx) => zeebeBench.engine.completeTask(tx, { jobKey, variables: {} }));
  /** What the reconciler of the server does every two minutes. */
  const lookAround = async () => {
    await zeebeBench.zeebe.reconcile();
    await zeebeBench.until(() => true, 'the answers');
  };
  const incidentsOf = (businessKey: string) =>
    zeebeBench.query<{ key: string; type: string; element: string; de: string }>(
      `SELECT n.key, n.type, n.element_id AS element, n.message ->> 'de' AS de FROM engine.incident n
         JOIN engine.instance i ON i.key = n.instance_key WHERE i.business_key = $1`,
      [businessKey],
    );
  const passedPruefen = async (process: OwnProcess) => {
    const businessKey = await zeebeBench.begin(process, { stand: 'offen' });
    const { jobKey } = await zeebeBench.taskOf(businessKey);
    await complete(jobKey);
    await zeebeBench.until(() => !zeebeBench.tasks.has(jobKey), 'the cluster to take it');
    return businessKey;
  };

  it('is no incident while it waits for a timer by its model, nor before ten minutes', async () => {
    const timer = `<bpmn:intermediateCatchEvent id="warten"><bpmn:timerEventDefinition id="frist"><bpmn:timeDuration>PT100H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;
    const patient = await passedPruefen(
      await zeebeBench.deploy(`${PRUEFEN}${timer}${END}${chain('start', 'pruefen', 'warten', 'ende')}`),
    );
    zeebeBench.bench.clock.advance(ELEVEN_MINUTES);
    const fresh = await passedPruefen(await zeebeBench.deploy(FAULTS['an expression that gives no boolean'] ?? ''));
    await lookAround();
    expect([await incidentsOf(patient), await incidentsOf(fresh)]).toEqual([[], []]);
  });

  it.each(Object.keys(FAULTS))('by %s is a visible incident at the last place that is known', async (fault) => {
    const businessKey = await passedPruefen(await zeebeBench.deploy(FAULTS[fault] ?? '', ERROR));
    zeebeBench.bench.clock.advance(ELEVEN_MINUTES);
    await lookAround();
    const [incident, ...more] = await incidentsOf(businessKey);
    expect(more).toEqual([]);
    expect(incident).toMatchObject({ type: 'STANDS_STILL', element: 'pruefen' });
    expect(incident?.de).toMatch(/^Der Ablauf steht still: Nach „Prüfen“/);
    await lookAround();
    expect(await incidentsOf(businessKey)).toHaveLength(1);
  });

  it('is looked after once more when somebody resolves it, and comes back while nothing moves', async () => {
    const businessKey = await passedPruefen(
      await zeebeBench.deploy(FAULTS['an expression that gives no boolean'] ?? ''),
    );
    zeebeBench.bench.clock.advance(ELEVEN_MINUTES);
    await lookAround();
    const [incident] = await incidentsOf(businessKey);
    const incidentKey = incident?.key ?? '';
    const resolved = await zeebeBench.inTransaction((tx) => zeebeBench.engine.resolveIncident(tx, { incidentKey }));
    expect(resolved).toBe('done');
    await lookAround();
    expect(await incidentsOf(businessKey)).toEqual([]);
    zeebeBench.bench.clock.advance(ELEVEN_MINUTES);
    await lookAround();
    expect(await incidentsOf(businessKey)).toHaveLength(1);
  });

  it('before its first job has no row here: the light says that a process was handed over and never came', async () => {
    const content = `<bpmn:userTask id="erste"><bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="=stand" /></bpmn:extensionElements></bpmn:userTask>${END}${chain('start', 'erste', 'ende')}`;
    const businessKey = await zeebeBench.begin(await zeebeBench.deploy(content), { stand: 'keine Liste' });
    await lookAround();
    expect(zeebeHealth(zeebeBench.zeebe).state).toBe('ok');
    zeebeBench.bench.clock.advance(ELEVEN_MINUTES);
    await lookAround();
    expect(await incidentsOf(businessKey)).toEqual([]);
    expect(zeebeHealth(zeebeBench.zeebe)).toMatchObject({
      state: 'degraded',
      de: expect.stringMatching(/^1 Ablauf ist an Zeebe übergeben/) as unknown,
    });
    await zeebeBench.query(`DELETE FROM engine.zeebe_message WHERE correlation_key = $1`, [businessKey]);
    await lookAround();
    expect(zeebeHealth(zeebeBench.zeebe).state).toBe('ok');
  });

  it('loses its incident by itself when it moves after all', async () => {
    const [message, key] = ['zb.unbemerkt', 'stand'];
    const receive = `<bpmn:message id="unbemerkt" name="${message}"><bpmn:extensionElements><zeebe:subscription correlationKey="=${key}" /></bpmn:extensionElements></bpmn:message>`;
    const content = `${PRUEFEN}<bpmn:userTask id="danach" /><bpmn:subProcess id="nachtrag" triggeredByEvent="true"><bpmn:startEvent id="nachricht" isInterrupting="false"><bpmn:messageEventDefinition id="m" messageRef="unbemerkt" /></bpmn:startEvent><bpmn:userTask id="ergaenzen" /><bpmn:endEvent id="ergaenzt" />${chain('nachricht', 'ergaenzen', 'ergaenzt')}</bpmn:subProcess>
      <bpmn:exclusiveGateway id="wahl" />${END}${chain('start', 'pruefen', 'wahl')}
      <bpmn:sequenceFlow id="wahl-ende" sourceRef="wahl" targetRef="danach"><bpmn:conditionExpression>=stand</bpmn:conditionExpression></bpmn:sequenceFlow>${chain('danach', 'ende')}`;
    const process = await zeebeBench.deploy(content, receive);
    const businessKey = await passedPruefen(process);
    zeebeBench.bench.clock.advance(ELEVEN_MINUTES);
    await lookAround();
    expect(await incidentsOf(businessKey)).toHaveLength(1);
    await zeebeBench.inTransaction((tx) =>
      zeebeBench.engine.publish(tx, {
        ...{ name: message, correlationKey: 'offen', messageId: businessKey, ttlMs: 60_000, variables: {} },
      }),
    );
    await zeebeBench.taskOf(businessKey);
    expect(await incidentsOf(businessKey)).toEqual([]);
  });
});
