import { isRejection } from '../../contract/rejections.js';
import { newId } from '../../platform/ids.js';
import {
  instancesOfBusinessKey,
  listProcesses,
  processXml,
  startMessageOf,
  userTasksOfInstance,
} from '../workflow.queries.js';
import { openEngineBench, rechnungsfreigabe, rechnungWorkers, type EngineBench } from './engine.testing.js';

let engineBench: EngineBench;

beforeAll(async () => {
  engineBench = await openEngineBench(rechnungWorkers(1_245_080));
  await engineBench.inTransaction((tx) => engineBench.engine.deploy(tx, { xml: rechnungsfreigabe }));
});
afterAll(() => engineBench.bench.close());

/** A Rechnung that has been read and waits for its factual check. */
async function received(messageId = newId()): Promise<string> {
  const vorgangId = newId();
  await engineBench.publish({
    name: 'rechnung.eingegangen',
    correlationKey: vorgangId,
    messageId,
    variables: { vorgangId, eingangId: messageId, betreff: 'Rechnung' },
  });
  await engineBench.loops.drain();
  return vorgangId;
}

async function checked(): Promise<string> {
  const vorgangId = await received();
  await engineBench.complete(engineBench.taskAt(vorgangId, 'SachlichePruefung').jobKey, { entscheidung: 'richtig' });
  return vorgangId;
}

const instances = (vorgangId: string) => engineBench.inTransaction((tx) => instancesOfBusinessKey(tx, vorgangId));

describe('deploy', () => {
  it('refuses what cannot run with every finding, and stores nothing', async () => {
    const before = await engineBench.rows('definition');
    const xml = rechnungsfreigabe
      .replaceAll('<bpmn:exclusiveGateway', '<bpmn:complexGateway')
      .replaceAll('</bpmn:exclusiveGateway', '</bpmn:complexGateway');
    const refused = await engineBench.inTransaction(async (tx) => ({
      answer: await engineBench.engine.deploy(tx, { xml }),
    }));
    if (!isRejection(refused.answer)) throw new Error('deployed');
    expect(refused.answer.code).toBe('workflow.notDeployable');
    expect(refused.answer.reasons.map(({ message }) => message.de)).toEqual(
      expect.arrayContaining([expect.stringContaining('ErgebnisUndBetrag')]),
    );
    expect(await engineBench.rows('definition')).toBe(before);
  });

  it('keeps the version of the same bytes and the bytes of every version', async () => {
    const changed = rechnungsfreigabe
      .replace('name="Rechnungsfreigabe"', 'name="Rechnungen"')
      .replace('id="rechnungsfreigabe"', 'id="zweiter"')
      .replace('bpmnElement="rechnungsfreigabe"', 'bpmnElement="zweiter"')
      .replace('rechnung.eingegangen', 'zweite.eingegangen');
    const versions: number[] = [];
    for (const xml of [changed, changed, changed.replace('Rechnungen', 'Neu'), changed]) {
      const deployed = await engineBench.inTransaction((tx) => engineBench.engine.deploy(tx, { xml }));
      if (!isRejection(deployed)) versions.push(...deployed.processes.map(({ version }) => version));
    }
    expect(versions).toEqual([1, 1, 2, 3]);
    expect(await engineBench.inTransaction((tx) => processXml(tx, 'zweiter', 1))).toBe(changed);
    expect(await engineBench.inTransaction((tx) => processXml(tx, 'zweiter', 9))).toBeNull();
    const listed = await engineBench.inTransaction((tx) => listProcesses(tx));
    expect(listed.find(({ processId }) => processId === 'zweiter')).toMatchObject({
      version: 3,
      versions: [{ version: 3 }, { version: 2 }, { version: 1 }],
    });
  });

  it('leaves running instances on their version', async () => {
    const vorgangId = await received();
    await engineBench.inTransaction((tx) =>
      engineBench.engine.deploy(tx, { xml: rechnungsfreigabe.replace('name="unlesbar"', 'name="nicht lesbar"') }),
    );
    expect((await instances(vorgangId))[0]?.version).toBe(1);
    const later = await received();
    expect((await instances(later))[0]?.version).toBe(2);
    await engineBench.inTransaction((tx) => engineBench.engine.deploy(tx, { xml: rechnungsfreigabe }));
  });
});

