import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { arrangeBoard } from './arrange-board.js';
import { loadBoard } from './board.views.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const arrange = (tiles: readonly string[], login = 'jana.petersen') => bench.perform(login, arrangeBoard, { tiles });
const tilesOf = async (login: string) =>
  done(await bench.runner.transaction(bench.as(login), loadBoard)).tiles.map(({ id }) => id);

describe('arrangeBoard', () => {
  it('F108 refuses whoever has no Aufgaben, and a tile of what the person may not open', async () => {
    expect(await arrange(['mine'], 'amir.rakimov')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await arrange(['mine', 'undistributed'])).toMatchObject({ code: 'identity.notPermitted' });
    expect(await tilesOf('jana.petersen')).toEqual(['mine', 'overdue', 'week', 'group', 'posteingang']);
  });

  it('F108 refuses tiles that there are not, and more than a board holds', async () => {
    for (const wrong of [
      ['ranking'],
      ['filter:x'],
      ['filter:'],
      ['search:x'],
      ['search:'],
      Array.from({ length: 21 }, () => 'mine'),
    ]) {
      expect(await arrange(wrong)).toMatchObject({ code: 'platform.invalidInput' });
    }
  });

  it('F108 keeps the tiles for the person alone, each once, and answers what was before', async () => {
    const before = await tilesOf('helga.brandt');
    expect(await arrange(['week', 'mine', 'week'], 'helga.brandt')).toEqual({ before: { tiles: before } });
    expect(await tilesOf('helga.brandt')).toEqual(['week', 'mine']);
    expect(await arrange([], 'helga.brandt')).toEqual({ before: { tiles: ['week', 'mine'] } });
    expect(await tilesOf('helga.brandt')).toEqual([]);
    expect(await tilesOf('ines.vogt')).toEqual(before);
  });

  it('leaves nothing in the Protokoll about how somebody arranges the board', async () => {
    done(await arrange(['mine'], 'deniz.aydin'));
    expect(await bench.protokoll(bench.personId('deniz.aydin'))).toEqual([]);
  });

  it('F108 begins anew where a kept board is not understood any more', async () => {
    done(await arrange(['week'], 'deniz.aydin'));
    await bench.sql(`UPDATE board SET board = '{"tiles": ["laune"]}' WHERE person_id = $1`, [
      bench.personId('deniz.aydin'),
    ]);
    expect(await tilesOf('deniz.aydin')).toContain('overdue');
  });
});
