import { TestBed } from '@angular/core/testing';
import type { AufgabeArt } from '../../../server/contract/views.js';
import type { Decision } from '../form/form-schema.js';
import { ActBar } from './act-bar.js';

const decisions: Decision[] = [
  { value: 'richtig', label: 'Sachlich richtig' },
  { value: 'zurueckweisen', label: 'Zurückweisen' },
];

async function barFor(art: AufgabeArt, options: Decision[] = [], recipients: 'some' | 'none' = 'none') {
  const fixture = TestBed.createComponent(ActBar);
  fixture.componentRef.setInput('aufgabe', { art, assignee: null, recipients });
  fixture.componentRef.setInput('decisions', options);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const labels = [...element.querySelectorAll('button[lmButton] .kern-label')].map((label) => label.textContent.trim());
  return { bar: fixture.componentInstance, labels, primary: element.querySelector('.kern-btn--primary .kern-label')! };
}

describe('ActBar', () => {
  it('never offers to confirm a Schlusszeichnung with a click: it is signed, or sent back', async () => {
    const { labels } = await barFor('schlusszeichnung', [{ value: 'freigeben', label: 'Freigeben' }, decisions[1]!]);
    expect(labels).toEqual(['Schlusszeichnen', 'Zurückweisen']);
  });

  it('offers no Weitergeben where nobody may receive it', async () => {
    expect((await barFor('bearbeitung')).labels).toEqual(['Erledigen']);
    expect((await barFor('bearbeitung', [], 'some')).labels).toEqual(['Erledigen', 'Weitergeben']);
  });

  it('makes a button of each decision, the first one primary', async () => {
    const { labels, primary } = await barFor('pruefung', decisions);
    expect(labels).toEqual(['Sachlich richtig', 'Zurückweisen']);
    expect(primary.textContent.trim()).toBe('Sachlich richtig');
  });

  it('closes the Vorgang where that is asked', async () => {
    const { bar, labels } = await barFor('zda');
    let closed = 0;
    bar.closeZdA.subscribe(() => closed++);
    bar.runPrimary();
    expect(labels).toEqual(['z. d. A. verfügen']);
    expect(closed).toBe(1);
  });
});