describe('publish', () => {
  it('refuses variables that cannot be kept, and changes nothing', async () => {
    const before = await engineBench.rows('message');
    const wrong = { name: 'rechnung.eingegangen', correlationKey: newId(), variables: { betreff: 'a\0b' } };
    await expect(engineBench.publish(wrong)).rejects.toThrow('cannot be kept');
    expect(await engineBench.rows('message')).toBe(before);
  });

  it('answers the same message id once and starts once', async () => {
    const message = { name: 'rechnung.eingegangen', correlationKey: newId(), messageId: newId() };
    const answers = await Promise.all([1, 2, 3].map(() => engineBench.publish(message)));
    expect(answers.sort()).toEqual(['accepted', 'duplicate', 'duplicate']);
    expect(await instances(message.correlationKey)).toHaveLength(1);
  });

  it('forgets an id when the time of its message is over', async () => {
    const message = { name: 'niemand.wartet', correlationKey: 'k', messageId: newId(), ttlMs: 1_000 };
    await engineBench.publish(message);
    engineBench.bench.clock.advance(1_000);
    expect(await engineBench.publish(message)).toBe('accepted');
  });

  it('never remembers a message that may not wait', async () => {
    const message = { name: 'niemand.wartet', correlationKey: 'k', messageId: newId(), ttlMs: 0 };
    expect([await engineBench.publish(message), await engineBench.publish(message)]).toEqual(['accepted', 'accepted']);
  });

  it('starts the next instance of a Vorgang when the first has ended', async () => {
    const vorgangId = await received();
    await engineBench.publish({ name: 'rechnung.eingegangen', correlationKey: vorgangId, variables: { vorgangId } });
    expect(await instances(vorgangId)).toHaveLength(1);
    await engineBench.publish({ name: 'rechnung.storno', correlationKey: vorgangId });
    await engineBench.loops.drain();
    expect((await instances(vorgangId)).map(({ status }) => status)).toEqual(['active', 'completed']);
    expect(engineBench.tasksOf(vorgangId)).toEqual(['SachlichePruefung']);
  });

  it('reaches one instance, and only the one with its key', async () => {
    const [first, second] = [await checked(), await checked()];
    await engineBench.publish({ name: 'rechnung.storno', correlationKey: first });
    await engineBench.loops.drain();
    expect(engineBench.tasksOf(first)).toEqual([]);
    expect(engineBench.tasksOf(second)).toEqual(['Mitzeichnung', 'Mitzeichnung']);
  });

  it('finds a message that came before its instance waited', async () => {
    const vorgangId = newId();
    await engineBench.publish({ name: 'rechnung.storno', correlationKey: vorgangId });
    await engineBench.publish({ name: 'rechnung.eingegangen', correlationKey: vorgangId, variables: { vorgangId } });
    await engineBench.loops.drain();
    expect((await instances(vorgangId)).map(({ status }) => status)).toEqual(['completed']);
  });
});

