import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { LaufwegView } from '../../../server/contract/laufweg-views.js';
import type { DokumentView, VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { Button } from '../../ui/button/button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { LineEditor } from './line-editor.js';
import { outlineOf, type DraftLine } from './outline.js';

/** Where further stations are put into a Laufweg that runs. */
export interface InsertPlace {
  readonly laufweg: LaufwegView;
  readonly groupId: string | null;
  readonly index: number;
}

const FIRST: DraftLine = {
  ...{ key: 1, depth: 0, kind: 'station', art: 'mitzeichnung', role: null, person: null, fristDays: null },
};

/** Builds a Laufweg for Dokumente of a Vorgang, or a piece of one that is inserted. */
@Component({
  selector: 'lm-build-laufweg',
  imports: [Button, Checkbox, Dialog, LineEditor, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label()" width="wide" (closed)="closed.emit()">
    <div class="stack">
      @if (place() === null) {
        <fieldset>
          <legend class="section-title" i18n="@@laufweg.mappe">Umlaufmappe</legend>
          @for (dokument of vorgang().register; track dokument.id) {
            <lm-checkbox [checked]="chosen().has(dokument.id)" (checkedChange)="choose(dokument, $event)">
              {{ dokument.betreff }}
              <span class="muted" i18n="@@document.version">Fassung {{ newest(dokument) }}</span>
            </lm-checkbox>
          } @empty {
            <p class="muted" i18n="@@laufweg.nothingToSend">In diesem Vorgang liegt noch kein Dokument.</p>
          }
        </fieldset>
      }
      <lm-line-editor [vorgangId]="vorgang().id" [dokumente]="ids()" [(lines)]="lines" />
      <div role="status">
        @if (asking.refusal(); as reason) {
          <lm-refusal-alert [refusal]="reason" />
        }
      </div>
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" [state]="ready() ? asking.state() : 'blocked'" (click)="send()">
        {{ label() }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
  `,
})
export class BuildLaufweg {
  readonly vorgang = input.required<VorgangView>();
  /** null: a new Laufweg. */
  readonly place = input<InsertPlace | null>(null);
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly asking = new Asking();
  protected readonly lines = signal<readonly DraftLine[]>([FIRST]);
  private readonly id = computed(() => this.vorgang().id);
  /** Drafts to begin with: they are what still needs somebody's name. */
  protected readonly chosen = linkedSignal<string, ReadonlySet<string>>({
    source: this.id,
    computation: () =>
      new Set(
        this.vorgang()
          .register.filter(({ state }) => state === 'entwurf')
          .map(({ id }) => id),
      ),
  });
  protected readonly ids = computed(() => {
    const place = this.place();
    return (place ? place.laufweg.dokumente.map(({ dokumentId }) => dokumentId) : [...this.chosen()]).join(',');
  });
  protected readonly label = computed(() =>
    this.language.pick(ACTS[this.place() ? 'laufweg.insertStation' : 'laufweg.startLaufweg'].label),
  );
  private readonly outline = computed(() => outlineOf(this.lines()));
  protected readonly ready = computed(
    () => this.outline() !== null && this.lines().length > 0 && (this.place() !== null || this.chosen().size > 0),
  );

  protected newest({ versions }: DokumentView): number {
    return Math.max(...versions.map(({ nummer }) => nummer));
  }

  protected choose({ id }: DokumentView, chosen: boolean): void {
    this.chosen.update((all) => {
      const next = new Set(all);
      if (chosen) next.add(id);
      else next.delete(id);
      return next;
    });
  }

  protected async send(): Promise<void> {
    const lines = this.outline();
    if (!lines || !this.ready()) return;
    const { id: vorgangId, aktenzeichen, register } = this.vorgang();
    const place = this.place();
    const dokumente = register
      .filter(({ id }) => this.chosen().has(id))
      .map((dokument) => ({ dokumentId: dokument.id, nummer: this.newest(dokument) }));
    const answer = await this.asking.ask<object>(() =>
      place
        ? this.acts.run(
            'laufweg.insertStation',
            { ...{ laufwegId: place.laufweg.id, version: place.laufweg.version }, ...insertInput(place), lines },
            aktenzeichen,
          )
        : this.acts.run('laufweg.startLaufweg', { vorgangId, dokumente, lines }, aktenzeichen),
    );
    if (!answer) return;
    this.toasts.show(
      place
        ? $localize`:@@laufweg.inserted:Eingefügt: ${aktenzeichen}:aktenzeichen:`
        : $localize`:@@laufweg.started:In Umlauf gegeben: ${aktenzeichen}:aktenzeichen:`,
    );
    this.done.emit();
  }
}

function insertInput({ groupId, index }: InsertPlace): Pick<InsertPlace, 'groupId' | 'index'> {
  return { groupId, index };
}
