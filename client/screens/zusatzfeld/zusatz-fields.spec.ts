import { TestBed } from '@angular/core/testing';
import type { ZusatzInput, ZusatzItem } from '../../../server/contract/zusatzfeld-views.js';
import { Api } from '../../live/api.js';
import { LiveStream } from '../../live/live-stream.js';
import type { Refusal } from '../../live/refusal.js';
import { ZusatzFields } from './zusatz-fields.js';

const item = (key: string, own: Partial<ZusatzItem>): ZusatzItem => ({
  ...{ key, label: { de: key, en: key }, need: 'optional', state: 'fillable', value: null, text: '' },
  rule: { art: 'text', shortest: 0, longest: 9, signs: 'any' },
  ...own,
});
const ITEMS = [
  item('Lage', { value: 'Nord', text: 'Nord', need: 'required' }),
  item('Fläche', { rule: { art: 'wholeNumber', least: 0, most: null } }),
  item('Preis', { rule: { art: 'amount', least: null, most: null }, value: '12.50', text: '12,50' }),
  item('Denkmal', { rule: { art: 'yesNo' } }),
  item('Alt', { state: 'readable', value: 'früher', text: 'früher' }),
];
const said = { de: 'Erwartet: mindestens 0', en: 'Expected: at least 0' };
const refusal: Refusal = {
  ...{ kind: 'rejection', code: 'zusatzfeld.invalid', status: 422, message: said, remedy: said },
  reasons: [
    {
      ...{ kind: 'rejection', code: 'zusatzfeld.valueUnfit', status: 422, message: said, remedy: said, reasons: [] },
      link: { noun: 'zusatzfeld', id: 'Fläche' },
    },
  ],
};

async function shown() {
  const ears: ((change: 'everything') => void)[] = [];
  const listen = (ear: (change: 'everything') => void) => {
    ears.push(ear);
    return () => undefined;
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Api, useValue: { get: () => Promise.resolve({ items: [...ITEMS] }), signedOut: () => 0 } },
      { provide: LiveStream, useValue: { listen } },
    ],
  });
  const fixture = TestBed.createComponent(ZusatzFields);
  fixture.componentRef.setInput('kind', 'akte');
  fixture.componentRef.setInput('id', 'a');
  const told: ZusatzInput[] = [];
  fixture.componentInstance.changed.subscribe((changes) => told.push(changes));
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
  /** As after a line that was cut. */
  const readAgain = async () => {
    jest.useFakeTimers();
    for (const ear of ears) ear('everything');
    await jest.advanceTimersByTimeAsync(1_000);
    jest.useRealTimers();
    await fixture.whenStable();
  };
  return { fixture, element, told, control, type, readAgain };
}

describe('F8 ZusatzFields', () => {
  it('shows a fault at its own field and at no other', async () => {
    const { fixture, element, control } = await shown();
    fixture.componentRef.setInput('refusal', refusal);
    await fixture.whenStable();
    expect(control('Fläche')?.getAttribute('aria-invalid')).toBe('true');
    expect(element.querySelectorAll('[aria-invalid="true"]')).toHaveLength(1);
    expect(element.textContent).toContain(said.de);
  });

  it('offers no field for what can only be read, and says what is required', async () => {
    const { element, control } = await shown();
    expect(control('Alt')).toBeNull();
    expect(element.textContent).toContain('früher');
    expect(element.textContent).toContain('Pflicht vor z. d. A.');
  });

  it('tells what differs from what is stored, and nothing when it is as before', async () => {
    const { told, type } = await shown();
    await type('Fläche', '12');
    await type('Preis', '1.200,5');
    await type('Denkmal', 'no');
    expect(told.at(-1)).toEqual({ Fläche: 12, Preis: '1200.50', Denkmal: false });
    await type('Fläche', '');
    await type('Preis', '12,5');
    await type('Denkmal', '');
    expect(told.at(-1)).toEqual({});
    await type('Lage', '');
    expect(told.at(-1)).toEqual({ Lage: null });
  });

  it('keeps what was typed when the fields are read again', async () => {
    const { control, type, readAgain } = await shown();
    await type('Lage', 'Nordost');
    await readAgain();
    expect(control('Lage')?.value).toBe('Nordost');
  });
});
