import { AufgabeActs } from './aufgabe-acts.js';
import { Handover } from './handover.js';
import { shownWith } from '../shared/sheet.testing.js';
import { TestBed } from '@angular/core/testing';

const person = { id: 'p', name: 'Deniz Aydın', unit: '20.32 Steuern' };

async function sheet(answers: Record<string, unknown>) {
  const handed: string[][] = [];
  const handOver = (_aufgabe: unknown, personId: string, note: string) => {
    handed.push([personId, note]);
    return Promise.resolve({ version: 2 });
  };
  TestBed.overrideProvider(AufgabeActs, { useValue: { state: () => 'ready', handOver } });
  TestBed.configureTestingModule({ providers: [{ provide: AufgabeActs, useValue: {} }] });
  const shown = await shownWith(Handover, { aufgabe: { id: 'a' } }, answers);
  for (let round = 0; round < 3; round++) await shown.settled();
  return { ...shown, handed };
}

describe('Handover', () => {
  it('hands nothing over before somebody is chosen, and says so', async () => {
    const { press, element, handed } = await sheet({ 'aufgaben/a/empfaenger': { items: [person], next: null } });
    await press('Weitergeben');
    expect(element.textContent).toContain('Bitte wählen Sie eine Person.');
    expect(handed).toEqual([]);
  });

  it('F110 asks the server for those who fit, and hands over to whom was chosen', async () => {
    const { element, press, settled, handed } = await sheet({
      'aufgaben/a/empfaenger?q=': { items: [person], next: null },
    });
    element.querySelector<HTMLElement>('[role=option]')!.click();
    await settled();
    expect(element.textContent).toContain('An Deniz Aydın, 20.32 Steuern');
    await press('Weitergeben');
    expect(handed).toEqual([['p', '']]);
  });
});
