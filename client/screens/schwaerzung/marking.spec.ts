import type { WordView } from '../../../server/contract/schwaerzung-views.js';
import { Marking } from './marking.js';

const word = (text: string, line: number, left: number): WordView => ({
  text,
  line,
  box: [left, 100 - line * 20, left + 30, 112 - line * 20],
});

function opened(): Marking {
  const marking = new Marking();
  marking.begin(
    [{ words: [word('Frau', 0, 0), word('Eins', 0, 40), word('Zwei', 1, 0)] }, { words: [word('Frau', 0, 0)] }],
    [],
  );
  return marking;
}

describe('marking', () => {
  it('takes nothing back before anything was done', () => {
    const marking = opened();
    marking.undo();
    expect([marking.canUndo(), marking.changes()]).toEqual([false, 0]);
  });

  it('marks every place that was found, once', () => {
    const marking = opened();
    marking.query.set('frau');
    marking.addHits(marking.hits());
    expect(marking.marks().map(({ page }) => page)).toEqual([1, 2]);
    expect(marking.hits()).toEqual([]);
  });

  it('marks words by keyboard, over lines and pages, and takes a mark away again', () => {
    const marking = opened();
    marking.move('right', false);
    marking.move('right', false);
    marking.move('right', true);
    marking.toggle();
    expect(marking.marks()[0]).toMatchObject({
      page: 1,
      boxes: [
        [40, 100, 70, 112],
        [0, 80, 30, 92],
      ],
    });
    marking.move('right', false);
    expect(marking.cursor()).toEqual({ page: 2, word: 0, anchor: 0 });
    marking.move('left', false);
    marking.toggle();
    expect(marking.marks()).toEqual([]);
  });

  it('goes back and forth, and forgets the way forth with a new step', () => {
    const marking = opened();
    marking.addArea(1, [0, 0, 5, 5]);
    marking.addArea(1, [5, 5, 9, 9]);
    marking.undo();
    expect([marking.marks().length, marking.canRedo()]).toEqual([1, true]);
    marking.redo();
    expect(marking.marks().length).toBe(2);
    marking.undo();
    marking.setReason(marking.marks()[0]!.id, 'ifgPerson');
    expect([marking.canRedo(), marking.marks()[0]?.reason]).toEqual([false, 'ifgPerson']);
  });
});
