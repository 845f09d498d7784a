import { eventually } from '../../../test/support/api-client.js';
import { newId } from '../../platform/ids.js';
import { createOutbox } from '../../platform/jobs/outbox.js';
import { openEngineBench, type EngineBench } from './engine.testing.js';
import { lockInstance } from './store/instance.store.js';
import { bpmn, chain, flow } from './world.testing.js';

let engineBench: EngineBench;

beforeAll(async () => {
  engineBench = await openEngineBench();
});
afterAll(() => engineBench.bench.close());

const MESSAGES = `<bpmn:message id="begin" name="NAME.begin" /><bpmn:message id="second" name="NAME.second" />
  <bpmn:message id="ping" name="NAME.ping"><bpmn:extensionElements>
    <zeebe:subscription correlationKey="=address" /></bpmn:extensionElements></bpmn:message>`;
const event = (kind: string, id: string, message: string, attributes = '') =>
  `<bpmn:${kind} id="${id}" ${attributes}>
    <bpmn:messageEventDefinition id="${id}-message" messageRef="${message}" /></bpmn:${kind}>`;

/** Two tasks one after the other; a `ping` during either of them makes a third one beside it. */
function model(name: string, starts: string): string {
  const pinged = (task: string) =>
    event('boundaryEvent', `ping-${task}`, 'ping', `attachedToRef="${task}" cancelActivity="false"`);
  const content = `${starts}<bpmn:userTask id="one" name="One" /><bpmn:userTask id="two" name="Two" />
    <bpmn:userTask id="pinged" name="Pinged" /><bpmn:endEvent id="end" />${pinged('one')}${pinged('two')}
    ${chain('one', 'two', 'end')}${flow('ping-one', 'pinged')}${flow('ping-two', 'pinged')}${flow('pinged', 'end')}`;
  return bpmn(content, MESSAGES.replaceAll('NAME', name)).replace('id="process"', `id="${name}"`);
}

const BEGIN = event('startEvent', 'start', 'begin') + flow('start', 'one');
const SECOND = event('startEvent', 'other', 'second') + flow('other', 'one');

/** Each spec has a process of its own. */
async function inForce(starts: string, name = `p${newId()}`): Promise<string> {
  await engineBench.inTransaction((tx) => engineBench.engine.deploy(tx, { xml: model(name, starts) }));
  return name;
}

async function begin(name: string, vorgangId = newId(), address = vorgangId): Promise<string> {
  await engineBench.publish({ name: `${name}.begin`, correlationKey: vorgangId, variables: { vorgangId, address } });
  return vorgangId;
}

async function doFollowUps(): Promise<void> {
  const { database, runner, clock } = engineBench.bench;
  const { followUps } = engineBench.engine;
  await createOutbox({ database, runner, clock, handlers: followUps, lanes: [Object.keys(followUps)] }).drain();
}

describe('a message and a wait that meet each other', () => {
  it('never wait for each other, and the message is not missed', async () => {
    const name = await inForce(BEGIN);
    const vorgangId = await begin(name);
    const ping = { name: `${name}.ping`, correlationKey: vorgangId, messageId: newId(), ttlMs: 60_000, variables: {} };
    await engineBench.inTransaction(async (tx) => {
      // The publisher has not committed yet when the task that waits for it is reached.
      await engineBench.engine.publish(tx, { ...ping, correlationKey: 'elsewhere' });
      await engineBench.complete(engineBench.taskAt(vorgangId, 'one').jobKey, { address: 'elsewhere' });
    });
    expect(engineBench.tasksOf(vorgangId)).toEqual(['two']);
    await doFollowUps();
    expect(engineBench.tasksOf(vorgangId)).toEqual(['pinged', 'two']);
    await doFollowUps();
    expect(engineBench.tasksOf(vorgangId)).toEqual(['pinged', 'two']);
  }, 10_000);

  it('lose nothing where the first who waited is ended at that moment: the next one gets it', async () => {
    const name = await inForce(BEGIN);
    const address = newId();
    const [first, next] = [await begin(name, newId(), address), await begin(name, newId(), address)];
    const { jobKey, instanceKey } = engineBench.taskAt(first, 'one');
    let published: Promise<unknown> = Promise.resolve();
    await engineBench.inTransaction(async (tx) => {
      await lockInstance(tx, instanceKey);
      await engineBench.engine.completeTask(tx, { jobKey, variables: { address: 'elsewhere' } });
      published = engineBench.publish({ name: `${name}.ping`, correlationKey: address, ttlMs: 0 });
      await eventually(someoneWaitsForALock, 'the publisher at the lock of the instance');
    });
    await published;
    expect([engineBench.tasksOf(first), engineBench.tasksOf(next)]).toEqual([['two'], ['one', 'pinged']]);
  });
});

