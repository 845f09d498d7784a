import { ChangeDetectionStrategy, Component, effect, inject, signal, untracked } from '@angular/core';
import type { ExportState, MandantCounts, MandantRow } from '../../../server/contract/mandant-views.js';
import { Asking } from '../../live/asking.js';
import { Operator } from '../../live/operator.js';
import type { Refusal } from '../../live/refusal.js';
import { date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Tag } from '../../ui/tag/tag.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { Installation } from '../zustand/installation.js';
import { CreateMandant } from './create-mandant.js';
import { SuspendMandant } from './suspend-mandant.js';

/** The shared administration: which Mandanten there are, how large they are, and whether they work. No record of any. */
@Component({
  selector: 'lm-mandanten',
  imports: [Button, Control, CreateMandant, EmptyState, Field, Installation, RefusalAlert, SuspendMandant, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './mandanten.html',
  styleUrls: ['../shared/panel-page.css', '../shared/panel-table.css', './mandanten.css'],
})
export class Mandanten {
  protected readonly operator = inject(Operator);
  protected readonly asking = new Asking();
  protected readonly signing = signal<Refusal | null>(null);
  protected readonly rows = signal<readonly MandantRow[] | null>(null);
  protected readonly counts = signal<ReadonlyMap<string, MandantCounts>>(new Map());
  protected readonly exports = signal<ReadonlyMap<string, ExportState>>(new Map());
  protected readonly sheet = signal<'none' | 'create' | MandantRow>('none');
  protected readonly day = date;

  constructor() {
    void this.operator.load();
    effect(() => {
      if (this.operator.view()) untracked(() => void this.reload());
    });
  }

  protected suspending(): MandantRow | null {
    const sheet = this.sheet();
    return typeof sheet === 'string' ? null : sheet;
  }

  protected async signIn(event: Event, login: string, password: string): Promise<void> {
    event.preventDefault();
    this.signing.set(await this.operator.signIn(login, password));
  }

  protected async reload(): Promise<void> {
    const answer = await this.asking.ask(() => this.operator.list());
    if (answer) this.rows.set(answer.items);
  }

  protected async count({ id }: MandantRow): Promise<void> {
    const answer = await this.asking.ask(() => this.operator.counts(id));
    if (answer) this.counts.update((known) => new Map(known).set(id, answer));
  }

  protected async resume({ id }: MandantRow): Promise<void> {
    if (await this.asking.ask(() => this.operator.resume(id))) await this.reload();
  }

  protected async export({ id }: MandantRow): Promise<void> {
    const begun = this.exports().get(id)?.state === 'running';
    const answer = await this.asking.ask(() => (begun ? this.operator.exportState(id) : this.operator.beginExport(id)));
    if (answer) this.exports.update((known) => new Map(known).set(id, answer));
  }

  protected size(bytes: number): string {
    return `${new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 }).format(bytes / 1e6)} MB`;
  }

  protected async finished(): Promise<void> {
    this.sheet.set('none');
    await this.reload();
  }
}
