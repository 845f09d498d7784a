import { isRejection, type Rejection } from '../contract/rejections.js';
import { newId } from '../platform/ids.js';
import { deployProcess } from './deploy-process.js';
import { openEngineBench, rechnungsfreigabe, type EngineBench } from './embedded/engine.testing.js';
import { claimJobs, claimTimers } from './embedded/store/claim.store.js';
import {
  instancesOfBusinessKey,
  listProcesses,
  processXml,
  startMessageOf,
  userTasksOfInstance,
} from './workflow.queries.js';
import { workflowHandlers } from './workflow-handlers.js';

let engineBench: EngineBench;

beforeAll(async () => {
  engineBench = await openEngineBench();
});
afterAll(() => engineBench.bench.close());

const ADMINISTRATION = 'kim.okafor';

function deploy(login: string, xml: string) {
  const { bench, engine } = engineBench;
  return bench.runner.perform(bench.as(login), deployProcess(engine), { xml }, newId());
}

describe('deployProcess', () => {
  it.each(['jana.petersen', 'ruth.lindqvist', 'ines.vogt', 'amir.rakimov'])(
    'refuses %s, who may not deploy',
    async (login) => {
      expect(((await deploy(login, rechnungsfreigabe)) as Rejection).code).toBe('identity.notPermitted');
    },
  );

  it('refuses an empty file', async () => {
    expect(((await deploy(ADMINISTRATION, '')) as Rejection).code).toBe('platform.invalidInput');
  });

  it('refuses a model that cannot run, and names every element in both languages', async () => {
    const xml = rechnungsfreigabe.replace('type="rechnung.lesen"', '').replace('default="Einverstanden"', '');
    const refused = (await deploy(ADMINISTRATION, xml)) as Rejection;
    expect(refused).toMatchObject({ code: 'workflow.notDeployable', status: 422 });
    expect(refused.reasons.map(({ message }) => message.de.split(':')[0]).sort()).toEqual([
      'Einverstanden',
      'RechnungLesen',
    ]);
    expect(refused.reasons.every(({ message }) => message.en !== '' && !message.en.includes('{'))).toBe(true);
  });

  it('puts a model into force, and keeps its version for the same bytes', async () => {
    const first = await deploy(ADMINISTRATION, rechnungsfreigabe);
    expect(first).toMatchObject({ processId: 'rechnungsfreigabe', warnings: [] });
    expect(await deploy(ADMINISTRATION, rechnungsfreigabe)).toEqual(first);
  });
});

describe('another Mandant', () => {
  it('sees no process, no instance, no job and no timer', async () => {
    const { bench, inTransaction, engine } = engineBench;
    const vorgangId = newId();
    await deploy(ADMINISTRATION, rechnungsfreigabe);
    await engineBench.publish({ name: 'rechnung.eingegangen', correlationKey: vorgangId, variables: { vorgangId } });
    const [own] = await inTransaction((tx) => instancesOfBusinessKey(tx, vorgangId));
    const other = { mandantId: newId(), actor: { kind: 'system', name: 'other' } } as const;
    const later = new Date(bench.clock.now().getTime() + 1e12);
    const seen = await bench.runner.transaction(other, async (tx) => ({
      processes: await listProcesses(tx),
      xml: await processXml(tx, 'rechnungsfreigabe', 1),
      message: await startMessageOf(tx, 'rechnungsfreigabe'),
      instances: await instancesOfBusinessKey(tx, vorgangId),
      tasks: await userTasksOfInstance(tx, own?.instanceKey ?? '0'),
      jobs: await claimJobs(tx, later, 9),
      timers: await claimTimers(tx, later, 9),
      published: await engine.publish(tx, {
        name: 'rechnung.storno',
        correlationKey: vorgangId,
        messageId: 'x',
        ttlMs: 0,
        variables: {},
      }),
    }));
    expect(isRejection(seen)).toBe(false);
    expect(seen).toEqual({
      processes: [],
      xml: null,
      message: null,
      instances: [],
      tasks: [],
      jobs: [],
      timers: [],
      published: 'accepted',
    });
    expect((await inTransaction((tx) => instancesOfBusinessKey(tx, vorgangId)))[0]?.awaitedMessages).toEqual([
      'rechnung.storno',
    ]);
  });
});

describe('workflowHandlers', () => {
  it('refuse a payload of another shape', async () => {
    const handlers = workflowHandlers(engineBench.engine);
    await expect(engineBench.inTransaction((tx) => handlers['workflow.publish'](tx, { name: 1 }, 'k'))).rejects.toThrow(
      'correlationKey',
    );
  });

  it('pass over a task that a Storno has taken back', async () => {
    const handlers = workflowHandlers(engineBench.engine);
    await engineBench.inTransaction((tx) =>
      handlers['workflow.completeTask'](tx, { jobKey: '123', variables: {} }, 'k'),
    );
    expect(engineBench.tasks.size).toBe(0);
  });
});
