import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { ACTS } from '../../../../server/contract/acts.js';
import type { AufbewahrungView, FristStateView, SperreView } from '../../../../server/contract/aufbewahrung-views.js';
import { Language } from '../../../live/language.js';
import { Session } from '../../../live/session.js';
import { date } from '../../../locale/format.js';
import { Button } from '../../../ui/button/button.js';
import { Tag, type Tone } from '../../../ui/tag/tag.js';
import { ruleText, sourceText, statementText } from './words.js';

/** What holds for a Vorgang: the period, level by level who says it, and every Sperre. */
@Component({
  selector: 'lm-aufbewahrung-facts',
  imports: [Button, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './aufbewahrung-facts.html',
  styleUrl: './aufbewahrung-facts.css',
})
export class AufbewahrungFacts {
  readonly view = input.required<AufbewahrungView>();
  readonly lift = output<SperreView>();

  protected readonly language = inject(Language);
  protected readonly session = inject(Session);
  protected readonly date = date;
  protected readonly ruleText = ruleText;
  protected readonly statementText = statementText;
  protected readonly liftLabel = this.language.pick(ACTS['aussonderung.liftSperre'].label);
  protected readonly held = computed(() => this.view().sperren.some(({ lifted }) => lifted === null));
  protected readonly state = computed(() => STATES[this.view().state]);
  /** `10 Jahre, ab Ende des Jahres, Beginn mit z. d. A. (aus dem Aktenplan)` */
  protected readonly holds = computed(() => {
    const { holds } = this.view();
    const sources = [...new Set(Object.values(holds.from))].map(sourceText).join(', ');
    return `${ruleText(holds)} (${sources})`;
  });
  protected readonly events = computed(() => {
    const { vorgangEvent, akteEvent, aktenzeichen, akteAktenzeichen } = this.view();
    return [
      ...(vorgangEvent ? [{ ...vorgangEvent, name: aktenzeichen }] : []),
      ...(akteEvent ? [{ ...akteEvent, name: akteAktenzeichen }] : []),
    ];
  });
}

const STATES: Readonly<Record<FristStateView, { word: string; tone: Tone }>> = {
  open: { word: $localize`:@@frist.state.open:beginnt mit z. d. A.`, tone: 'neutral' },
  awaitsEvent: { word: $localize`:@@frist.state.awaitsEvent:wartet auf das Ereignis`, tone: 'warning' },
  running: { word: $localize`:@@frist.state.running:läuft`, tone: 'accent' },
  over: { word: $localize`:@@frist.state.over:abgelaufen`, tone: 'success' },
  unlimited: { word: $localize`:@@frist.unlimited:unbefristet`, tone: 'neutral' },
};
