import { signal } from '@angular/core';
import { Conflict, type ConflictField } from './conflict.js';

interface Record {
  readonly version: number;
  readonly title: string;
  readonly place: string;
}

const BEGUN: Record = { version: 1, title: 'Dach', place: 'Altena' };

function sheet() {
  const reading = signal<Record | null>(BEGUN);
  const [title, place] = [signal(BEGUN.title), signal(BEGUN.place)];
  const field = (label: string, name: 'title' | 'place', text: typeof title): ConflictField<Record> => ({
    ...{ label, of: (record) => record[name], typed: () => text(), type: (value) => text.set(value) },
  });
  const conflict = new Conflict(reading, () => [field('Titel', 'title', title), field('Ort', 'place', place)]);
  conflict.begun();
  return { reading, title, place, conflict };
}

describe('Conflict', () => {
  it('lets nothing be saved on a newer state before every field is chosen', () => {
    const { reading, title, place, conflict } = sheet();
    title.set('Flachdach');
    place.set('Hemer');
    reading.set({ version: 2, title: 'Steildach', place: 'Iserlohn' });
    expect(conflict.settled()).toBe(false);
    conflict.choose('Titel', 'mine');
    expect(conflict.settled()).toBe(false);
    conflict.choose('Ort', 'theirs');
    expect(conflict.settled()).toBe(true);
    expect(conflict.begun()).toEqual(BEGUN);
    conflict.settle();
    expect([conflict.begun()?.version, title(), place()]).toEqual([2, 'Flachdach', 'Iserlohn']);
    expect(conflict.rows()).toEqual([]);
  });

  it('asks again when the other one goes on writing', () => {
    const { reading, title, conflict } = sheet();
    title.set('Flachdach');
    reading.set({ ...BEGUN, version: 2, title: 'Steildach' });
    conflict.choose('Titel', 'mine');
    reading.set({ ...BEGUN, version: 3, title: 'Zeltdach' });
    expect(conflict.rows()).toEqual([{ label: 'Titel', mine: 'Flachdach', theirs: 'Zeltdach', chosen: null }]);
  });

  it('is none where both wrote the same, or each another field; then nobody’s words are lost', () => {
    const { reading, title, place, conflict } = sheet();
    title.set('Flachdach');
    reading.set({ version: 2, title: 'Flachdach', place: 'Iserlohn' });
    expect(conflict.rows()).toEqual([]);
    conflict.settle();
    expect([conflict.begun()?.version, title(), place()]).toEqual([2, 'Flachdach', 'Iserlohn']);
  });

  it('changes nothing while the record is as it was', () => {
    const { title, conflict } = sheet();
    title.set('Flachdach');
    conflict.settle();
    expect([conflict.begun(), title()]).toEqual([BEGUN, 'Flachdach']);
  });
});
