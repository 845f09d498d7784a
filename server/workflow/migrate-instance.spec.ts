import { isRejection, type Rejection } from '../contract/rejections.js';
import { newId } from '../platform/ids.js';
import { openEngineBench, rechnungsfreigabe, rechnungWorkers, type EngineBench } from './embedded/engine.testing.js';
import { migrateInstance } from './migrate-instance.js';
import { ADMINISTRATION, OTHERS, reason, runningInstance } from './operate-instance.testing.js';
import { instancesOfBusinessKey } from './workflow.queries.js';

let engineBench: EngineBench;

beforeAll(async () => {
  engineBench = await openEngineBench(rechnungWorkers(100));
});
afterAll(() => engineBench.bench.close());

async function running() {
  // New instances start on the newest version, which another test may have changed.
  await engineBench.inTransaction((tx) => engineBench.engine.deploy(tx, { xml: rechnungsfreigabe }));
  return runningInstance(engineBench);
}

function perform(login: string, input: object) {
  const { bench, engine } = engineBench;
  return bench.runner.perform(bench.as(login), migrateInstance(engine), input, newId());
}

describe('migrateInstance', () => {
  it.each(OTHERS)('refuses %s, who may not change processes', async (login) => {
    const refused = (await perform(login, { instanceKey: '1', version: 1, mapping: {}, reason })) as Rejection;
    expect(refused.code).toBe('identity.notPermitted');
  });

  it('refuses an instance that is not there', async () => {
    const refused = (await perform(ADMINISTRATION, { instanceKey: '1', version: 1, mapping: {}, reason })) as Rejection;
    expect(refused.code).toBe('workflow.instanceGone');
  });

  const next = rechnungsfreigabe
    .replaceAll('"SachlichePruefung"', '"Pruefung"')
    .replaceAll('>SachlichePruefung<', '>Pruefung<');

  async function deployNext(): Promise<number> {
    const deployed = await engineBench.inTransaction(async (tx) => ({
      answer: await engineBench.engine.deploy(tx, { xml: next }),
    }));
    if (isRejection(deployed.answer)) throw new Error(deployed.answer.message.en);
    return deployed.answer.processes[0]?.version ?? 0;
  }

  it('refuses a version that is not there, and one in which an open task has no place', async () => {
    const { instanceKey } = await running();
    const unknown = (await perform(ADMINISTRATION, { instanceKey, version: 99, mapping: {}, reason })) as Rejection;
    expect(unknown.code).toBe('workflow.versionUnknown');
    const version = await deployNext();
    const refused = (await perform(ADMINISTRATION, { instanceKey, version, mapping: {}, reason })) as Rejection;
    expect(refused.code).toBe('workflow.notPossible');
  });

  it('moves the instance with its open task, which is completed under its new name', async () => {
    const { instanceKey, jobKey, vorgangId } = await running();
    const version = await deployNext();
    const plan = { instanceKey, version, mapping: { SachlichePruefung: 'Pruefung' } };
    const { engine, inTransaction } = engineBench;
    const dry = await inTransaction(async (tx) => ({ answer: await engine.migrate(tx, { ...plan, effect: 'check' }) }));
    expect(isRejection(dry.answer)).toBe(false);
    const infos = () => inTransaction((tx) => instancesOfBusinessKey(tx, vorgangId));
    expect((await infos())[0]).toMatchObject({ activeElements: ['SachlichePruefung'] });
    expect(isRejection(await perform(ADMINISTRATION, { ...plan, reason }))).toBe(false);
    expect((await infos())[0]).toMatchObject({ version, activeElements: ['Pruefung'] });
    expect(await engineBench.complete(jobKey, { entscheidung: 'richtig' })).toBe('done');
  });
});
