import type { ServerResponse } from 'node:http';
import { createHttpJson } from '../../connectors/http-json/http-json.js';
import type { QuestionPort } from '../../connectors/api/question-port.js';
import { openAskedSystem, type AskedSystem } from '../../test/support/asked-system.js';
import { createOutbox } from '../platform/jobs/outbox.js';
import { newId } from '../platform/ids.js';
import { answerHandler } from '../workflow/ask-outside.js';
import { bpmn, chain } from '../workflow/embedded/bpmn.testing.js';
import { openEngineBench, type EngineBench } from '../workflow/embedded/engine.testing.js';
import type { Job } from '../workflow/process-engine.js';
import { askFachverfahren } from './ask-fachverfahren.js';
import { fachverfahrenJobs, questionHandlers } from './fachverfahren.jobs.js';

let system: AskedSystem;
let systems: QuestionPort;
let engine: EngineBench;
let outbox: ReturnType<typeof createOutbox>;

const MODEL = bpmn(
  `<bpmn:startEvent id="start" /><bpmn:serviceTask id="frage"><bpmn:extensionElements>
     <zeebe:taskDefinition type="connector.fragen" />
     <zeebe:taskHeaders><zeebe:header key="ziel" value="register" /></zeebe:taskHeaders></bpmn:extensionElements>
   </bpmn:serviceTask><bpmn:userTask id="lesen" />${chain('start', 'frage', 'lesen')}
   <bpmn:boundaryEvent id="nein" attachedToRef="frage"><bpmn:errorEventDefinition errorRef="e" /></bpmn:boundaryEvent>
   <bpmn:userTask id="anders" /><bpmn:sequenceFlow id="f" sourceRef="nein" targetRef="anders" />`,
  '<bpmn:error id="e" errorCode="connector.abgelehnt" />',
);

beforeAll(async () => {
  system = await openAskedSystem();
  const target = { name: 'register', url: system.url, secret: null, timeoutMilliseconds: 300, largestAnswer: 9_000 };
  systems = createHttpJson([target]);
  engine = await openEngineBench(fachverfahrenJobs(systems));
  const { database, runner, clock } = engine.bench;
  const handlers = { ...answerHandler(engine.engine), ...questionHandlers(systems) };
  outbox = createOutbox({ database, runner, clock, handlers, lanes: [Object.keys(handlers)] });
  await engine.inTransaction((tx) => engine.engine.deploy(tx, { xml: MODEL }));
});
beforeEach(() => {
  system.asked.length = 0;
  system.behave = (response) => void response.end('{"wohnt":true}');
});
afterAll(async () => {
  await system.close();
  await engine.bench.close();
});

async function settle(): Promise<void> {
  while ((await engine.loops.drain()) + (await outbox.drain()) > 0);
}

async function start(): Promise<{ vorgangId: string; instanceKey: string }> {
  const vorgangId = newId();
  const started = await engine.inTransaction((tx) =>
    engine.engine.start(tx, {
      processId: 'process',
      businessKey: vorgangId,
      variables: { vorgangId, frage: { name: 'Ude' } },
    }),
  );
  if (!('instanceKey' in started)) throw new Error(started.code);
  await settle();
  return { vorgangId, instanceKey: started.instanceKey };
}

async function later(): Promise<void> {
  engine.bench.clock.advance(3_600_000);
  await settle();
}

const job = (variables: Job['variables'], ziel = 'register'): Job => {
  const keys = { key: '1', instanceKey: '2', elementId: 'frage' };
  return { ...keys, type: 'connector.fragen', headers: { ziel }, variables };
};

describe('the job connector.fragen', () => {
  it.each(['melderegister', 'http://127.0.0.1/', '__proto__'])('refuses a system that is not set up: %s', (ziel) => {
    expect(askFachverfahren(systems, job({ frage: 1 }, ziel))).toMatchObject({ code: 'fachverfahren.unknown' });
  });

  it('refuses a question that is too large, and fails without one', () => {
    const large = askFachverfahren(systems, job({ frage: 'x'.repeat(256_000) }));
    expect(large).toMatchObject({ code: 'fachverfahren.questionTooLarge' });
    expect(() => askFachverfahren(systems, job({}))).toThrow('The variable frage is missing');
  });
});

describe('a question to a Fachverfahren', () => {
  it.each([
    ['says no', (response: ServerResponse) => void response.writeHead(403).end()],
    ['answers in HTML', (response: ServerResponse) => void response.end('<html>')],
    ['answers with what no row can hold', (response: ServerResponse) => void response.end('"a\\u0000b"')],
    ['answers with half a character', (response: ServerResponse) => void response.end('"\\ud800"')],
    ['nests without end', (response: ServerResponse) => void response.end('['.repeat(4_000) + ']'.repeat(4_000))],
  ])('takes the way of the error when the system %s', async (_what, behave) => {
    system.behave = behave;
    const { vorgangId } = await start();
    expect(engine.tasksOf(vorgangId)).toEqual(['anders']);
    expect(system.asked).toHaveLength(1);
  });

  it('becomes an incident after a day without an answer, and can be asked again', async () => {
    system.behave = (response) => void response.writeHead(503).end();
    const { vorgangId, instanceKey } = await start();
    engine.bench.clock.advance(25 * 3_600_000);
    await settle();
    const [incident] = await engine.inTransaction((tx) =>
      tx.query<{ key: string; message: { en: string } }>(
        `SELECT key, message FROM engine.incident WHERE instance_key = $1`,
        [instanceKey],
      ),
    );
    expect(incident?.message.en).toContain('register: HTTP 503');
    system.behave = (response) => void response.end('1');
    await engine.inTransaction((tx) => engine.engine.resolveIncident(tx, { incidentKey: incident?.key ?? '' }));
    await settle();
    expect(engine.tasksOf(vorgangId)).toEqual(['lesen']);
  });

  it('is asked again after a slow, a broken and a busy try, under one key, and the process goes on once', async () => {
    const tries = [
      () => undefined,
      (response: ServerResponse) => void response.destroy(),
      (response: ServerResponse) => void response.writeHead(429).end(),
    ];
    system.behave = (response) => {
      const next = tries.shift();
      if (next) next(response);
      else response.end('{"wohnt":true}');
    };
    const { vorgangId } = await start();
    for (let round = 0; round < 3; round++) await later();
    expect(system.asked).toHaveLength(4);
    expect(new Set(system.asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(engine.tasksOf(vorgangId)).toEqual(['lesen']);
  });

  it('goes on with the first answer where the other side answers twice', async () => {
    const { vorgangId } = await start();
    await engine.inTransaction((tx) =>
      tx.query(`UPDATE outbox SET done_at = NULL WHERE topic IN ('fachverfahren.ask', 'workflow.answerJob')`),
    );
    system.behave = (response) => void response.end('{"wohnt":false}');
    await settle();
    expect(engine.tasksOf(vorgangId)).toEqual(['lesen']);
    expect(engine.taskAt(vorgangId, 'lesen').variables['antwort']).toEqual({ wohnt: true });
    expect(system.asked).toHaveLength(1);
  });

  it('brings question and answer across', async () => {
    const { vorgangId } = await start();
    expect(system.asked[0]?.question).toEqual({ name: 'Ude' });
    expect(engine.taskAt(vorgangId, 'lesen').variables['antwort']).toEqual({ wohnt: true });
  });
});
