import { TestBed } from '@angular/core/testing';
import type { RecordMetadata } from '../../../server/contract/akte-views.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { LiveStream } from '../../live/live-stream.js';
import { RecordSheet, type RecordAct, type Saved } from './record-sheet.js';

const record: RecordMetadata = {
  ...{ id: 'v', version: 4, aktenzeichen: '20-0001/2026/01', betreff: 'Fassade', bemerkung: '', medium: 'hybrid' },
  ...{ standort: 'Keller', laufzeitBeginn: '2026-11-01', laufzeitEnde: null, parent: null, parts: [], depth: 'free' },
  verweise: [],
};

async function shown(act: RecordAct, of: string, changed: RecordMetadata | null = null) {
  const ran: [string, object][] = [];
  const run = (name: string, input: object) => {
    ran.push([name, input]);
    return Promise.resolve({ akteId: 'new', aktenzeichen: '20-0002/2026', version: 5 });
  };
  const get = (path: string) => {
    if (path.startsWith('vorlagen/akten/')) return Promise.resolve({ parts: [], asked: ['eingabe.frist'] });
    const vorlage = { id: 'bau', name: 'Bauvorhaben' };
    if (path.startsWith('vorlagen/akten?')) return Promise.resolve({ items: [vorlage], next: null });
    return Promise.resolve({ units: [{ id: 'u', name: '20 Finanzen' }] });
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Acts, useValue: { run } },
      { provide: Api, useValue: { get, signedOut: () => 0 } },
      { provide: LiveStream, useValue: { listen: () => () => undefined } },
    ],
  });
  const fixture = TestBed.createComponent(RecordSheet);
  for (const [name, value] of Object.entries({ act, of, name: '20', record: changed })) {
    fixture.componentRef.setInput(name, value);
  }
  const saved: Saved[] = [];
  fixture.componentInstance.saved.subscribe((one) => saved.push(one));
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const field = (label: string) => {
    const name = [...element.querySelectorAll('label')].find((one) => one.textContent.trim() === label);
    return name ? element.querySelector<HTMLInputElement>(`#${name.htmlFor}`) : null;
  };
  const type = async (label: string, value: string) => {
    field(label)!.value = value;
    for (const event of ['input', 'change']) field(label)!.dispatchEvent(new Event(event));
    await fixture.whenStable();
  };
  const save = async () => {
    element.querySelector<HTMLButtonElement>('footer button')!.click();
    await fixture.whenStable();
  };
  return { ran, saved, element, field, type, save, settled: () => fixture.whenStable() };
}

describe('RecordSheet', () => {
  it('sends nothing without a subject, nor a paper part without its place', async () => {
    const { ran, element, type, save } = await shown('akte.openAkte', 'p');
    await type('Medium', 'papier');
    await save();
    expect(ran).toEqual([]);
    expect(element.querySelectorAll('[aria-invalid="true"]')).toHaveLength(2);
  });

  it('opens an Akte in the hands that the plan says, unless a unit is chosen', async () => {
    const { ran, saved, type, save } = await shown('akte.openAkte', 'p');
    await type('Betreff', 'Kreishaus');
    await save();
    const facts = { betreff: 'Kreishaus', bemerkung: '', medium: 'elektronisch', standort: '' };
    expect(ran).toEqual([['akte.openAkte', { einheitId: 'p', federfuehrungId: null, ...facts }]]);
    expect(saved).toEqual([{ kind: 'akte', id: 'new' }]);
  });

  it('opens it with the Vorlage that was chosen, and what was typed for it', async () => {
    const { ran, element, type, save, settled } = await shown('akte.openAkte', 'p');
    await type('Betreff', 'Kreishaus');
    element.querySelectorAll<HTMLInputElement>('lm-pick-vorlage input[type=radio]')[1]!.click();
    await settled();
    await type('frist', '1.12.2026');
    await save();
    expect(ran).toMatchObject([
      [
        'vorlage.openAkteFromVorlage',
        { aktenvorlageId: 'bau', typed: { 'eingabe.frist': '1.12.2026' }, opening: { betreff: 'Kreishaus' } },
      ],
    ]);
  });

  it('drops the place of the paper when there is no paper any more', async () => {
    const { ran, field, type, save } = await shown('akte.editVorgang', 'v', record);
    await type('Medium', 'elektronisch');
    expect(field('Standort des Papierteils')).toBeNull();
    await save();
    expect(ran).toMatchObject([
      ['akte.editVorgang', { vorgangId: 'v', version: 4, medium: 'elektronisch', standort: '' }],
    ]);
  });
});
