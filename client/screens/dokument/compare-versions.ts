import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import type { DokumentView } from '../../../server/contract/dokument-views.js';
import type { ComparedPart, Comparison } from '../../../server/contract/reading-views.js';
import { liveView } from '../../live/live-view.js';
import { date, dayOf } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { unreadableWords } from './unreadable.js';

/** Two versions side by side: what went is struck out on the left, what came is underlined on the right. */
@Component({
  selector: 'lm-compare-versions',
  imports: [Alert, Dialog, Field, RefusalAlert, Select, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './compare-versions.html',
  styleUrl: './compare-versions.css',
})
export class CompareVersions {
  readonly dokument = input.required<DokumentView>();
  readonly closed = output();

  protected readonly unreadable = unreadableWords;
  private readonly count = computed(() => this.dokument().versions.length);
  // Chosen anew only where a version has come, not with every live change.
  protected readonly older = linkedSignal({ source: this.count, computation: (count) => String(count - 1) });
  protected readonly newer = linkedSignal({ source: this.count, computation: (count) => String(count) });
  protected readonly options = computed(() =>
    this.dokument().versions.map(({ nummer, createdAt, createdBy }) => ({
      value: String(nummer),
      label: $localize`:@@document.versionOption:Fassung ${nummer}:number:, ${date(dayOf(createdAt))}:day:, ${createdBy}:person:`,
    })),
  );
  protected readonly comparison = liveView<Comparison>(
    () =>
      this.count() < 2 || this.older() === this.newer()
        ? null
        : `dokumente/${this.dokument().id}/vergleich?alt=${this.older()}&neu=${this.newer()}`,
    [],
  );
  protected readonly compared = computed(() => {
    const found = this.comparison.value();
    return found?.kind === 'compared' ? found : null;
  });
  protected readonly changes = computed(() => this.compared()?.parts.filter(({ kind }) => kind !== 'same').length ?? 0);

  protected side(parts: readonly ComparedPart[], without: ComparedPart['kind']): readonly ComparedPart[] {
    return parts.filter(({ kind }) => kind !== without);
  }
}
