import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { AktenplanHits, EinheitRow } from '../../../server/contract/aktenplan-views.js';
import { Api } from '../../live/api.js';
import { LiveStream } from '../../live/live-stream.js';
import { Plan } from './plan.js';
import type { PlanEntry } from './plan-tree.js';

@Component({
  imports: [Plan],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-plan [shown]="shown()" [day]="day()" (chosen)="chosen.set($event)" />`,
})
class Host {
  readonly shown = signal<'plan' | 'akten' | 'offen'>('akten');
  readonly day = signal('');
  readonly chosen = signal<PlanEntry | null>(null);
}

const row = (id: string, below: EinheitRow['below'] = 'nothing'): EinheitRow => ({
  ...{ id, parentId: null, kennzeichen: id, titel: `Stelle ${id}`, state: 'offen', below },
});
const hits: AktenplanHits = {
  einheiten: [{ ...row('9'), path: [{ id: '9', kennzeichen: '9', titel: 'Stelle 9' }] }],
  ...{ akten: [], vorgaenge: [], more: 'no' },
};

/** What the server answers, by address. */
const ANSWERS: Readonly<Record<string, object>> = {
  'aktenplan/einheiten?': { einheiten: [row('1', 'akten'), row('2')], next: '2' },
  'aktenplan/einheiten?after=2': { einheiten: [row('3')], next: null },
  'aktenplan/einheiten?parent=1': { einheiten: [], next: null },
  'aktenplan/einheiten/1/akten?': {
    akten: [{ id: 'a', aktenzeichen: '1-0001/2026', betreff: 'Kreishaus', below: 'something' }],
    next: null,
  },
  'akten/a/vorgaenge?': {
    teilakten: [],
    vorgaenge: [{ id: 'v', aktenzeichen: '1-0001/2026/01', betreff: 'Fassade', state: 'offen', dokumente: 2 }],
    next: null,
  },
  'akten/a/vorgaenge?state=offen': { teilakten: [], vorgaenge: [], next: null },
  'aktenplan/einheiten?day=2030-01-01': { einheiten: [row('7')], next: null },
  'aktenplan/treffer?q=stelle%209': hits,
};

async function shown() {
  const asked: string[] = [];
  const get = (path: string) => {
    asked.push(path);
    const answer = ANSWERS[path];
    return answer ? Promise.resolve(answer) : Promise.reject(new Error(`nobody answers ${path}`));
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Api, useValue: { get } },
      { provide: LiveStream, useValue: { listen: () => () => undefined } },
    ],
  });
  const fixture = TestBed.createComponent(Host);
  const element = fixture.nativeElement as HTMLElement;
  document.body.append(element);
  const settled = async () => {
    for (let round = 0; round < 4; round++) {
      await Promise.resolve();
      await fixture.whenStable();
    }
  };
  await settled();
  const item = (id: string) => element.querySelector<HTMLElement>(`[data-node="${id}"]`);
  const press = async (key: string) => {
    const target = element.querySelector('[role=treeitem][tabindex="0"]');
    target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await settled();
  };
  const rows = () => [...element.querySelectorAll<HTMLElement>('[role=treeitem]')].map((node) => node.dataset['node']);
  return { asked, element, host: fixture.componentInstance, item, press, rows, settled };
}

describe('Plan', () => {
  it('reads nothing but the first page of the uppermost positions at first', async () => {
    const { asked, rows } = await shown();
    expect(asked).toEqual(['aktenplan/einheiten?']);
    expect(rows()).toEqual(['1', '2', 'more:']);
  });

  it('reads a branch when it is unfolded, by keyboard down to the Vorgang, and each only once', async () => {
    const { asked, press, rows, host } = await shown();
    await press('ArrowRight');
    await press('ArrowRight');
    await press('ArrowRight');
    await press('ArrowRight');
    expect(rows()).toEqual(['1', 'a', 'v', '2', 'more:']);
    await press('Enter');
    expect(host.chosen()?.row.id).toBe('v');
    await press('ArrowLeft');
    await press('ArrowLeft');
    await press('ArrowRight');
    expect(asked.filter((path) => path.startsWith('akten/a'))).toHaveLength(1);
  });

  it('shows the next page in place of the row that asks for it, and the focus goes to its first row', async () => {
    const { press, rows, item, host } = await shown();
    await press('End');
    await press('Enter');
    expect(rows()).toEqual(['1', '2', '3']);
    expect(document.activeElement).toBe(item('3'));
    expect(host.chosen()).toBeNull();
  });

  it('asks for open Vorgaenge only where something is to be filed', async () => {
    const { asked, host, press, settled } = await shown();
    host.shown.set('offen');
    await settled();
    for (let step = 0; step < 3; step++) await press('ArrowRight');
    expect(asked).toContain('akten/a/vorgaenge?state=offen');
  });

  it('begins anew with the plan of another day', async () => {
    const { host, rows, settled } = await shown();
    host.shown.set('plan');
    host.day.set('2030-01-01');
    await settled();
    expect(rows()).toEqual(['7']);
  });

  it('finds what is typed, once it is typed', async () => {
    const { asked, element, rows, settled } = await shown();
    const field = element.querySelector('input')!;
    for (const text of ['s', 'stelle', 'stelle 9']) {
      field.value = text;
      field.dispatchEvent(new Event('input'));
    }
    while (asked.length < 2) await new Promise((later) => setTimeout(later, 20));
    await settled();
    expect(asked.slice(1)).toEqual(['aktenplan/treffer?q=stelle%209']);
    expect(rows()).toEqual(['9']);
  });
});
