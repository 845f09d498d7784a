import { TestBed } from '@angular/core/testing';
import type { EinheitView } from '../../../server/contract/aktenplan-views.js';
import { Acts } from '../../live/acts.js';
import { EinheitSheet } from './einheit-sheet.js';

const position: EinheitView = {
  ...{ id: 'p', parentId: 'o', kennzeichen: '20.1', titel: 'Haushalt', state: 'offen', below: 'nothing' },
  ...{ version: 3, day: '2026-11-24', path: [], obstacles: [] },
  own: { titel: 'Haushalt', aufbewahrung: 'geerbt', aussonderungsart: 'A', state: 'offen' },
  ...{ aufbewahrung: { jahre: 10, from: '20' }, aussonderungsart: { art: 'A', from: '20.1' } },
  versions: [
    {
      ...{ nummer: 2, validFrom: '2027-01-01', titel: 'Haushalt neu', aufbewahrung: 30, aussonderungsart: null },
      ...{ state: 'offen', parent: '20', createdAt: '2026-11-24T09:00:00Z', createdBy: 'Helga Brandt' },
    },
  ],
};

interface Arranged {
  readonly einheit?: EinheitView;
  readonly parent?: EinheitView;
}

async function shown({ einheit, parent }: Arranged) {
  const ran: [string, object][] = [];
  const run = (name: string, input: object) => {
    ran.push([name, input]);
    return Promise.resolve({ einheitId: 'new', version: 1 });
  };
  TestBed.configureTestingModule({ providers: [{ provide: Acts, useValue: { run } }] });
  const fixture = TestBed.createComponent(EinheitSheet);
  fixture.componentRef.setInput('today', '2026-11-24');
  fixture.componentRef.setInput('einheit', einheit ?? null);
  fixture.componentRef.setInput('parent', parent ?? null);
  const added: string[] = [];
  fixture.componentInstance.added.subscribe((id) => added.push(id));
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const field = (label: string) => {
    const name = [...element.querySelectorAll('label')].find((one) => one.textContent.trim() === label);
    return element.querySelector<HTMLInputElement | HTMLSelectElement>(`#${name?.htmlFor}`)!;
  };
  const type = async (label: string, value: string) => {
    field(label).value = value;
    for (const event of ['input', 'change']) field(label).dispatchEvent(new Event(event));
    await fixture.whenStable();
  };
  const save = async () => {
    element.querySelector<HTMLButtonElement>('footer button')!.click();
    await fixture.whenStable();
  };
  return { ran, added, element, field, type, save };
}

describe('EinheitSheet', () => {
  it('sends nothing while something is missing or wrong, and says what', async () => {
    const { ran, type, save, element } = await shown({});
    await type('Jahre', '131');
    await save();
    expect(ran).toEqual([]);
    expect(element.querySelectorAll('[aria-invalid="true"]')).toHaveLength(3);
  });

  it('lets only a position below another one inherit', async () => {
    const options = ({ field }: Awaited<ReturnType<typeof shown>>) =>
      [...(field('Aufbewahrung') as HTMLSelectElement).options].map(({ value }) => value);
    expect(options(await shown({}))).toEqual(['jahre', 'unbefristet']);
    TestBed.resetTestingModule();
    expect(options(await shown({ parent: position }))).toEqual(['geerbt', 'jahre', 'unbefristet']);
  });

  it('adds a position below the one that is shown', async () => {
    const { ran, added, type, save } = await shown({ parent: position });
    await type('Kennzeichen', '20.1.7');
    await type('Titel', ' Nachtrag ');
    await save();
    const facts = { titel: 'Nachtrag', aufbewahrung: 'geerbt', aussonderungsart: null, validFrom: '2026-11-24' };
    expect(ran).toEqual([['aktenplan.addEinheit', { kennzeichen: '20.1.7', parentId: 'p', ...facts }]]);
    expect(added).toEqual(['new']);
  });

  it('begins a change with what is planned, on its day', async () => {
    const { ran, field, type, save } = await shown({ einheit: position });
    expect([field('Titel').value, field('Jahre').value]).toEqual(['Haushalt neu', '30']);
    await type('Aufbewahrung', 'unbefristet');
    await save();
    const facts = { titel: 'Haushalt neu', aufbewahrung: 'unbefristet', aussonderungsart: null };
    expect(ran).toEqual([
      ['aktenplan.changeEinheit', { einheitId: 'p', version: 3, ...facts, validFrom: '2027-01-01' }],
    ]);
  });
});
