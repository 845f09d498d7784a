import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import {
  AUFGABEN_FACTS,
  AUFGABEN_ORDERS,
  WIEDERVORLAGE_ARTEN,
  type AufgabenFact,
  type AufgabenLayout,
  type AufgabenOrder,
  type WiedervorlageArt,
} from '../../../server/contract/aufgaben-views.js';
import { MenuButton, type MenuItem } from '../../ui/menu/menu-button.js';
import { AGAIN_WORDS, FACT_WORDS, ORDER_WORDS } from './filter-words.js';

type Choice = `order:${AufgabenOrder}` | `fact:${AufgabenFact}` | `again:${WiedervorlageArt}`;

/** How the list is sorted, what the second line of its rows says, and how a Wiedervorlage reminds where nothing else is chosen. */
@Component({
  selector: 'lm-arrange-menu',
  imports: [MenuButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-menu-button
    icon="tune"
    label="Liste anordnen"
    i18n-label="@@inbox.arrange"
    [items]="items()"
    (chosen)="choose($event)"
  />`,
})
export class ArrangeMenu {
  readonly layout = input.required<AufgabenLayout>();
  /** Some lists have an order of their own. */
  readonly sorting = input<'free' | 'fixed'>('free');
  readonly arranged = output<AufgabenLayout>();

  protected readonly items = computed<readonly MenuItem<Choice>[]>(() => {
    const { order, facts, wiedervorlage } = this.layout();
    const orders = AUFGABEN_ORDERS.map((one, index) => ({
      id: `order:${one}` as const,
      label: ORDER_WORDS[one],
      ...(index === 0 ? { section: $localize`:@@inbox.sort:Sortieren` } : {}),
      ...(one === order ? { state: 'chosen' as const } : {}),
    }));
    const shown = AUFGABEN_FACTS.map((one, index) => ({
      id: `fact:${one}` as const,
      label: FACT_WORDS[one],
      ...(index === 0 ? { section: $localize`:@@inbox.facts:Zweite Zeile` } : {}),
      ...(facts.includes(one) ? { state: 'chosen' as const } : {}),
    }));
    const again = WIEDERVORLAGE_ARTEN.map((one, index) => ({
      id: `again:${one}` as const,
      label: AGAIN_WORDS[one],
      ...(index === 0 ? { section: $localize`:@@inbox.usual:Wiedervorlage, wenn nichts anderes gewählt ist` } : {}),
      ...(one === wiedervorlage ? { state: 'chosen' as const } : {}),
    }));
    return [...(this.sorting() === 'free' ? orders : []), ...shown, ...again];
  });

  protected choose(choice: Choice): void {
    const layout = this.layout();
    const [kind, name] = choice.split(':') as
      ['order', AufgabenOrder] | ['fact', AufgabenFact] | ['again', WiedervorlageArt];
    if (kind === 'again') return this.arranged.emit({ ...layout, wiedervorlage: name });
    if (kind === 'order') return this.arranged.emit({ ...layout, order: name });
    const facts = layout.facts.includes(name)
      ? layout.facts.filter((fact) => fact !== name)
      : AUFGABEN_FACTS.filter((fact) => fact === name || layout.facts.includes(fact));
    this.arranged.emit({ ...layout, facts });
  }
}
