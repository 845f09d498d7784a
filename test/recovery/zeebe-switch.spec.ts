import { newId } from '../../server/platform/ids.js';
import { chain } from '../../server/workflow/embedded/bpmn.testing.js';
import { requireCluster } from '../../server/workflow/zeebe/index.js';
import { openZeebeBench, type OwnProcess, type ZeebeBench } from '../support/zeebe-bench.js';
import { describeWithZeebe } from '../support/zeebe.js';

/** Waits for the end of its check, or for a Storno at any time. */
const STORNO = 'zb.storno';
const CONTENT = `<bpmn:userTask id="pruefen" /><bpmn:endEvent id="ende" />${chain('start', 'pruefen', 'ende')}
  <bpmn:subProcess id="stornieren" triggeredByEvent="true"><bpmn:startEvent id="storniert" isInterrupting="true"><bpmn:messageEventDefinition id="m" messageRef="storno" /></bpmn:startEvent><bpmn:endEvent id="weg" />${chain('storniert', 'weg')}</bpmn:subProcess>`;
const MESSAGE = `<bpmn:message id="storno" name="${STORNO}"><bpmn:extensionElements><zeebe:subscription correlationKey="=businessKey" /></bpmn:extensionElements></bpmn:message>`;

describeWithZeebe('a change of the engine under running instances', (address) => {
  /** Three times the same server: with its own engine, on Zeebe, and leaving Zeebe. */
  let [before, on, leaving] = [] as unknown as [ZeebeBench, ZeebeBench, ZeebeBench];
  let process: OwnProcess;

  beforeAll(async () => {
    before = await openZeebeBench(address, { newInstances: 'embedded' });
    on = await openZeebeBench(address, { on: before });
    leaving = await openZeebeBench(address, { on: before, newInstances: 'embedded' });
    process = await before.deploy(CONTENT, MESSAGE);
  });
  afterAll(async () => {
    await leaving.close();
    await on.close();
    await before.close();
  });

  const instanceOf = async (businessKey: string) => {
    const sql = `SELECT engine || ' ' || status AS found FROM engine.instance WHERE business_key = $1 ORDER BY key`;
    return (await before.query<{ found: string }>(sql, [businessKey])).map(({ found }) => found);
  };
  const complete = async (server: ZeebeBench, businessKey: string) => {
    const { jobKey } = await server.taskOf(businessKey);
    return server.inTransaction((tx) => server.engine.completeTask(tx, { jobKey, variables: {} }));
  };
  const storno = (server: ZeebeBench, businessKey: string) => {
    const message = { name: STORNO, correlationKey: businessKey, messageId: newId(), ttlMs: 60_000, variables: {} };
    return server.inTransaction((tx) => server.engine.publish(tx, message));
  };
  const isNow = (server: ZeebeBench, businessKey: string, found: string) =>
    server.until(async () => (await instanceOf(businessKey)).join() === found, `${businessKey} to be ${found}`);

  it('refuses to start without the address of the cluster while something runs there', async () => {
    const businessKey = await on.begin(process);
    await on.taskOf(businessKey);
    await expect(requireCluster(before.bench.database, null)).rejects.toThrow('ZEEBE_ADDRESS is missing');
    await requireCluster(before.bench.database, { address });
    await complete(on, businessKey);
    await isNow(on, businessKey, 'zeebe completed');
  });

  it('to Zeebe lets the old ones end where they began, and starts new ones there', async () => {
    const [old, cancelled] = [await before.begin(process), await before.begin(process)];
    await before.taskOf(old);
    const fresh = await on.begin(process);
    await on.taskOf(fresh);
    expect([await instanceOf(old), await instanceOf(fresh)]).toEqual([['embedded active'], ['zeebe active']]);
    expect(await complete(on, old)).toBe('done');
    await isNow(on, old, 'embedded completed');
    await storno(on, cancelled);
    await isNow(on, cancelled, 'embedded completed');
    await complete(on, fresh);
    await isNow(on, fresh, 'zeebe completed');
  });

  it('away from Zeebe lets those there end there, Storno included, and starts new ones here', async () => {
    const [there, cancelled] = [await on.begin(process), await on.begin(process)];
    await on.taskOf(there);
    await on.taskOf(cancelled);
    const here = await leaving.begin(process);
    await leaving.taskOf(here);
    expect([await instanceOf(there), await instanceOf(here)]).toEqual([['zeebe active'], ['embedded active']]);
    expect(await complete(leaving, there)).toBe('done');
    await isNow(leaving, there, 'zeebe completed');
    await storno(leaving, cancelled);
    await isNow(leaving, cancelled, 'zeebe completed');
    await complete(leaving, here);
    await isNow(leaving, here, 'embedded completed');
  });
});
