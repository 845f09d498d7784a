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
import type { ImportDifference, ImportPreview } from '../../../server/contract/aktenplan-views.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { Language } from '../../live/language.js';
import { isRefusal, type Answer, type Refusal } from '../../live/refusal.js';
import { count, date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { DateField } from '../../ui/field/date-field.js';
import { FileDrop } from '../../ui/file-drop/file-drop.js';
import { Tag } from '../../ui/tag/tag.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** Reads an Aktenplan in: choose a file, see what it would do on a day, then take it over. */
@Component({
  selector: 'lm-import-sheet',
  imports: [Button, Checkbox, DateField, Dialog, FileDrop, RefusalAlert, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './import-sheet.html',
  styleUrl: './import-sheet.css',
})
export class ImportSheet {
  readonly today = input.required<string>();
  readonly closed = output();

  private readonly api = inject(Api);
  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly language = inject(Language);
  protected readonly date = date;
  protected readonly count = count;
  protected readonly label = this.language.pick(ACTS['aktenplan.importAktenplan'].label);
  protected readonly preview = signal<ImportPreview | null>(null);
  protected readonly validFrom = linkedSignal(() => this.today());
  protected readonly dayState = signal<'right' | 'wrong'>('right');
  protected readonly missing = signal<'keep' | 'close'>('keep');
  protected readonly state = signal<'ready' | 'busy'>('ready');
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly dropHint = $localize`:@@aktenplan.drop:Datei mit dem Aktenplan hier ablegen`;
  protected readonly takeable = computed(() => {
    const counts = this.preview()?.counts;
    if (!counts || counts.errors > 0) return false;
    return counts.new + counts.changed > 0 || (this.missing() === 'close' && counts.missing > 0);
  });

  protected async read(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file || this.state() === 'busy') return;
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) };
    await this.alone(() => this.api.send<ImportPreview>('aktenplan/eingaben', file, headers));
    if (this.validFrom() !== this.today()) await this.on(this.validFrom());
  }

  /** What the file would do on another day: something may be planned until then. */
  protected async on(day: string): Promise<void> {
    this.validFrom.set(day);
    const known = this.preview();
    if (known) await this.alone(() => this.api.get<ImportPreview>(`aktenplan/eingaben/${known.importId}?day=${day}`));
  }

  protected async take(): Promise<void> {
    const preview = this.preview();
    if (!preview || !this.takeable() || this.state() === 'busy' || this.dayState() === 'wrong') return;
    this.state.set('busy');
    const input = { importId: preview.importId, validFrom: this.validFrom(), missing: this.missing() };
    const answer = await this.acts.run('aktenplan.importAktenplan', input, preview.fileName);
    this.state.set('ready');
    if (isRefusal(answer)) return this.refusal.set(answer);
    const [added, changed, from] = [count(answer.new), count(answer.changed), date(this.validFrom())];
    this.toasts.show(
      $localize`:@@aktenplan.taken:Aktenplan übernommen: ${added}:added: neu, ${changed}:changed: geändert, gilt ab ${from}:day:.`,
    );
    this.closed.emit();
  }

  protected kindOf({ kind }: ImportDifference): string {
    if (kind === 'new') return $localize`:@@aktenplan.kindNew:neu`;
    return kind === 'changed'
      ? $localize`:@@aktenplan.kindChanged:geändert`
      : $localize`:@@aktenplan.kindMissing:fehlt in der Datei`;
  }

  private async alone(ask: () => Promise<Answer<ImportPreview>>): Promise<void> {
    this.state.set('busy');
    const answer = await ask();
    this.state.set('ready');
    this.refusal.set(isRefusal(answer) ? answer : null);
    if (!isRefusal(answer)) this.preview.set(answer);
  }
}
