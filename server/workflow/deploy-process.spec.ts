import { isRejection, type Rejection } from '../contract/rejections.js';
import { newId } from '../platform/ids.js';
import { deployProcess } from './deploy-process.js';
import { openEngineBench, rechnungsfreigabe, type EngineBench } from './embedded/engine.testing.js';
import { bpmn, flow } from './embedded/bpmn.testing.js';
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

  it('refuses an id that Laufmappe gives to processes which it makes itself', async () => {
    const taken = rechnungsfreigabe.replaceAll('"rechnungsfreigabe"', '"laufweg-1"');
    expect(await deploy(ADMINISTRATION, taken)).toMatchObject({ code: 'workflow.reservedProcess' });
  });

  it('puts a model into force, and keeps its version for the same bytes', async () => {
    const first = await deploy(ADMINISTRATION, rechnungsfreigabe);
    expect(first).toMatchObject({ processes: [{ processId: 'rechnungsfreigabe' }], warnings: [] });
    expect(await deploy(ADMINISTRATION, rechnungsfreigabe)).toEqual(first);
  });
});

describe('a file with several processes', () => {
  const work = (id: string) =>
    `<bpmn:startEvent id="begin" /><bpmn:userTask id="${id}" name="${id}" />${flow('begin', id)}`;

  /** Two processes with ids of their own, of which the first calls the second. */
  function two(called: string) {
    const [caller, callee] = [`p${newId()}`, `p${newId()}`];
    const content = `<bpmn:startEvent id="start" /><bpmn:callActivity id="call"><bpmn:extensionElements>
      <zeebe:calledElement processId="${callee}" /></bpmn:extensionElements></bpmn:callActivity>${flow('start', 'call')}`;
    const second = `<bpmn:process id="${callee}" isExecutable="true">${called}</bpmn:process>`;
    const file = bpmn(content)
      .replace('id="process"', `id="${caller}"`)
      .replace('</bpmn:definitions>', `${second}</bpmn:definitions>`);
    return { caller, callee, file };
  }

  it('is refused as a whole where one of them cannot run', async () => {
    const { file, caller } = two('<bpmn:complexGateway id="x" />');
    expect(((await deploy(ADMINISTRATION, file)) as Rejection).code).toBe('workflow.notDeployable');
    expect(await engineBench.inTransaction((tx) => processXml(tx, caller, 1))).toBeNull();
  });

  it('is refused where two of them have one id', async () => {
    const { file, caller, callee } = two(work('a'));
    const twice = file.replace(`<bpmn:process id="${callee}"`, `<bpmn:process id="${caller}"`);
    expect(((await deploy(ADMINISTRATION, twice)) as Rejection).code).toBe('workflow.notDeployable');
  });

  it('puts each into force, and keeps the bytes of both once', async () => {
    const { file, caller, callee } = two(work('a'));
    const before = await engineBench.rows('model_file');
    expect(await deploy(ADMINISTRATION, file)).toMatchObject({
      processes: [
        { processId: caller, version: 1 },
        { processId: callee, version: 1 },
      ],
    });
    expect(await engineBench.rows('model_file')).toBe(before + 1);
    expect(await engineBench.inTransaction((tx) => processXml(tx, callee, 1))).toBe(file);
  });

  it('lets them call each other as they stand there, whatever is deployed later', async () => {
    const { file, caller, callee } = two(work('a'));
    await deploy(ADMINISTRATION, file);
    await deploy(ADMINISTRATION, bpmn(work('newer')).replace('id="process"', `id="${callee}"`));
    const vorgangId = newId();
    const start = { processId: caller, businessKey: null, variables: { vorgangId } };
    await engineBench.inTransaction((tx) => engineBench.engine.start(tx, start));
    expect(engineBench.tasksOf(vorgangId)).toEqual(['a']);
  });

  it('gives a new version to those alone that have other bytes now', async () => {
    const { file, callee } = two(work('a'));
    await deploy(ADMINISTRATION, file);
    await deploy(ADMINISTRATION, bpmn(work('newer')).replace('id="process"', `id="${callee}"`));
    expect(await deploy(ADMINISTRATION, file)).toMatchObject({ processes: [{ version: 1 }, { version: 3 }] });
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
    const before = [...engineBench.tasks.keys()];
    await engineBench.inTransaction((tx) =>
      handlers['workflow.completeTask'](tx, { jobKey: '123', variables: {} }, 'k'),
    );
    expect([...engineBench.tasks.keys()]).toEqual(before);
  });
});
