import { ChangeDetectionStrategy, Component, signal, viewChild } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Listbox } from './listbox.js';
import type { ListGroup } from './window.js';

@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Listbox],
  template: `<lm-listbox
    label="Aufgaben"
    [groups]="groups()"
    [idOf]="idOf"
    [(active)]="active"
    (opened)="opened = $event"
    (nearEnd)="asked = asked + 1"
  >
    <ng-template let-row>{{ row }}</ng-template>
  </lm-listbox>`,
})
class Host {
  readonly groups = signal<readonly ListGroup<string>[]>([
    { id: 'today', label: 'Heute', items: ['a', 'b'] },
    { id: 'later', label: 'Später', items: ['c'] },
  ]);
  readonly idOf = (row: string) => row;
  readonly active = signal<string | null>('a');
  readonly listbox = viewChild.required<Listbox<string>>(Listbox);
  opened = '';
  asked = 0;
}

async function shown() {
  const fixture = TestBed.createComponent(Host);
  await fixture.whenStable();
  const list = (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('[role="listbox"]')!;
  const press = async (key: string, held: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held });
    list.dispatchEvent(event);
    await fixture.whenStable();
    return event;
  };
  return { fixture, list, press, host: fixture.componentInstance };
}

describe('Listbox', () => {
  it('names no active row when that row is not in the list', async () => {
    const { fixture, list, host } = await shown();
    host.active.set('gone');
    await fixture.whenStable();
    expect(list.hasAttribute('aria-activedescendant')).toBe(false);
  });

  it('leaves keys held with Ctrl to the screen', async () => {
    const { press, host } = await shown();
    expect((await press('ArrowDown', { ctrlKey: true })).defaultPrevented).toBe(false);
    expect(host.active()).toBe('a');
  });

  it('stops at both ends', async () => {
    const { press, host } = await shown();
    await press('ArrowUp');
    expect(host.active()).toBe('a');
    await press('End');
    await press('ArrowDown');
    expect(host.active()).toBe('c');
  });

  it('announces the row that the arrows reach, across groups', async () => {
    const { list, press } = await shown();
    await press('ArrowDown');
    await press('ArrowDown');
    const row = document.getElementById(list.getAttribute('aria-activedescendant')!) ?? list.querySelector('.active');
    expect(row!.textContent.trim()).toBe('c');
    expect(row!.getAttribute('aria-selected')).toBe('true');
  });

  it('says the count that it is told, else that of its rows', async () => {
    const { fixture, host, list } = await shown();
    host.groups.update(([today, later]) => [{ ...today!, count: 9_876 }, later!]);
    await fixture.whenStable();
    expect([...list.querySelectorAll('.count')].map((count) => count.textContent)).toEqual(['9876', '1']);
  });

  it('F110 asks for more when the end of what is loaded comes near, and not before', async () => {
    const { fixture, host } = await shown();
    const long = Array.from({ length: 200 }, (_, index) => String(index));
    host.groups.set([{ id: 'today', label: 'Heute', items: long }]);
    await fixture.whenStable();
    const asked = host.asked;
    const element = (fixture.nativeElement as HTMLElement).querySelector('lm-listbox')!;
    const scrollTo = async (top: number) => {
      element.scrollTop = top;
      element.dispatchEvent(new Event('scroll'));
      await fixture.whenStable();
    };
    await scrollTo(1_000);
    expect(host.asked).toBe(asked);
    await scrollTo(9_000);
    expect(host.asked).toBe(asked + 1);
  });

  it('opens with Enter and lets the key go on to the screen', async () => {
    const { press, host } = await shown();
    expect((await press('Enter')).defaultPrevented).toBe(false);
    expect(host.opened).toBe('a');
  });
});
