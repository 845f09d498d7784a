import { openWorkbench, type Workbench } from '../../../test/support/workbench.js';
import { newId } from '../ids.js';
import { createLanes } from './lanes.js';

let bench: Workbench;
const mandanten: string[] = [];

beforeAll(async () => {
  bench = await openWorkbench();
  for (let count = 0; count < 3; count++) {
    const mandantId = newId();
    await bench.database.transaction(mandantId, (queries) =>
      queries.query(`INSERT INTO mandant VALUES ($1, 'Amt', 'productive', '1', now())`, [mandantId]),
    );
  }
  const rows = await bench.database.withoutMandant.query<{ id: string }>('SELECT list_mandanten() AS id');
  mandanten.push(...rows.map(({ id }) => id));
});
afterAll(() => bench.close());

describe('lanes', () => {
  it('let no Mandant wait for the trouble of another, and still say what failed', async () => {
    const worked: string[] = [];
    const lanes = createLanes(bench.database, [
      (mandantId) => {
        if (mandantId === mandanten[0]) return Promise.reject(new Error('trouble'));
        return Promise.resolve(worked.push(mandantId) <= 3);
      },
    ]);
    await expect(lanes.drain()).rejects.toThrow('trouble');
    expect([...new Set(worked)].sort()).toEqual(mandanten.slice(1));
  });

  it('do one piece per Mandant and round', async () => {
    const open = new Map(mandanten.map((mandantId) => [mandantId, 2]));
    const order: string[] = [];
    const lanes = createLanes(bench.database, [
      (mandantId) => {
        const left = open.get(mandantId)!;
        open.set(mandantId, left - 1);
        if (left > 0) order.push(mandantId);
        return Promise.resolve(left > 0);
      },
    ]);
    expect(await lanes.drain()).toBe(2 * mandanten.length);
    expect(order).toEqual([...mandanten, ...mandanten]);
  });

  it('take nothing new once they are stopped, however much is due', async () => {
    let pieces = 0;
    const stopped = new Promise<void>((resolve) => {
      const lanes = createLanes(bench.database, [
        () => {
          if (++pieces === 10) resolve(lanes.stop());
          return Promise.resolve(true);
        },
      ]);
      lanes.start();
    });
    await stopped;
    expect(pieces).toBeLessThan(10 + mandanten.length);
  });
});
