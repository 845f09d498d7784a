import { newId } from '../../platform/ids.js';
import type { Transaction } from '../../platform/transaction.js';
import { openEngineBench, rechnungsfreigabe, rechnungWorkers, type EngineBench } from './engine.testing.js';

let engineBench: EngineBench;

beforeAll(async () => {
  engineBench = await openEngineBench(rechnungWorkers(1_245_080));
  await engineBench.inTransaction((tx) => engineBench.engine.deploy(tx, { xml: rechnungsfreigabe }));
});
afterAll(() => engineBench.bench.close());

/** Everything that the engine keeps, as text. */
function everything(): Promise<string> {
  return engineBench.inTransaction(async (tx) => {
    const tables = ['instance', 'job', 'timer', 'message_subscription', 'message', 'message_correlated', 'incident'];
    const contents = [];
    for (const table of tables) contents.push(await tx.query(`SELECT * FROM engine.${table} ORDER BY 1, 2`));
    return JSON.stringify(contents);
  });
}

/** The same transaction, whose connection is lost before the statement with the given number. */
function lostAt(tx: Transaction, statement: number): Transaction {
  let count = 0;
  return Object.assign(Object.create(tx) as Transaction, {
    query: (...given: Parameters<Transaction['query']>) => {
      if (++count === statement) return Promise.reject(new Error('connection lost'));
      return tx.query(...given);
    },
  });
}

/** Loses the connection before every statement in turn, until the command gets through. Returns how many there were. */
async function crashEverywhere(command: (tx: Transaction) => Promise<unknown>): Promise<number> {
  const before = await everything();
  for (let statement = 1; ; statement++) {
    try {
      await engineBench.inTransaction((tx) => command(lostAt(tx, statement)));
      return statement - 1;
    } catch (error) {
      if (!String(error).includes('connection lost')) throw error;
      expect(await everything()).toBe(before);
    }
  }
}

describe('a crash at any statement of a command leaves the state before it', () => {
  const vorgangId = newId();
  const { entscheidung } = { entscheidung: 'richtig' };

  it('and the repeated commands go the whole way, each of them once', async () => {
    const { engine, loops, taskAt } = engineBench;
    const variables = { vorgangId };
    const message = {
      name: 'rechnung.eingegangen',
      correlationKey: vorgangId,
      messageId: newId(),
      ttlMs: 60_000,
      variables,
    };
    expect(await crashEverywhere((tx) => engine.publish(tx, message))).toBeGreaterThan(2);
    await loops.drain();
    const { jobKey } = taskAt(vorgangId, 'SachlichePruefung');
    expect(
      await crashEverywhere((tx) => engine.completeTask(tx, { jobKey, variables: { entscheidung } })),
    ).toBeGreaterThan(2);
    expect(await engineBench.rows('job')).toBe(2);
    const storno = {
      name: 'rechnung.storno',
      correlationKey: vorgangId,
      messageId: newId(),
      ttlMs: 60_000,
      variables: {},
    };
    expect(await crashEverywhere((tx) => engine.publish(tx, storno))).toBeGreaterThan(2);
    await loops.drain();
    for (const table of ['job', 'timer', 'message_subscription', 'incident'])
      expect(await engineBench.rows(table)).toBe(0);
    expect(await engineBench.rows('instance')).toBe(1);
  });
});
