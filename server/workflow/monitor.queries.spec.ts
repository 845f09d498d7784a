import { newId } from '../platform/ids.js';
import { openEngineBench, rechnungsfreigabe, rechnungWorkers, type EngineBench } from './embedded/engine.testing.js';
import { pathOfInstance } from './history.queries.js';
import { monitorVersion } from './monitor.queries.js';

let engineBench: EngineBench;
let reads: 'well' | 'never' = 'well';
const HOUR = 3_600_000;

beforeEach(async () => {
  reads = 'well';
  const workers = rechnungWorkers(1_245_080);
  engineBench = await openEngineBench({
    ...workers,
    'rechnung.lesen': (tx, job) =>
      reads === 'well' ? workers['rechnung.lesen']!(tx, job) : Promise.reject(new Error('the disk is away')),
  });
  await deploy(rechnungsfreigabe);
});
afterEach(() => engineBench.bench.close());

const deploy = (xml: string) => engineBench.inTransaction((tx) => engineBench.engine.deploy(tx, { xml }));
const monitor = (version = 1, processId = 'rechnungsfreigabe') =>
  engineBench.inTransaction((tx) => monitorVersion(tx, processId, version));

async function started(): Promise<string> {
  const vorgangId = newId();
  await engineBench.publish({ name: 'rechnung.eingegangen', correlationKey: vorgangId, variables: { vorgangId } });
  await engineBench.loops.drain();
  return vorgangId;
}

async function stopped(): Promise<string> {
  reads = 'never';
  const vorgangId = await started();
  do engineBench.bench.clock.advance(60_000);
  while ((await engineBench.loops.drain()) > 0);
  reads = 'well';
  return vorgangId;
}

async function elementOf(id: string, version = 1) {
  return (await monitor(version))?.elements.find(({ elementId }) => elementId === id);
}

describe('monitorVersion', () => {
  it('knows no version and no process that was never deployed', async () => {
    expect(await monitor(2)).toBeNull();
    expect(await monitor(1, 'nirgends')).toBeNull();
  });

  it('is empty where nothing has run yet', async () => {
    expect(await monitor()).toEqual({
      processId: 'rechnungsfreigabe',
      version: 1,
      running: 0,
      stopped: 0,
      elements: [],
      instances: [],
    });
  });

  it('counts the tokens where they stand, each run of a loop once, and not the frames around them', async () => {
    const first = await started();
    await started();
    await engineBench.complete(engineBench.taskAt(first, 'SachlichePruefung').jobKey, { entscheidung: 'richtig' });
    await engineBench.loops.drain();
    expect(await elementOf('SachlichePruefung')).toMatchObject({ active: 1, entered: 2 });
    expect(await elementOf('Mitzeichnung')).toMatchObject({ active: 2 });
    expect(await elementOf('RechnungLesen')).toMatchObject({ active: 0, entered: 2 });
    const tokens = (await monitor())?.instances.map((instance) => instance.tokens.map(({ elementId }) => elementId));
    expect(tokens).toEqual([['Mitzeichnung', 'Mitzeichnung'], ['SachlichePruefung']]);
  });

  it('says how long a step took, by the clock of the server, and since when a token stands', async () => {
    const vorgangId = await started();
    const since = engineBench.bench.clock.now().toISOString();
    expect((await monitor())?.instances).toMatchObject([{ tokens: [{ elementId: 'SachlichePruefung', since }] }]);
    engineBench.bench.clock.advance(3 * HOUR);
    await engineBench.complete(engineBench.taskAt(vorgangId, 'SachlichePruefung').jobKey, { entscheidung: 'richtig' });
    expect(await elementOf('SachlichePruefung')).toMatchObject({
      active: 0,
      medianMilliseconds: 3 * HOUR,
      meanMilliseconds: 3 * HOUR,
    });
  });

  it('shows first what waits for help, with its sentence', async () => {
    await started();
    await stopped();
    const seen = await monitor();
    expect(seen).toMatchObject({ running: 2, stopped: 1 });
    expect(seen?.instances.map(({ incidents }) => incidents.map(({ elementId }) => elementId))).toEqual([
      ['RechnungLesen'],
      [],
    ]);
    const { key, message } = seen!.instances[0]!.incidents[0]!;
    expect(message.de).toContain('the disk is away');
    const path = await engineBench.inTransaction((tx) => pathOfInstance(tx, seen!.instances[0]!.instanceKey));
    expect(path?.openIncidents.map((incident) => incident.key)).toEqual([key]);
  });

  it('keeps apart what happened in which version, and counts a token that migrated in its new one', async () => {
    const vorgangId = await started();
    engineBench.bench.clock.advance(HOUR);
    await deploy(rechnungsfreigabe.replace('name="Sachliche Prüfung"', 'name="Prüfung"'));
    const { instanceKey, jobKey } = engineBench.taskAt(vorgangId, 'SachlichePruefung');
    const plan = { instanceKey, version: 2, mapping: {}, effect: 'migrate' } as const;
    await engineBench.inTransaction((tx) => engineBench.engine.migrate(tx, plan));
    expect(await monitor(1)).toMatchObject({ running: 0, instances: [] });
    expect(await elementOf('SachlichePruefung', 1)).toMatchObject({ active: 0, entered: 1 });
    expect(await elementOf('SachlichePruefung', 2)).toMatchObject({ active: 1, entered: 0 });
    await engineBench.complete(jobKey, { entscheidung: 'richtig' });
    // It came in another version: how long it stood there belongs to none of both.
    expect(await elementOf('SachlichePruefung', 2)).toMatchObject({ active: 0, medianMilliseconds: null });
  });

  it('sees nothing of another Mandant', async () => {
    await started();
    const { bench } = engineBench;
    const stranger = { ...bench.system, mandantId: newId() };
    const seen = await bench.runner.transaction(stranger, async (tx) => ({
      answer: await monitorVersion(tx, 'rechnungsfreigabe', 1),
    }));
    expect(seen).toEqual({ answer: null });
  });
});
