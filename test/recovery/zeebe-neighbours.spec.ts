import { newId } from '../../server/platform/ids.js';
import { chain } from '../../server/workflow/embedded/bpmn.testing.js';
import { zeebeHealth } from '../../server/workflow/zeebe/index.js';
import { openZeebeBench, type OwnProcess, type ZeebeBench } from '../support/zeebe-bench.js';
import { describeWithZeebe } from '../support/zeebe.js';

const CONTENT = `<bpmn:userTask id="pruefen" /><bpmn:endEvent id="ende" />${chain('start', 'pruefen', 'ende')}`;
/** Short, so that a test sees a second delivery. */
const LEASE_MILLISECONDS = 1_500;

describeWithZeebe('a broker with several users', (address) => {
  let ours: ZeebeBench;
  let process: OwnProcess;

  // Each test counts what comes to it alone.
  beforeEach(async () => {
    ours = await openZeebeBench(address, { userTaskLeaseMilliseconds: LEASE_MILLISECONDS });
    process = await ours.deploy(CONTENT);
  });
  afterEach(() => ours.close());

  const light = () => zeebeHealth(ours.zeebe);
  /** Begins an instance past our rows, as another program on the cluster would. */
  const beginBeside = (variables: Record<string, unknown>) =>
    ours.zeebe.link.ask((gateway) => {
      const correlationKey = newId();
      const message = { name: process.message, correlationKey, messageId: newId(), ttlMs: 60_000 };
      return gateway.publishMessage({ ...message, variables: { ...variables, businessKey: correlationKey } });
    });
  /** Other spec files may have left theirs on the broker. */
  const strangersCome = (kind: 'foreign' | 'unmodelled', count: number) =>
    ours.until(() => ours.zeebe.pollers.strangers()[kind] >= count, `${count} ${kind}`);

  it('lets no job without a Mandant, or with one that is not here, reach anybody; the light stays green and says so', async () => {
    await beginBeside({});
    await beginBeside({ lmMandantId: newId() });
    await beginBeside({ lmMandantId: 'nobody' });
    await strangersCome('foreign', 3);
    expect(ours.tasks.size).toBe(0);
    expect(await ours.query(`SELECT 1 FROM engine.zeebe_job`)).toEqual([]);
    expect(light()).toMatchObject({ state: 'ok', de: expect.stringContaining('niemandem hier') as unknown });
  });

  it('turns the light yellow for a job of ours without its model, and green again once that is deployed', async () => {
    await beginBeside({ lmMandantId: ours.bench.mandantId });
    await ours.taskOf(await ours.begin(process));
    // As if the answer to the deployment had been lost.
    await ours.inTransaction(async (tx) => {
      await tx.query(`UPDATE engine.zeebe_definition SET zeebe_key = -zeebe_key`);
    });
    await strangersCome('unmodelled', 2);
    expect(light()).toMatchObject({ state: 'degraded', en: expect.stringContaining('2 jobs of models') as unknown });
    await ours.inTransaction(async (tx) => {
      await tx.query(`UPDATE engine.zeebe_definition SET zeebe_key = -zeebe_key`);
    });
    await ours.until(() => ours.tasks.size === 2, 'the tasks');
    ours.bench.clock.advance(600_000);
    await ours.until(() => light().state === 'ok', 'the light');
  });

  it('makes an inbox complete again that has lost its open tasks, within one lease', async () => {
    const businessKeys = await Promise.all([1, 2, 3].map(() => ours.begin(process)));
    for (const businessKey of businessKeys) await ours.taskOf(businessKey);
    const lost = new Map(ours.tasks);
    ours.tasks.clear();
    await ours.until(() => [...lost.keys()].every((key) => ours.tasks.has(key)), 'all tasks');
    const twice = `SELECT element_key FROM engine.event WHERE kind = 'entered' GROUP BY 1 HAVING count(*) > 1`;
    expect(await ours.query(twice)).toEqual([]);
  });

  it('takes the tasks of an instance out of the inbox that somebody has cancelled there, unasked', async () => {
    const businessKey = await ours.begin(process);
    const { instanceKey, jobKey } = await ours.taskOf(businessKey);
    await ours.zeebe.link.ask((gateway) => gateway.cancelInstance(instanceKey));
    expect(ours.tasks.has(jobKey)).toBe(true);
    // Lease and two minutes of patience are over.
    ours.bench.clock.advance(LEASE_MILLISECONDS + 121_000);
    await ours.zeebe.reconcile();
    await ours.until(() => !ours.tasks.has(jobKey), 'the task to go');
    const sql = `SELECT status FROM engine.instance WHERE business_key = $1`;
    expect(await ours.query(sql, [businessKey])).toEqual([{ status: 'completed' }]);
  });
});

describeWithZeebe('two Mandanten on one broker', (address) => {
  let zeebeBench: ZeebeBench;
  const other = { mandantId: newId(), actor: { kind: 'system', name: 'test' } } as const;

  beforeAll(async () => {
    zeebeBench = await openZeebeBench(address);
    await zeebeBench.bench.database.transaction(other.mandantId, (queries) =>
      queries.query(`INSERT INTO mandant VALUES ($1, 'Nachbarkreis', 'productive', '2', now())`, [other.mandantId]),
    );
  });
  afterAll(() => zeebeBench.close());

  const deployForOther = (xml: string) =>
    zeebeBench.bench.runner.transaction(other, (tx) => zeebeBench.engine.deploy(tx, { xml }));

  it('may not run different bytes under one process id', async () => {
    const process = await zeebeBench.deploy(CONTENT);
    const refused = await deployForOther(process.xml.replace('id="pruefen"', 'id="pruefen" name="Anders"'));
    expect(refused).toMatchObject({ code: 'workflow.takenByOthers' });
  });

  it('get their own tasks each from the same model', async () => {
    const process = await zeebeBench.deploy(CONTENT);
    expect(await deployForOther(process.xml)).toMatchObject({ processes: [{ version: 1 }] });
    const mine = await zeebeBench.taskOf(await zeebeBench.begin(process));
    const businessKey = newId();
    await zeebeBench.bench.runner.transaction(other, async (tx) => {
      const message = { name: process.message, correlationKey: businessKey, messageId: newId(), ttlMs: 60_000 };
      await zeebeBench.engine.publish(tx, { ...message, variables: { businessKey } });
      return {};
    });
    const theirs = await zeebeBench.taskOf(businessKey);
    const jobsOf = (mandantId: string) =>
      zeebeBench.bench.database.transaction(mandantId, (queries) =>
        queries.query<{ key: string }>(`SELECT key FROM engine.zeebe_job`),
      );
    expect(await jobsOf(zeebeBench.bench.mandantId)).toEqual([{ key: mine.jobKey }]);
    expect(await jobsOf(other.mandantId)).toEqual([{ key: theirs.jobKey }]);
    expect(
      await zeebeBench.inTransaction((tx) =>
        zeebeBench.engine.completeTask(tx, { jobKey: theirs.jobKey, variables: {} }),
      ),
    ).toBe('gone');
  });
});
