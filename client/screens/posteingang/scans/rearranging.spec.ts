import { Rearranging } from './rearranging.js';

const pile = { eingangId: 'pile', fileName: 'Scan_0815.pdf', pages: 3 };
const other = { eingangId: 'other', fileName: 'Scan_0816.pdf', pages: 1 };

describe('Rearranging', () => {
  it('says that there was nothing to do, and nothing of it', () => {
    const work = new Rearranging(pile);
    expect([work.perform('before'), work.perform('undo'), work.perform('split')]).toEqual([false, false, false]);
    expect([work.said(), work.canUndo(), work.unchanged()]).toEqual(['', false, true]);
  });

  it('says where the chosen page is after each act, and goes on with the page that was named', () => {
    const work = new Rearranging(pile);
    work.perform('split', '0-2');
    expect([work.chosen(), work.said()]).toEqual(['0-2', 'Seite 2 von Scan_0815.pdf, Brief 2']);
    work.perform('turn');
    expect(work.said()).toBe('Seite 2 von Scan_0815.pdf, Brief 2, um 90° gedreht');
    work.perform('leaveOut');
    expect(work.said()).toBe('Seite 2 von Scan_0815.pdf, weggelassen, um 90° gedreht');
    expect(work.figures()).toEqual({ letters: 2, leftOut: 1 });
  });

  it('takes the steps back one by one, also the one that took in the scan of the chosen page', () => {
    const work = new Rearranging(pile);
    work.perform('split', '0-3');
    work.add(other);
    expect(work.chosen()).toBe('1-1');
    work.perform('undo');
    expect([work.chosen(), work.order().scans.length, work.order().letters.length]).toEqual(['0-1', 1, 2]);
    work.perform('undo');
    expect([work.unchanged(), work.canUndo()]).toEqual([true, false]);
  });

  it('takes all separators over in one step, says what becomes of the pile, and takes it back as one', () => {
    const work = new Rearranging({ ...pile, pages: 5 });
    work.splitAt(new Set());
    expect([work.said(), work.canUndo()]).toEqual(['', false]);
    work.splitAt(new Set(['0-2', '0-4']));
    expect(work.said()).toBe('3 Briefe anlegen, 2 Seiten weglassen');
    work.perform('undo');
    expect([work.unchanged(), work.canUndo()]).toEqual([true, false]);
  });

  it('puts a page where it was dragged to, and it stays the chosen one', () => {
    const work = new Rearranging(pile);
    work.put('0-3', { letter: 'new', index: 0 });
    expect([work.chosen(), work.order().letters.length, work.begins(), work.last()]).toEqual(['0-3', 2, true, true]);
  });
});
