import { TestBed } from '@angular/core/testing';
import type { StandingInstance } from '../../../server/contract/process-views.js';
import { InstanceTable } from './instance-table.js';
import { instanceAtPruefung } from './operate/operate.testing.js';

async function tableOf(instance: StandingInstance) {
  const fixture = TestBed.createComponent(InstanceTable);
  fixture.componentRef.setInput('instances', [instance]);
  fixture.componentRef.setInput('names', new Map([['Pruefung', 'Sachliche Prüfung']]));
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  element.querySelector<HTMLElement>('lm-menu-button button')!.click();
  await fixture.whenStable();
  const items = [...document.querySelectorAll('[role=menuitem]')];
  const blocked = items.filter((item) => item.getAttribute('aria-disabled') === 'true');
  return {
    element,
    words: (of: Element[]) => of.map((item) => item.textContent.replace(/\s+/g, ' ').trim()),
    items,
    blocked,
  };
}

describe('InstanceTable', () => {
  it('blocks what the engine of an instance cannot do, and says why', async () => {
    const { blocked, words } = await tableOf({ ...instanceAtPruefung, engine: 'zeebe' });
    expect(words(blocked)).toEqual([
      'Ablauf versetzen läuft auf Zeebe',
      'Auf andere Fassung umstellen läuft auf Zeebe',
    ]);
  });

  it('does not end an instance whose caller waits for it', async () => {
    const { blocked, words } = await tableOf({ ...instanceAtPruefung, parentKey: '3' });
    expect(words(blocked)).toEqual(['Ablauf beenden endet nur mit dem Ablauf, der ihn aufgerufen hat']);
  });

  it('calls an instance by its Aktenzeichen, a step by its name, and offers everything else', async () => {
    const { element, items, blocked } = await tableOf(instanceAtPruefung);
    expect(element.querySelector('tbody')!.textContent).toContain('20.31.05-0001/2026/01');
    expect(element.querySelector('.token')!.textContent).toContain('Sachliche Prüfung');
    expect([items.length, blocked.length]).toEqual([3, 0]);
  });
});
