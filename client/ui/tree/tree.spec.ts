import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Tree } from './tree.js';

@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Tree],
  template: `<lm-tree label="Aktenplan" [nodes]="nodes" [(expanded)]="expanded" [(selected)]="selected" />`,
})
class Host {
  readonly nodes = [
    { id: '20', label: 'Finanzen', children: [{ id: '20.1', label: 'Haushalt', children: [] }] },
    { id: '32', label: 'Ordnung', children: [] },
  ];
  readonly expanded = signal<ReadonlySet<string>>(new Set());
  readonly selected = signal<string | null>(null);
}

async function shown() {
  const fixture = TestBed.createComponent(Host);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const press = async (key: string) => {
    element.querySelector('[tabindex="0"]')!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await fixture.whenStable();
  };
  const item = (id: string) => element.querySelector<HTMLElement>(`[data-node="${id}"]`);
  return { press, item, host: fixture.componentInstance };
}

describe('Tree', () => {
  it('has one tab stop, the first row while nothing is chosen', async () => {
    const { item } = await shown();
    expect(item('20')!.tabIndex).toBe(0);
    expect(item('32')!.tabIndex).toBe(-1);
  });

  it('says nothing of open or closed for a leaf', async () => {
    const { item } = await shown();
    expect(item('32')!.hasAttribute('aria-expanded')).toBe(false);
    expect(item('20')!.getAttribute('aria-expanded')).toBe('false');
  });

  it('unfolds with the right arrow, goes in with the next one, and back with the left', async () => {
    const { press, item } = await shown();
    await press('ArrowRight');
    expect(item('20.1')!.getAttribute('aria-level')).toBe('2');
    await press('ArrowRight');
    expect(document.activeElement).toBe(item('20.1'));
    await press('ArrowLeft');
    expect(document.activeElement).toBe(item('20'));
  });

  it('chooses with Enter and jumps by letter', async () => {
    const { press, item, host } = await shown();
    await press('o');
    expect(document.activeElement).toBe(item('32'));
    await press('Enter');
    expect(host.selected()).toBe('32');
  });
});
