import {
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { AktenzeichenPreview, AktenzeichenView } from '../../../server/contract/akte-views.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { firstReading } from '../../live/first-reading.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { Obstacles } from '../akte/obstacles.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

type Rule = AktenzeichenView['rule'];

/** Long enough that a place is typed, short enough that nobody waits. */
const TYPING_MS = 200;

/** How new Aktenzeichen are made, with what the rule would give while it is typed. */
@Component({
  selector: 'lm-rule-sheet',
  imports: [Button, Control, Dialog, Field, Obstacles, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rule-sheet.html',
})
export class RuleSheet {
  readonly closed = output();

  private readonly api = inject(Api);
  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly label = inject(Language).pick(ACTS['akte.changeAktenzeichenRule'].label);
  private readonly current = liveView<AktenzeichenView>(() => 'aktenzeichen', []);
  private readonly begun = firstReading(this.current.value);
  protected readonly rule = linkedSignal<Rule>(() => this.begun()?.rule ?? { akte: '', teilakte: '', vorgang: '' });
  protected readonly preview = signal<AktenzeichenPreview | null>(null);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly state = signal<'ready' | 'busy'>('ready');
  protected readonly hints = {
    akte: $localize`:@@aktenplan.ruleAkte:Platzhalter position, nummer, jahr in geschweiften Klammern; eine Breite nach Doppelpunkt, z. B. nummer:4`,
    part: $localize`:@@aktenplan.rulePart:Beginnt mit dem Platzhalter akte; dazu nummer`,
  };

  constructor() {
    let typing: ReturnType<typeof setTimeout> | undefined;
    effect((onCleanup) => {
      const rule = this.rule();
      if (rule.akte === '') return;
      typing = setTimeout(() => untracked(() => void this.show(rule)), TYPING_MS);
      onCleanup(() => clearTimeout(typing));
    });
  }

  protected change(part: keyof Rule, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.rule.update((rule) => ({ ...rule, [part]: value }));
  }

  protected async save(): Promise<void> {
    const shown = this.begun();
    if (!shown || this.state() === 'busy' || !this.preview()?.examples) return;
    this.state.set('busy');
    const input = { nummer: shown.nummer, ...this.rule() };
    const answer = await this.acts.run('akte.changeAktenzeichenRule', input, this.rule().akte);
    this.state.set('ready');
    if (isRefusal(answer)) return this.refusal.set(answer);
    this.toasts.show($localize`:@@aktenplan.ruleSaved:Neue Aktenzeichen folgen ab jetzt der neuen Regel.`);
    this.closed.emit();
  }

  private async show(rule: Rule): Promise<void> {
    const answer = await this.api.post<AktenzeichenPreview>('aktenzeichen/vorschau', rule);
    if (rule !== this.rule()) return;
    this.refusal.set(isRefusal(answer) ? answer : null);
    this.preview.set(isRefusal(answer) ? null : answer);
  }
}