describe('a message that lives on', () => {
  it('does not reach the same process a second time, where that waits for the same again', async () => {
    const name = `p${newId()}`;
    const caught = (id: string) => event('intermediateCatchEvent', id, 'ping');
    const content = `${event('startEvent', 'start', 'begin')}${caught('once')}${caught('again')}
      <bpmn:userTask id="work" name="Work" />${chain('start', 'once', 'again', 'work')}`;
    const xml = bpmn(content, MESSAGES.replaceAll('NAME', name)).replace('id="process"', `id="${name}"`);
    await engineBench.inTransaction((tx) => engineBench.engine.deploy(tx, { xml }));
    const vorgangId = await begin(name);
    const ping = { name: `${name}.ping`, correlationKey: vorgangId };
    expect(await engineBench.publish(ping)).toBe('accepted');
    expect(engineBench.tasksOf(vorgangId)).toEqual([]);
    await engineBench.publish(ping);
    expect(engineBench.tasksOf(vorgangId)).toEqual(['work']);
  });
});

describe('a message for a scope that stopped listening', () => {
  it('starts nothing in it where another event has interrupted the scope at that moment', async () => {
    const name = `p${newId()}`;
    const aside = (id: string, message: string) =>
      `<bpmn:subProcess id="${id}" triggeredByEvent="true">${event('startEvent', `${id}-start`, message)}
        <bpmn:userTask id="${id}-task" name="${id}" />${flow(`${id}-start`, `${id}-task`)}</bpmn:subProcess>`;
    const roots = ['begin', 'one', 'two'].map((message) => {
      const subscription = `<bpmn:extensionElements><zeebe:subscription correlationKey="=vorgangId" /></bpmn:extensionElements>`;
      return `<bpmn:message id="${message}" name="${name}.${message}">${message === 'begin' ? '' : subscription}</bpmn:message>`;
    });
    const content =
      event('startEvent', 'start', 'begin') + '<bpmn:userTask id="work" name="Work" />' + flow('start', 'work');
    const xml = bpmn(content + aside('first', 'one') + aside('second', 'two'), roots.join(''));
    await engineBench.inTransaction((tx) =>
      engineBench.engine.deploy(tx, { xml: xml.replace('id="process"', `id="${name}"`) }),
    );
    const vorgangId = await begin(name);
    let late: Promise<unknown> = Promise.resolve();
    await engineBench.inTransaction(async (tx) => {
      const message = { correlationKey: vorgangId, messageId: newId(), ttlMs: 0, variables: {} };
      await engineBench.engine.publish(tx, { ...message, name: `${name}.one` });
      late = engineBench.publish({ ...message, name: `${name}.two` });
      await eventually(someoneWaitsForALock, 'the second message at the lock of the instance');
    });
    await late;
    expect(engineBench.tasksOf(vorgangId)).toEqual(['first-task']);
  });
});

describe('a message that starts a process', () => {
  it('starts the version in force when its turn comes, also where that begins with another message', async () => {
    const name = await inForce(BEGIN);
    const vorgangId = await begin(name);
    await inForce(SECOND, name);
    await engineBench.publish({
      name: `${name}.second`,
      correlationKey: vorgangId,
      variables: { vorgangId, address: 'a' },
    });
    expect(engineBench.tasksOf(vorgangId)).toEqual(['one']);
    await engineBench.complete(engineBench.taskAt(vorgangId, 'one').jobKey);
    await engineBench.complete(engineBench.taskAt(vorgangId, 'two').jobKey);
    expect(engineBench.tasksOf(vorgangId)).toEqual(['one']);
  });

  it('waits where no version in force takes it, and starts with the next one that does', async () => {
    const name = await inForce(SECOND);
    const vorgangId = await begin(name);
    expect(engineBench.tasksOf(vorgangId)).toEqual([]);
    await inForce(BEGIN, name);
    await doFollowUps();
    expect(engineBench.tasksOf(vorgangId)).toEqual(['one']);
  });

  it('runs one instance of a Vorgang at a time, also where two different messages arrive at once', async () => {
    const name = await inForce(BEGIN + SECOND);
    const vorgaenge = Array.from({ length: 8 }, () => newId());
    const both = vorgaenge.flatMap((vorgangId) =>
      ['begin', 'second'].map((start) =>
        engineBench.publish({
          name: `${name}.${start}`,
          correlationKey: vorgangId,
          variables: { vorgangId, address: 'a' },
        }),
      ),
    );
    // The outbox brings a refused one again; then it waits in the buffer.
    await Promise.allSettled(both);
    const rows = await engineBench.inTransaction((tx) =>
      tx.query<{ running: number }>(
        `SELECT count(*)::int AS running FROM engine.instance WHERE process_id = $1 AND status = 'active'`,
        [name],
      ),
    );
    expect(rows).toEqual([{ running: vorgaenge.length }]);
  });
});

async function someoneWaitsForALock(): Promise<boolean> {
  const rows = await engineBench.bench.database.withoutMandant.query(
    `SELECT 1 FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      OR NOT granted AND locktype = 'transactionid'`,
  );
  return rows.length > 0;
}
