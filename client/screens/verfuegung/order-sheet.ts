import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { DokumentView, VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { firstReading } from '../../live/first-reading.js';
import { Language } from '../../live/language.js';
import { Session } from '../../live/session.js';
import { dayOf } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Field } from '../../ui/field/field.js';
import { Select, type SelectOption } from '../../ui/field/select.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { emptyPunkt, missingIn, punktOf, TEMPLATES, withTemplate, type DraftPunkt, type Template } from './draft.js';
import { PunktEditor } from './punkt-editor.js';

/** „Verfügen“: a numbered list of what is to be done in the Vorgang, on one Dokument of it or on all. */
@Component({
  selector: 'lm-order-verfuegung',
  imports: [Button, Dialog, Field, PunktEditor, RefusalAlert, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" width="wide" (closed)="closed.emit()">
    <div class="stack">
      <lm-field label="Zu" i18n-label="@@verfuegung.on">
        <lm-select [options]="papers()" [value]="chosen()" (valueChange)="picked.set($event)" />
      </lm-field>
      <div class="templates" role="group" aria-label="Häufig verfügt" i18n-aria-label="@@verfuegung.templates">
        <span class="muted" i18n="@@verfuegung.templates">Häufig verfügt</span>
        @for (template of templates; track template.label) {
          <button lmButton type="button" size="small" (click)="take(template)">{{ template.label }}</button>
        }
      </div>
      <lm-punkt-editor [vorgangId]="vorgang().id" [(punkte)]="punkte" />
      <div role="status">
        @if (asking.refusal(); as reason) {
          <lm-refusal-alert [refusal]="reason" />
        } @else if (missing(); as words) {
          <p class="muted">{{ words }}</p>
        }
      </div>
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button
        lmButton
        type="button"
        kind="primary"
        [state]="missing() === null ? asking.state() : 'blocked'"
        (click)="send()"
      >
        {{ label }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
  styles: `
    .templates {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
    }
  `,
})
export class OrderVerfuegung {
  readonly vorgang = input.required<VorgangView>();
  /** Id of the Dokument that is open beside it; empty: none. */
  readonly dokument = input('');
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  protected readonly label = inject(Language).pick(ACTS['verfuegung.orderVerfuegung'].label);
  protected readonly asking = new Asking();
  protected readonly templates = TEMPLATES;
  protected readonly punkte = signal<readonly DraftPunkt[]>([emptyPunkt(1)]);
  /** The versions that the person has read: a newer one that comes meanwhile is not what they order on. */
  private readonly begun = firstReading(this.vorgang);
  protected readonly picked = signal<string | null>(null);
  protected readonly chosen = computed(() => this.picked() ?? this.dokument());
  protected readonly papers = computed<readonly SelectOption[]>(() => [
    { value: '', label: $localize`:@@verfuegung.onVorgang:Vorgang als Ganzes` },
    ...this.begun().register.map((dokument) => ({ value: dokument.id, label: nameOf(dokument) })),
  ]);
  /** What is not said yet; null: it can be ordered. */
  protected readonly missing = computed(() => {
    const punkte = this.punkte();
    if (punkte.length === 0) return $localize`:@@verfuegung.empty:Es fehlt ein Punkt.`;
    const index = punkte.findIndex((punkt) => missingIn(punkt) !== null);
    const [number, words] = [index + 1, punkte[index] && missingIn(punkte[index])];
    return words ? $localize`:@@verfuegung.inPunkt:Punkt ${number}:number:: ${words}:words:` : null;
  });

  protected take(template: Template): void {
    this.punkte.update((punkte) => withTemplate(punkte, template, dayOf(this.session.now())));
  }

  protected async send(): Promise<void> {
    const punkte = this.punkte().flatMap((punkt) => punktOf(punkt) ?? []);
    if (this.missing() !== null) return;
    const { id: vorgangId, aktenzeichen, register } = this.begun();
    const paper = register.find(({ id }) => id === this.chosen());
    const dokument = paper ? { dokumentId: paper.id, nummer: newest(paper) } : null;
    const input = { vorgangId, dokument, punkte };
    if (!(await this.asking.ask(() => this.acts.run('verfuegung.orderVerfuegung', input, aktenzeichen)))) return;
    this.toasts.show($localize`:@@verfuegung.ordered:Verfügt: ${aktenzeichen}:aktenzeichen:`);
    this.done.emit();
  }
}

function newest({ versions }: DokumentView): number {
  return Math.max(...versions.map(({ nummer }) => nummer));
}

function nameOf(dokument: DokumentView): string {
  const nummer = newest(dokument);
  return $localize`:@@verfuegung.paper:${dokument.betreff}:betreff:, Fassung ${nummer}:nummer:`;
}
