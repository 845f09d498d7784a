import { newId } from '../../platform/ids.js';
import { makeHistoryPartitions, recordEvents } from '../history.store.js';
import { advance, type Advanced } from './advance.js';
import { migrate, type Migrated } from './advance/migrate.js';
import { openEngineBench, rechnungsfreigabe, rechnungWorkers, type EngineBench } from './engine.testing.js';
import type { Model } from './model.js';
import type { Command, State } from './state.js';
import { commandsOf } from './store/command-log.store.js';
import { readInstance } from './store/instance.store.js';
import { keysFrom } from './surroundings-of.js';

let engineBench: EngineBench;

beforeAll(async () => {
  engineBench = await openEngineBench(rechnungWorkers(1_245_080));
  await engineBench.inTransaction((tx) => engineBench.engine.deploy(tx, { xml: rechnungsfreigabe }));
});
afterAll(() => engineBench.bench.close());

/** A Rechnung on its way; `more` becomes a variable of the process. */
async function checked(more: object = {}): Promise<{ vorgangId: string; instanceKey: string }> {
  const vorgangId = newId();
  const variables = { vorgangId, ...more };
  await engineBench.publish({ name: 'rechnung.eingegangen', correlationKey: vorgangId, variables });
  await engineBench.loops.drain();
  const { jobKey, instanceKey } = engineBench.taskAt(vorgangId, 'SachlichePruefung');
  await engineBench.complete(jobKey, { entscheidung: 'richtig' });
  return { vorgangId, instanceKey };
}

const stateOf = (instanceKey: string) =>
  engineBench.inTransaction(async (tx) => (await readInstance(tx, instanceKey))!.state);

const rowsOf = (table: string, instanceKey: string) =>
  engineBench.inTransaction((tx) =>
    tx.query<Record<string, unknown>>(`SELECT * FROM engine.${table} WHERE instance_key = $1`, [instanceKey]),
  );

describe('the history of an instance', () => {
  it('cannot be changed or emptied by the server', async () => {
    for (const statement of ['DELETE FROM engine.event', `UPDATE engine.event SET kind = 'entered'`]) {
      await expect(engineBench.inTransaction((tx) => tx.query(statement))).rejects.toThrow('permission denied');
    }
  });

  it('says of every element instance when it came and how it went', async () => {
    const { instanceKey } = await checked();
    const lines = (await rowsOf('event', instanceKey)).map(
      (row) => `${String(row['kind'])} ${String(row['element_id'])}`,
    );
    expect(lines).toEqual(expect.arrayContaining(['entered rechnungsfreigabe', 'passed RechnungEingegangen']));
    expect(lines.filter((line) => line.endsWith('SachlichePruefung'))).toEqual([
      'entered SachlichePruefung',
      'completed SachlichePruefung',
    ]);
  });

  it('lies in the partition of its month, in the default one where that month has none, and stays readable', async () => {
    const at = (moment: string) =>
      ({
        at: new Date(moment),
        instanceKey: '7',
        elementKey: '8',
        processId: 'p',
        version: 1,
        elementId: 'e',
        kind: 'passed',
        detail: null,
      }) as const;
    const lies = await engineBench.inTransaction(async (tx) => {
      await makeHistoryPartitions(tx, new Date('2031-03-15T00:00:00Z'));
      await recordEvents(tx, tx.mandantId, [at('2031-03-31T23:59:59Z'), at('2035-05-01T00:00:00Z')]);
      // May 2035 has a line already and stays where it is; the months behind it get their own.
      await makeHistoryPartitions(tx, new Date('2035-05-10T00:00:00Z'));
      await recordEvents(tx, tx.mandantId, [at('2035-05-20T00:00:00Z'), at('2035-06-01T00:00:00Z')]);
      return tx.query<{ table: string }>(
        `SELECT tableoid::regclass::text AS table FROM engine.event WHERE instance_key = 7 ORDER BY at`,
      );
    });
    expect(lies.map(({ table }) => table)).toEqual([
      'engine.event_2031_03',
      'engine.event_default',
      'engine.event_default',
      'engine.event_2035_06',
    ]);
  });

  it('gets the partitions of the next months from the sweeper', async () => {
    const { engine, inTransaction, bench } = engineBench;
    await inTransaction((tx) => engine.sweep(tx));
    const ahead = new Date(bench.clock.now());
    ahead.setUTCDate(1);
    ahead.setUTCMonth(ahead.getUTCMonth() + 3);
    const name = `engine.event_${ahead.toISOString().slice(0, 7).replace('-', '_')}`;
    const [row] = await inTransaction((tx) => tx.query(`SELECT to_regclass($1)::text AS made`, [name]));
    expect(row).toEqual({ made: name });
  });
});

