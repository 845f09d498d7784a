import { computed, inject, Injectable } from '@angular/core';
import { Toasts } from '../ui/toast/toasts.js';
import { Acts } from './acts.js';
import { Done, type DoneAct } from './done.js';
import { Language } from './language.js';
import { isRefusal } from './refusal.js';

/** Takes own acts back, each by its compensating act. */
@Injectable({ providedIn: 'root' })
export class Undo {
  private readonly acts = inject(Acts);
  private readonly done = inject(Done);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);

  /** The newest act that can be taken back: what the key Z means. */
  readonly latest = computed(() => this.done.acts().find((act) => 'name' in act.undo) ?? null);

  async undo(act: DoneAct): Promise<void> {
    if (!('name' in act.undo)) {
      this.toasts.show(this.language.pick(act.undo.why));
      return;
    }
    const answer = await this.acts.run(act.undo.name, act.undo.input, act.object);
    if (isRefusal(answer)) {
      this.toasts.show(`${this.language.pick(answer.message)} ${this.language.pick(answer.remedy)}`);
      return;
    }
    this.done.markUndone(act);
    this.toasts.show(
      $localize`:@@undo.done:Zurückgenommen: ${this.language.pick(act.label)}:act: – ${act.object}:object:`,
    );
  }

  async undoLatest(): Promise<void> {
    const act = this.latest();
    if (act) await this.undo(act);
    else this.toasts.show($localize`:@@undo.nothing:Nichts zum Zurücknehmen.`);
  }
}
