import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import type { AuthorityView } from '../../../server/contract/barriere-views.js';
import { liveView } from '../../live/live-view.js';
import { date } from '../../locale/format.js';
import results from './accessibility-results.json';
import reader from './reader-results.json';

type Counts = readonly number[];

/** A name and an address: the same in every language. */
const OFFICE = 'Schlichtungsstelle nach dem Behindertengleichstellungsgesetz, Mauerstraße 53, 10117 Berlin';

/**
 * F106: the statement that BITV 2.0 § 7 and the model of (EU) 2018/1523 ask for, made from what axe found in the tests of this
 * very version and from the name of the authority. It claims no more than was looked at.
 */
@Component({
  selector: 'lm-accessibility',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './accessibility.html',
  styles: `
    :host {
      display: block;
      height: 100%;
      overflow: auto;
      background: var(--pane);
    }
    article {
      display: grid;
      gap: 12px;
      max-width: 68ch;
      padding: 32px var(--inset);
    }
    ul {
      display: grid;
      gap: 8px;
      padding-left: 20px;
      list-style: disc;
    }
    h2 {
      margin-top: 12px;
    }
  `,
})
export class Accessibility {
  private readonly source = liveView<AuthorityView>(() => 'authority', []);
  protected readonly authority = computed(() => this.source.value()?.authority ?? null);
  protected readonly office = OFFICE;
  protected readonly reader = reader;
  protected readonly heardOn = date(reader.heardOn);
  protected readonly axe = results.axe;
  protected readonly assessedOn = date(results.assessedOn);
  protected readonly screens = Object.keys(results.screens).length;
  private readonly runs: readonly Counts[] = Object.values(results.screens).flatMap(({ light, dark }) => [light, dark]);
  protected readonly passed = this.sum(0);
  protected readonly violations = this.sum(1);
  protected readonly undecided = this.sum(2);
  protected readonly rules = results.undecided.join(', ');
  protected readonly postal = computed(() => {
    const { street = '', place = '' } = this.authority() ?? {};
    return [street, place].filter(Boolean).join(', ');
  });

  private sum(place: number): number {
    return this.runs.reduce((total, counts) => total + (counts[place] ?? 0), 0);
  }
}
