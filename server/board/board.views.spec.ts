import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { listOf } from '../../test/support/aufgaben-lists.js';
import { done } from '../../test/support/closed-vorgang.js';
import { examinedEingang } from '../../test/support/eingaenge.js';
import { addedDokument, createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { loadDistribution } from '../aufgabe/distribution.views.js';
import { keepFilter } from '../aufgabe/keep-filter.js';
import type { BoardTile } from '../contract/board-views.js';
import { newId } from '../platform/ids.js';
import { loadPosteingang } from '../posteingang/posteingang.views.js';
import { indexRecords } from '../search/index-records.js';
import { keepSearch } from '../search/keep-search.js';
import { removeSearch } from '../search/remove-search.js';
import { loadSearch } from '../search/search.views.js';
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
    if (target.kind === 'search') return { rows: done(await loadSearch(tx, target.query, null)).total };
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

describe('a kept search on a board', () => {
  const letters = async (count: number) => {
    const { vorgangId } = await openedVorgang(bench);
    for (let letter = 0; letter < count; letter++)
      await addedDokument(bench, vorgangId, { betreff: 'Gebührenbescheid' });
    return vorgangId;
  };
  const indexed = async () => {
    const read = (): Promise<number> =>
      bench.runner
        .transaction(bench.system, async (tx) => ({ due: await indexRecords(tx) }))
        .then((one) => done(one).due);
    while ((await read()) > 0);
  };
  const kept = async (login: string, own: object = {}) => {
    const search = { name: 'Bescheide', query: 'Gebührenbescheid', shared: true, ...own };
    return `search:${done(await bench.perform(login, keepSearch, search)).id}` as const;
  };

  it('F108 does not count what the person may not see, and is no tile of whoever does not share it', async () => {
    await letters(1);
    const secret = await letters(2);
    await bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = 'geheim' WHERE id = $1`, [secret]);
    await indexed();
    const [own, alone] = [await kept('helga.brandt'), await kept('helga.brandt', { name: 'Meine', shared: false })];
    for (const login of ['helga.brandt', 'ines.vogt']) {
      done(await bench.perform(login, arrangeBoard, { tiles: [own, alone] }));
      for (const tile of (await board(login)).tiles) {
        expect({ login, id: tile.id, count: tile.count, more: tile.more }).toEqual({
          ...{ login, id: tile.id, count: 1, more: false },
        });
        expect(await rowsBehind(tile, login)).toBe(1);
      }
    }
    expect((await board('helga.brandt')).tiles.map(({ id }) => id)).toEqual([own, alone]);
    expect((await board('ines.vogt')).tiles.map(({ id }) => id)).toEqual([own]);
    expect((await board('ruth.lindqvist')).offered.map(({ id }) => id)).not.toContain(own);
  });

  it('F108 leaves it with the search, and stays away where it cannot be asked any more', async () => {
    const gone = await kept('helga.brandt');
    const odd = `search:${newId()}`;
    await bench.sql(
      `INSERT INTO saved_search (id, mandant_id, person_id, name, query)
       SELECT $1, mandant_id, id, 'Alt', 'seit:gestern' FROM person WHERE id = $2`,
      [odd.slice('search:'.length), bench.personId('ines.vogt')],
    );
    done(await bench.perform('ines.vogt', arrangeBoard, { tiles: ['posteingang', gone, odd] }));
    done(await bench.perform('helga.brandt', removeSearch, { id: gone.slice('search:'.length) }));
    const { tiles, offered } = await board('ines.vogt');
    expect(tiles.map(({ id }) => id)).toEqual(['posteingang']);
    expect(offered.map(({ id }) => id)).not.toContain(odd);
  });

  it('F108 counts 99 and says that there are more', async () => {
    await letters(100);
    await indexed();
    const id = await kept('helga.brandt');
    done(await bench.perform('helga.brandt', arrangeBoard, { tiles: [id] }));
    expect((await board('helga.brandt')).tiles).toMatchObject([{ id, name: 'Bescheide', count: 99, more: true }]);
  });
});