describe('completeTask', () => {
  it.each(['999999', '0'])('answers "gone" for the key %s that never was', async (jobKey) => {
    expect(await engineBench.complete(jobKey)).toBe('gone');
  });

  it('answers "gone" for a task of another Mandant', async () => {
    const { jobKey } = engineBench.taskAt(await received(), 'SachlichePruefung');
    const { runner } = engineBench.bench;
    const context = { mandantId: newId(), actor: { kind: 'system', name: 'other' } } as const;
    const answer = await runner.transaction(context, async (tx) => ({
      outcome: await engineBench.engine.completeTask(tx, { jobKey, variables: {} }),
    }));
    expect(answer).toEqual({ outcome: 'gone' });
    expect(engineBench.tasks.has(jobKey)).toBe(true);
  });

  it('answers "gone" after a Storno', async () => {
    const vorgangId = await received();
    const { jobKey } = engineBench.taskAt(vorgangId, 'SachlichePruefung');
    await engineBench.publish({ name: 'rechnung.storno', correlationKey: vorgangId });
    expect(await engineBench.complete(jobKey)).toBe('gone');
  });

  it('lets one of many win who complete the same task at once', async () => {
    const { jobKey } = engineBench.taskAt(await received(), 'SachlichePruefung');
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => engineBench.complete(jobKey, { entscheidung: 'richtig' })),
    );
    expect(answers.sort()).toEqual(['done', 'gone', 'gone', 'gone']);
  });

  it('takes two Mitzeichnungen that come at the same time, both of them', async () => {
    const vorgangId = await checked();
    const keys = [...engineBench.tasks.values()]
      .filter(({ variables }) => variables['vorgangId'] === vorgangId)
      .map(({ jobKey }) => jobKey);
    const answers = await Promise.all(
      keys.map((jobKey) => engineBench.complete(jobKey, { entscheidung: 'mitzeichnen' })),
    );
    expect(answers).toEqual(['done', 'done']);
    await engineBench.loops.drain();
    expect(engineBench.tasksOf(vorgangId)).toEqual(['Schlusszeichnung']);
  });

  it('goes the whole way to the end and leaves no row waiting', async () => {
    const { taskAt, complete, loops } = engineBench;
    const vorgangId = await checked();
    for (const [element, data] of [
      ['Mitzeichnung', { entscheidung: 'mitzeichnen' }],
      ['Mitzeichnung', { entscheidung: 'mitzeichnen' }],
      ['Schlusszeichnung', { entscheidung: 'zeichnen' }],
      ['ZahlungAnweisen', { zahlungsdatum: '2026-12-01', buchungszeichen: 'B 1' }],
    ] as const) {
      await complete(taskAt(vorgangId, element).jobKey, data);
      await loops.drain();
    }
    const [instance] = await instances(vorgangId);
    expect(instance).toMatchObject({ status: 'completed', activeElements: [], awaitedMessages: [] });
    expect(engineBench.ended).toContain(instance?.instanceKey);
    const waiting = await engineBench.inTransaction((tx) =>
      tx.query(
        `SELECT key FROM engine.job WHERE instance_key = $1 UNION ALL SELECT key FROM engine.timer WHERE instance_key = $1
         UNION ALL SELECT key FROM engine.message_subscription WHERE instance_key = $1`,
        [instance?.instanceKey],
      ),
    );
    expect(waiting).toEqual([]);
  });
});

describe('what the slices read', () => {
  it('names the open elements, the awaited messages and the user tasks of an instance', async () => {
    const vorgangId = await received();
    const [instance] = await instances(vorgangId);
    expect(instance).toMatchObject({
      processId: 'rechnungsfreigabe',
      status: 'active',
      activeElements: ['SachlichePruefung'],
      awaitedMessages: ['rechnung.storno'],
    });
    const tasks = await engineBench.inTransaction((tx) => userTasksOfInstance(tx, instance!.instanceKey));
    expect(tasks.map(({ elementId }) => elementId)).toContain('Schlusszeichnung');
    expect(await engineBench.inTransaction((tx) => startMessageOf(tx, 'rechnungsfreigabe'))).toBe(
      'rechnung.eingegangen',
    );
    expect(await engineBench.inTransaction((tx) => startMessageOf(tx, 'unbekannt'))).toBeNull();
  });

  it('gives the projector what a form and an inbox need', async () => {
    const task = engineBench.taskAt(await received(), 'SachlichePruefung');
    expect(task).toMatchObject({
      name: 'Sachliche Prüfung',
      candidateGroups: ['sachbearbeitung'],
      headers: { 'lm:art': 'pruefung', 'lm:frist': '5' },
      form: { id: 'sachliche-pruefung' },
      variables: { kreditor: 'Nordlicht', betragEuro: 12450.8 },
    });
  });
});
