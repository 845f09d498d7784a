import { linkedSignal, signal } from '@angular/core';
import { firstReading } from './first-reading.js';

describe('firstReading', () => {
  it('waits for the first value and stays with it, so that nothing typed is taken back', () => {
    const read = signal<{ betreff: string } | null>(null);
    const opened = firstReading(read);
    const typed = linkedSignal(() => opened()?.betreff ?? '');
    expect(opened()).toBeNull();
    read.set({ betreff: 'Wiesen' });
    expect(typed()).toBe('Wiesen');
    typed.set('Wiesen am Mühlbach');
    read.set({ betreff: 'Weiden' });
    expect(opened()).toEqual({ betreff: 'Wiesen' });
    expect(typed()).toBe('Wiesen am Mühlbach');
  });
});
