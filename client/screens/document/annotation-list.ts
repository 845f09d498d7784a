import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  untracked,
} from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { AnnotationView } from '../../../server/contract/annotation-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { moment } from '../../locale/format.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { onPage, type DocumentLayers } from './document-layers.js';
import type { PdfState } from './pdf-state.js';

/** All annotations of a Dokument: those of the version in view lead to their place, those of others stand below. */
@Component({
  selector: 'lm-annotation-list',
  imports: [IconButton, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { tabindex: '-1' },
  templateUrl: './annotation-list.html',
  styleUrl: './annotation-list.css',
})
export class AnnotationList {
  readonly layers = input.required<DocumentLayers>();
  readonly state = input.required<PdfState>();
  readonly title = input.required<string>();
  readonly chosen = output();

  private readonly acts = inject(Acts);
  private readonly language = inject(Language);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly asking = new Asking();
  protected readonly moment = moment;
  protected readonly editLabel = this.language.pick(ACTS['annotation.editAnnotation'].label);
  protected readonly removeLabel = this.language.pick(ACTS['annotation.removeAnnotation'].label);
  protected readonly view = computed(() => this.layers().view.value());
  protected readonly active = computed(() => this.layers().active());

  constructor() {
    // Chosen on the paper: the list shows it and takes the focus, so that its words are heard.
    afterRenderEffect(() => {
      const [active] = [this.active(), this.view()];
      const row = active && this.host.querySelector<HTMLElement>(`[data-annotation="${CSS.escape(active)}"]`);
      if (row && !this.host.contains(document.activeElement)) untracked(() => row.focus());
    });
  }

  protected show(one: AnnotationView): void {
    this.layers().active.set(one.id);
    const [box] = one.boxes;
    this.state().goTo({ page: one.page, ...(box ? { box } : {}) });
    this.chosen.emit();
  }

  protected edit(one: AnnotationView): void {
    this.layers().noting.set({ kind: 'old', one });
  }

  protected async remove({ id: annotationId, version, page }: AnnotationView): Promise<void> {
    const object = onPage(this.title(), page);
    const answer = await this.asking.ask(() =>
      this.acts.run('annotation.removeAnnotation', { annotationId, version }, object),
    );
    if (!answer) return;
    // The button leaves with its row.
    this.host.focus();
    await this.layers().view.reload();
  }
}
