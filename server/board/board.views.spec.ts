import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { listOf } from '../../test/support/aufgaben-lists.js';
import { done } from '../../test/support/closed-vorgang.js';
import { examinedEingang } from '../../test/support/eingaenge.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { loadDistribution } from '../aufgabe/distribution.views.js';
import { keepFilter } from '../aufgabe/keep-filter.js';
import type { BoardTile } from '../contract/board-views.js';
import { loadPosteingang } from '../posteingang/posteingang.views.js';
import { arrangeBoard } from './arrange-board.js';
import { loadBoard } from './board.views.js';

let bench: ActBench;
beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const board = async (login: string) => done(await bench.runner.transaction(bench.as(login), loadBoard));

/** Rows of the list that the number of a tile opens. */
async function rowsBehind({ target }: BoardTile, login: string): Promise<number> {
  if (target.kind === 'aufgaben') return (await listOf(bench, login, target.list, target.filter)).items.length;
  const count = await bench.runner.transaction(bench.as(login), async (tx) => {
    if (target.kind === 'posteingang') return { rows: (await loadPosteingang(tx)).items.length };
    return { rows: (await loadDistribution(tx, { words: '', lyingWith: 'group' }, null)).items.length };
  });
  return done(count).rows;
}

describe('the numbers of a board', () => {
  it('F108 do not count what the person may not see, nor offer what they may not open', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const own = { assigneeId: bench.personId('jana.petersen'), frist: '2026-11-01' };
    await createdAufgabe(bench, vorgangId, own);
    const { tiles, offered } = await board('deniz.aydin');
    expect(tiles.find(({ id }) => id === 'mine')).toMatchObject({ count: 0 });
    expect([...tiles, ...offered].map(({ id }) => id)).not.toContain('undistributed');
    expect((await board('ruth.lindqvist')).tiles.map(({ id }) => id)).toContain('undistributed');
  });

  it('F108 are as many as the list that each of them opens has rows', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const assigneeId = bench.personId('jana.petersen');
    await createdAufgabe(bench, vorgangId, { assigneeId, frist: '2026-11-01' });
    await createdAufgabe(bench, vorgangId, { assigneeId, frist: bench.clock.today() });
    const free = await createdAufgabe(bench, vorgangId);
    await bench.sql(`UPDATE aufgabe SET assignee_id = NULL WHERE id = $1`, [free]);
    await examinedEingang(bench);
    const secret = await openedVorgang(bench);
    await createdAufgabe(bench, secret.vorgangId);
    await bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = 'geheim' WHERE id = $1`, [secret.vorgangId]);
    const late = { list: 'meine', filter: { frist: 'ueberfaellig' }, shared: false, name: 'Zu spät' } as const;
    const { id } = done(await bench.perform('jana.petersen', keepFilter, late));
    const filter = `filter:${id}`;
    expect((await board('jana.petersen')).offered).toMatchObject([{ id: filter, name: 'Zu spät' }]);
    const tiles = ['mine', 'overdue', 'week', 'group', 'posteingang', filter];
    done(await bench.perform('jana.petersen', arrangeBoard, { tiles }));
    for (const login of ['jana.petersen', 'ruth.lindqvist', 'ines.vogt']) {
      for (const tile of (await board(login)).tiles) {
        expect({ login, id: tile.id, count: tile.count }).toEqual({
          ...{ login, id: tile.id },
          count: await rowsBehind(tile, login),
        });
      }
    }
    const numbersOf = async (login: string) => (await board(login)).tiles.map((tile) => [tile.id, tile.count]);
    expect(await numbersOf('ines.vogt')).toContainEqual(['posteingang', 1]);
    expect(await numbersOf('ruth.lindqvist')).toContainEqual(['undistributed', 1]);
    expect(await numbersOf('jana.petersen')).toEqual(
      expect.arrayContaining([
        ['mine', 2],
        ['overdue', 1],
        ['week', 1],
        [filter, 1],
      ]),
    );
  });
});
