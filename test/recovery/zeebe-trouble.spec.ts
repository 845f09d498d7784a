import { chain } from '../../server/workflow/embedded/bpmn.testing.js';
import { zeebeHealth } from '../../server/workflow/zeebe/index.js';
import { eventually } from '../support/api-client.js';
import { openOwnBroker, type OwnBroker } from '../support/own-broker.js';
import { openZeebeBench, type OwnProcess, type ZeebeBench } from '../support/zeebe-bench.js';
import { describeWithOwnBroker } from '../support/zeebe.js';

const MINUTE = 60_000;
const CONTENT = `<bpmn:userTask id="pruefen" /><bpmn:endEvent id="ende" />${chain('start', 'pruefen', 'ende')}`;
/** The broker takes one command at a time and refuses every other one. */
const NARROW = { ZEEBE_BROKER_BACKPRESSURE_ALGORITHM: 'fixed', ZEEBE_BROKER_BACKPRESSURE_FIXED_LIMIT: '1' };

describeWithOwnBroker('a broker in trouble', () => {
  let broker: OwnBroker;
  let zeebeBench: ZeebeBench;
  let process: OwnProcess;
  let busy = 0;

  beforeAll(async () => {
    broker = await openOwnBroker('trouble');
    zeebeBench = await openZeebeBench(broker.address, {
      loops: 'running',
      waitMilliseconds: 1_000,
      onFailure: (kind) => (busy += kind === 'busy' ? 1 : 0),
    });
    process = await zeebeBench.deploy(CONTENT);
  }, 3 * MINUTE);
  afterAll(async () => {
    await zeebeBench.close();
    await broker.close();
  });

  const light = () => zeebeHealth(zeebeBench.zeebe);
  const shows = (state: string) => eventually(() => Promise.resolve(light().state === state), `the light ${state}`);
  const completes = (jobKey: string) =>
    zeebeBench.inTransaction((tx) => zeebeBench.engine.completeTask(tx, { jobKey, variables: {} }));
  const stateOf = async (businessKey: string) => {
    const sql = `SELECT status FROM engine.instance WHERE business_key = $1`;
    return (await zeebeBench.query<{ status: string }>(sql, [businessKey])).map(({ status }) => status).join();
  };
  /** What failed meanwhile is put off by a clock that stands still. */
  const ends = (businessKey: string) =>
    eventually(async () => {
      zeebeBench.bench.clock.advance(5_000);
      zeebeBench.zeebe.sender.wake();
      return (await stateOf(businessKey)) === 'completed';
    }, `the end of ${businessKey}`);

  it(
    'that is frozen for longer than three polls is missed, and everything goes on when it is back',
    async () => {
      const businessKey = await zeebeBench.begin(process);
      const { jobKey } = await zeebeBench.taskOf(businessKey);
      broker.freeze();
      try {
        expect(await completes(jobKey)).toBe('done');
        // A poll of a second that nobody answers counts as lost after eleven.
        await shows('degraded');
        expect(await stateOf(businessKey)).toBe('active');
      } finally {
        broker.thaw();
      }
      await shows('ok');
      await ends(businessKey);
    },
    2 * MINUTE,
  );

  it(
    'that takes one command at a time gets everything in the end, and none of it twice',
    async () => {
      await broker.kill();
      await broker.start(NARROW);
      await shows('ok');
      busy = 0;
      const before = await broker.begun(process.processId);
      const keys = await Promise.all(Array.from({ length: 60 }, () => zeebeBench.begin(process)));
      await eventually(() => {
        zeebeBench.bench.clock.advance(5_000);
        zeebeBench.zeebe.sender.wake();
        const open = [...zeebeBench.tasks.values()].map(({ variables }) => variables['businessKey']);
        return Promise.resolve(keys.every((key) => open.includes(key)));
      }, 'all tasks');
      await Promise.all([...zeebeBench.tasks.keys()].map(completes));
      for (const key of keys) await ends(key);
      expect(busy).toBeGreaterThan(0);
      expect((await broker.begun(process.processId)).size - before.size).toBe(60);
      expect(light().state).toBe('ok');
    },
    4 * MINUTE,
  );

  it(
    'that has lost its data is not believed: nothing ends, health says so, and the old data heals it',
    async () => {
      const [kept, decided] = [await zeebeBench.begin(process), await zeebeBench.begin(process)];
      const [open, toDo] = [await zeebeBench.taskOf(kept), await zeebeBench.taskOf(decided)];
      await broker.kill();
      await broker.takeData();
      await broker.start();
      await eventually(() => Promise.resolve(/kennt nicht, was auf ihm läuft/.test(light().de)), 'health to say it');
      expect(light()).toMatchObject({ state: 'degraded', en: expect.stringContaining('does not know') as unknown });
      zeebeBench.bench.clock.advance(60 * MINUTE);
      await zeebeBench.zeebe.reconcile();
      expect(await zeebeBench.zeebe.drain()).toBe(0);
      expect(await completes(toDo.jobKey)).toBe('done');
      expect([await stateOf(kept), await stateOf(decided)]).toEqual(['active', 'active']);
      expect(zeebeBench.tasks.has(open.jobKey)).toBe(true);

      await broker.kill();
      await broker.putDataBack();
      await broker.start();
      await shows('ok');
      await ends(decided);
      expect(await stateOf(kept)).toBe('active');
      expect(await completes(open.jobKey)).toBe('done');
      await ends(kept);
    },
    5 * MINUTE,
  );
});
