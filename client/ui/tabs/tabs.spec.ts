import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Tabs } from './tabs.js';

@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Tabs],
  template: `<lm-tabs name="t" label="Listen" [tabs]="tabs" [(selected)]="selected" />`,
})
class Host {
  readonly tabs = [
    { id: 'a', label: 'Meine', count: 3 },
    { id: 'b', label: 'Sachgebiet' },
    { id: 'c', label: 'Verlauf' },
  ];
  readonly selected = signal('a');
}

async function shown() {
  const fixture = TestBed.createComponent(Host);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const press = async (key: string) => {
    element
      .querySelector('[aria-selected="true"]')!
      .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await fixture.whenStable();
  };
  const tabs = () => [...element.querySelectorAll<HTMLElement>('[role="tab"]')];
  return { press, tabs, host: fixture.componentInstance };
}

describe('Tabs', () => {
  it('leaves keys alone that mean nothing here', async () => {
    const { press, host } = await shown();
    await press('j');
    expect(host.selected()).toBe('a');
  });

  it('is one stop on the way with Tab: the chosen one', async () => {
    const { tabs } = await shown();
    expect(tabs().map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
  });

  it('moves choice and focus with the arrows, round the ends', async () => {
    const { press, tabs, host } = await shown();
    await press('ArrowLeft');
    expect(host.selected()).toBe('c');
    expect(document.activeElement).toBe(tabs()[2]);
    await press('ArrowRight');
    expect(host.selected()).toBe('a');
    await press('End');
    expect(host.selected()).toBe('c');
  });
});
