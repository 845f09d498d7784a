import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import { PUNKT_WORDS, type PunktView, type VerfuegungView } from '../../../server/contract/verfuegung-views.js';
import { Language } from '../../live/language.js';
import { clockTime, date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Tag } from '../../ui/tag/tag.js';
import { punktWord, STATE_WORDS, whomWords } from './words.js';

/** What the reader may do with a Verfügung; nothing in a closed Vorgang. */
export interface MayChange {
  readonly add: boolean;
  readonly cancel: boolean;
}

/** One Verfügung: who has ordered what on which version, and what became of each point. */
@Component({
  selector: 'lm-verfuegung-entry',
  imports: [Button, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './verfuegung-entry.html',
  styleUrl: './verfuegung-entry.css',
})
export class VerfuegungEntry {
  readonly verfuegung = input.required<VerfuegungView>();
  readonly may = input.required<MayChange>();
  readonly add = output();
  readonly recall = output();
  readonly cancelled = output<PunktView>();

  private readonly language = inject(Language);
  protected readonly date = date;
  protected readonly time = clockTime;
  protected readonly whom = whomWords;
  protected readonly word = punktWord;
  protected readonly labels = {
    add: this.language.pick(ACTS['verfuegung.addPunkt'].label),
    recall: this.language.pick(ACTS['verfuegung.recallVerfuegung'].label),
    cancel: this.language.pick(ACTS['verfuegung.cancelPunkt'].label),
  };
  protected readonly state = computed(() => STATE_WORDS[this.verfuegung().state]);
  /** „2 von 3 erledigt“, Vermerke and what was struck left out. */
  protected readonly progress = computed(() => {
    const asked = this.verfuegung().punkte.filter(({ art, state }) => art !== 'vermerk' && state !== 'aufgehoben');
    return { done: asked.filter(({ state }) => state === 'erledigt').length, all: asked.length };
  });
  protected readonly mayAdd = computed(() => this.may().add && this.verfuegung().state === 'laeuft');
  protected readonly mayRecall = computed(() => {
    const { state, begun } = this.verfuegung();
    return this.may().cancel && state !== 'zurueckgenommen' && begun === 'notBegun';
  });

  protected name({ art }: PunktView): string {
    return this.language.pick(PUNKT_WORDS[art].short);
  }

  protected meaning({ art }: PunktView): string {
    return this.language.pick(PUNKT_WORDS[art].long);
  }
}
