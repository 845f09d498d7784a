import { filedRechnung } from '../../test/support/rechnung.js';
import { openTestOffice, type TestOffice } from '../../test/support/office.js';
import type { Queries } from '../platform/postgres/database.js';
import { newId } from '../platform/ids.js';
import { loadClosingFacts } from './closing.store.js';

let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

/** A closed-looking Vorgang: its letter is dated, its process has ended by a Storno, its Aufgaben are done. */
async function almostClosable(): Promise<string> {
  const { vorgangId } = await filedRechnung(office);
  const message = { name: 'rechnung.storno', correlationKey: vorgangId, messageId: newId(), ttlMs: 0, variables: {} };
  await office.runner.transaction(office.bench.system, async (tx) => ({
    sent: await office.engine.publish(tx, message),
  }));
  await office.settle();
  await office.bench.database.transaction(office.bench.mandantId, (queries) =>
    queries.query(`UPDATE aufgabe SET state = 'entfallen' WHERE vorgang_id = $1 AND state = 'offen'`, [vorgangId]),
  );
  return vorgangId;
}

describe('the facts that stand against z. d. A.', () => {
  it.each([0, 1, 2, 3])('show a process that begins after %i of the questions were asked', async (answered) => {
    const vorgangId = await almostClosable();
    await office.runner.transaction(office.bench.system, async (tx) => {
      await tx.enqueue('workflow.publish', newId(), {
        name: 'rechnung.eingegangen',
        correlationKey: vorgangId,
        messageId: newId(),
        ttlMs: 60_000,
        variables: { vorgangId },
      });
      return {};
    });
    let asked = 0;
    const facts = await office.bench.database.transaction(office.bench.mandantId, (queries) => {
      const interrupted: Queries = {
        query: async (statement, parameters) => {
          if (asked++ === answered) await office.outbox.drain();
          return queries.query(statement, parameters);
        },
      };
      return loadClosingFacts(interrupted, vorgangId);
    });
    expect(facts.startingProcesses + facts.runningProcesses.length).toBeGreaterThan(0);
  });
});
