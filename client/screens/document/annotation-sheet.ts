import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { firstReading } from '../../live/first-reading.js';
import { Language } from '../../live/language.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { onPage, type DocumentLayers, type Noting } from './document-layers.js';

/** The words of an annotation: of a new one, or of one that its author changes. */
@Component({
  selector: 'lm-annotation-sheet',
  imports: [Button, Control, Dialog, Field, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label()" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <lm-field
        [label]="fieldLabel()"
        hint="Wer das Dokument sieht, liest das. Es steht nie in der Datei."
        i18n-hint="@@annotation.hint"
      >
        <textarea lmControl rows="4" maxlength="2000" [value]="text()" (input)="text.set(typed($event))"></textarea>
      </lm-field>
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" [state]="asking.state()" [disabled]="!complete()" (click)="save()">
        {{ label() }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class AnnotationSheet {
  readonly layers = input.required<DocumentLayers>();
  readonly noting = input.required<Noting>();
  readonly title = input.required<string>();
  readonly closed = output();

  private readonly acts = inject(Acts);
  private readonly language = inject(Language);
  protected readonly asking = new Asking();
  /** What the person has opened, whatever comes meanwhile: a change by somebody else is refused, never overwritten. */
  private readonly begun = firstReading(this.noting);
  private readonly version = firstReading(() => this.layers().version());
  protected readonly text = linkedSignal(() => {
    const begun = this.begun();
    return begun.kind === 'old' ? begun.one.text : '';
  });
  protected readonly label = computed(() =>
    this.language.pick(
      ACTS[this.begun().kind === 'old' ? 'annotation.editAnnotation' : 'annotation.addAnnotation'].label,
    ),
  );
  private readonly page = computed(() => {
    const begun = this.begun();
    return begun.kind === 'old' ? begun.one.page : begun.place.page;
  });
  protected readonly fieldLabel = computed(
    () => $localize`:@@annotation.field:Anmerkung zu Seite ${this.page()}:page:`,
  );
  /** Marked text may speak for itself. */
  protected readonly complete = computed(() => {
    const begun = this.begun();
    return this.text().trim() !== '' || (begun.kind === 'old' && begun.one.kind === 'highlight');
  });

  protected typed(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }

  protected async save(): Promise<void> {
    if (!this.complete()) return;
    const answer = await this.asking.ask(() => this.run());
    if (answer) this.closed.emit();
  }

  private async run() {
    const [begun, text, object] = [this.begun(), this.text(), onPage(this.title(), this.page())];
    if (begun.kind === 'old') {
      const { id: annotationId, version } = begun.one;
      return this.acts.run('annotation.editAnnotation', { annotationId, version, text }, object);
    }
    const { dokumentId = '', nummer = 0 } = this.version() ?? {};
    // Words to selected text belong to the text, so it is marked with them.
    const kind = begun.place.boxes.length > 0 && begun.place.from === 'text' ? 'highlight' : 'note';
    const { page, boxes } = begun.place;
    return this.acts.run('annotation.addAnnotation', { dokumentId, nummer, page, boxes, kind, text }, object);
  }
}
