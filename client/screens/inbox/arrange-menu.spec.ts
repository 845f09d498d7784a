import { TestBed } from '@angular/core/testing';
import type { AufgabenLayout } from '../../../server/contract/aufgaben-views.js';
import { MenuButton } from '../../ui/menu/menu-button.js';
import { By } from '@angular/platform-browser';
import { ArrangeMenu } from './arrange-menu.js';

const layout: AufgabenLayout = { order: 'frist', facts: ['aktenzeichen', 'betrag'], wiedervorlage: 'ausblenden' };

async function shown(sorting: 'free' | 'fixed' = 'free') {
  const fixture = TestBed.createComponent(ArrangeMenu);
  fixture.componentRef.setInput('layout', layout);
  fixture.componentRef.setInput('sorting', sorting);
  const arranged: AufgabenLayout[] = [];
  fixture.componentInstance.arranged.subscribe((one) => arranged.push(one));
  await fixture.whenStable();
  const menu = fixture.debugElement.query(By.directive(MenuButton)).componentInstance as MenuButton;
  return { menu, arranged };
}

describe('ArrangeMenu', () => {
  it('F33 offers no order where the list has one of its own', async () => {
    const { menu } = await shown('fixed');
    expect(menu.items().filter(({ id }) => id.startsWith('order:'))).toEqual([]);
  });

  it('F33 F34 marks what is chosen, and changes one thing at a time', async () => {
    const { menu, arranged } = await shown();
    const chosen = menu.items().flatMap(({ id, state }) => (state === 'chosen' ? [id] : []));
    expect(chosen).toEqual(['order:frist', 'fact:aktenzeichen', 'fact:betrag', 'again:ausblenden']);
    menu.chosen.emit('order:betrag');
    menu.chosen.emit('fact:seit');
    menu.chosen.emit('fact:betrag');
    menu.chosen.emit('again:erinnern');
    expect(arranged).toEqual([
      { ...layout, order: 'betrag' },
      { ...layout, facts: ['aktenzeichen', 'seit', 'betrag'] },
      { ...layout, facts: ['aktenzeichen'] },
      { ...layout, wiedervorlage: 'erinnern' },
    ]);
  });
});
