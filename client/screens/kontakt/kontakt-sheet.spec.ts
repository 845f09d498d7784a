import { TestBed } from '@angular/core/testing';
import type { KontaktView } from '../../../server/contract/kontakt-views.js';
import { Acts } from '../../live/acts.js';
import { KontaktSheet } from './kontakt-sheet.js';

const known: KontaktView = {
  ...{ id: 'k', version: 3, label: 'Oldenhoff, Margarete', art: 'person', name: 'Oldenhoff', vorname: 'Margarete' },
  ...{ strasse: '', plz: '', ort: 'Altena', mail: '', telefon: '', geburtsdatum: '1960-05-01' },
  ...{ mergedInto: null, duplicates: [], candidates: [], vorgaenge: [] },
};

async function shown(kontakt: KontaktView | null) {
  const ran: [string, object][] = [];
  const run = (name: string, input: object) => {
    ran.push([name, input]);
    return Promise.resolve(kontakt ? { version: 4 } : { id: 'new' });
  };
  TestBed.configureTestingModule({ providers: [{ provide: Acts, useValue: { run } }] });
  const fixture = TestBed.createComponent(KontaktSheet);
  fixture.componentRef.setInput('kontakt', kontakt);
  const saved: string[] = [];
  fixture.componentInstance.saved.subscribe((id) => saved.push(id));
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const control = (label: string) => {
    const name = [...element.querySelectorAll('label')].find((one) => one.textContent.trim() === label);
    return name ? element.querySelector<HTMLInputElement>(`#${name.htmlFor}`) : null;
  };
  const type = async (label: string, value: string) => {
    control(label)!.value = value;
    for (const event of ['input', 'change']) control(label)!.dispatchEvent(new Event(event));
    await fixture.whenStable();
  };
  const save = async () => {
    element.querySelector<HTMLButtonElement>('footer button')!.click();
    await fixture.whenStable();
  };
  return { ran, saved, element, control, type, save };
}

describe('F10 KontaktSheet', () => {
  it('sends nothing without a name, nor with a birthday that is no day', async () => {
    const { ran, type, save } = await shown(null);
    await type('Ort', 'Altena');
    await save();
    await type('Name', 'Oldenhoff');
    await type('Geburtsdatum', 'irgendwann');
    await save();
    expect(ran).toEqual([]);
  });

  it('adds somebody and tells who', async () => {
    const { ran, saved, type, save } = await shown(null);
    await type('Name', 'Oldenhoff');
    await save();
    expect(ran).toMatchObject([['kontakt.addKontakt', { art: 'person', name: 'Oldenhoff', geburtsdatum: null }]]);
    expect(saved).toEqual(['new']);
  });

  it('takes first name and birthday from whoever turns out to be an organisation', async () => {
    const { ran, saved, control, type, save } = await shown(known);
    await type('Art', 'organisation');
    expect(control('Vorname')).toBeNull();
    await save();
    expect(ran).toMatchObject([
      ['kontakt.changeKontakt', { id: 'k', version: 3, art: 'organisation', vorname: '', geburtsdatum: null }],
    ]);
    expect(saved).toEqual(['k']);
  });
});
