import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { RecordAccess as RecordAccessView } from '../../../server/contract/access-views.js';
import { ACTS } from '../../../server/contract/acts.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Tag } from '../../ui/tag/tag.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { ClassifySheet } from './classify-sheet.js';
import { GrantSheet } from './grant-sheet.js';
import { PeopleList } from './people-list.js';
import { ProtectSheet } from './protect-sheet.js';
import { TemporarySheet } from './temporary-sheet.js';
import { rightText, stufeText } from './words.js';

/** „Wer kann das sehen, und warum?“ of one Vorgang, and the acts that change it. */
@Component({
  selector: 'lm-record-access',
  imports: [
    Button,
    ClassifySheet,
    Control,
    Dialog,
    Field,
    GrantSheet,
    PeopleList,
    ProtectSheet,
    RefusalAlert,
    Skeleton,
    Tag,
    TemporarySheet,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './record-access.html',
  styleUrl: './record-access.css',
})
export class RecordAccess {
  readonly vorgang = input.required<VorgangView>();
  readonly closed = output();
  readonly changed = output();

  protected readonly language = inject(Language);
  protected readonly date = date;
  protected readonly rightText = rightText;
  protected readonly stufeText = stufeText;
  protected readonly name = signal('');
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly step = signal<'people' | 'grant' | 'protect' | 'unprotect' | 'classify' | 'temporary'>('people');
  protected readonly view = liveView<RecordAccessView>(
    () => `access/records/${this.vorgang().id}?name=${encodeURIComponent(this.name())}`,
    ['access', 'akte', 'vorgang', 'aufgabe', 'clock'],
  );
  /** Managing takes the permission and the right on this very Akte. */
  protected readonly mayManage = computed(
    () => this.session.may('access.manage') && this.view.value()?.mayManage === true,
  );
  protected readonly labels = {
    grant: this.language.pick(ACTS['access.grantRule'].label),
    protect: this.language.pick(ACTS['access.protectAkte'].label),
    unprotect: this.language.pick(ACTS['access.unprotectAkte'].label),
    classify: this.language.pick(ACTS['access.classifyRecord'].label),
    temporary: this.language.pick(ACTS['access.grantTemporaryRight'].label),
    end: this.language.pick(ACTS['access.endTemporaryRight'].label),
    withdraw: this.language.pick(ACTS['access.withdrawRule'].label),
  };

  private readonly session = inject(Session);
  private readonly acts = inject(Acts);

  protected filter(event: Event): void {
    this.name.set((event.target as HTMLInputElement).value);
  }

  protected async end(temporaryRightId: string, person: string): Promise<void> {
    await this.take(await this.acts.run('access.endTemporaryRight', { temporaryRightId }, person));
  }

  protected async withdraw(ruleId: string, subject: string): Promise<void> {
    await this.take(await this.acts.run('access.withdrawRule', { ruleId }, subject));
  }

  protected async done(): Promise<void> {
    this.step.set('people');
    this.changed.emit();
    await this.view.reload();
  }

  private async take(answer: object | Refusal): Promise<void> {
    this.refusal.set(isRefusal(answer) ? answer : null);
    if (!isRefusal(answer)) await this.done();
  }
}