describe('the command log', () => {
  it('played again gives the state that the instance has', async () => {
    const { instanceKey } = await checked();
    expect(await replayed(instanceKey)).toEqual(await stateOf(instanceKey));
  });

  it('played again gives it across a migration, too', async () => {
    const { instanceKey, vorgangId } = await checked();
    const { engine, inTransaction, taskAt, complete } = engineBench;
    await inTransaction((tx) =>
      engine.deploy(tx, { xml: rechnungsfreigabe.replace('name="Rechnungsfreigabe"', 'name="Neu"') }),
    );
    const moved = await inTransaction((tx) =>
      engine.migrate(tx, { instanceKey, version: 2, mapping: {}, effect: 'migrate' }).then((answer) => ({ answer })),
    );
    expect(moved.answer).toEqual({ warnings: [] });
    await complete(taskAt(vorgangId, 'Mitzeichnung').jobKey, { entscheidung: 'mitzeichnen' });
    expect(await replayed(instanceKey)).toEqual(await stateOf(instanceKey));
  });

  it('is forgotten a week after the end of its instance, not before', async () => {
    const { instanceKey } = await checked();
    const { engine, inTransaction, bench } = engineBench;
    await inTransaction((tx) => engine.cancel(tx, { instanceKey }).then(() => ({})));
    for (const days of [6, 2]) {
      expect(await rowsOf('command_log', instanceKey)).not.toEqual([]);
      bench.clock.advance(days * 86_400_000);
      await inTransaction((tx) => engine.sweep(tx));
    }
    expect(await rowsOf('command_log', instanceKey)).toEqual([]);
    expect(await rowsOf('event', instanceKey)).not.toEqual([]);
  });
});

describe('a value of more than 8 kB', () => {
  it('lies beside the state and is written once, however many commands follow', async () => {
    const { vorgangId, instanceKey } = await checked({ text: 'x'.repeat(50_000) });
    const [before] = await rowsOf('large_value', instanceKey);
    await engineBench.complete(engineBench.taskAt(vorgangId, 'Mitzeichnung').jobKey, { entscheidung: 'mitzeichnen' });
    expect(await rowsOf('large_value', instanceKey)).toEqual([before]);
    const state = await stateOf(instanceKey);
    expect(state.instances[state.rootKey]?.variables['text']).toHaveLength(50_000);
    const [stored] = await engineBench.inTransaction((tx) =>
      tx.query<{ size: number }>(`SELECT length(state::text) AS size FROM engine.instance WHERE key = $1`, [
        instanceKey,
      ]),
    );
    expect(stored?.size).toBeLessThan(8_192);
  });
});

/** The state after all logged commands, by the pure core alone. */
async function replayed(instanceKey: string): Promise<State | null> {
  const { engine, inTransaction } = engineBench;
  return inTransaction(async (tx) => {
    let state: State | null = null;
    let model: Model | null = null;
    type Logged = Command | { readonly kind: 'migrate'; readonly mapping: Record<string, string> };
    for (const { firstKey, definitionKey, at, command } of await commandsOf<Logged>(tx, instanceKey)) {
      const around = { now: at, nextKey: keysFrom(BigInt(firstKey)) };
      const target = (await engine.parts.models.of(tx, definitionKey)).model;
      const result: Advanced | Migrated =
        command.kind === 'migrate'
          ? migrate(model ?? target, target, state!, command.mapping, around)
          : advance(target, state, revived(command), around);
      if (result.kind === 'refused') throw new Error('a logged command is refused');
      state = result.state;
      model = target;
    }
    return state;
  });
}

/** JSON has no dates. */
function revived(command: Command): Command {
  if (command.kind !== 'fireTimer') return command;
  return { ...command, timer: { ...command.timer, due: new Date(command.timer.due) } };
}
