import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { OwnDokumente, UploadView } from '../../../server/contract/dokument-views.js';
import { Acts } from '../../live/acts.js';
import { Language } from '../../live/language.js';
import { isRefusal } from '../../live/refusal.js';
import { byteSize, moment } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Toasts } from '../../ui/toast/toasts.js';

/** What a person has in hand: what was taken from them, what they have checked out, and files that became no version. */
@Component({
  selector: 'lm-own-list',
  imports: [Alert, Button, EmptyState, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './own-list.html',
  styleUrl: './lists.css',
})
export class OwnList {
  readonly own = input.required<OwnDokumente>();
  readonly changed = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly size = byteSize;
  protected readonly seenLabel = this.language.pick(ACTS['dokument.seeTaken'].label);
  protected readonly dropLabel = this.language.pick(ACTS['dokument.dropUpload'].label);

  protected readonly when = moment;

  protected async see({ checkoutId, betreff }: OwnDokumente['taken'][number]): Promise<void> {
    await this.tell(this.acts.run('dokument.seeTaken', { checkoutId }, betreff));
  }

  protected async drop({ id, file }: UploadView): Promise<void> {
    await this.tell(this.acts.run('dokument.dropUpload', { uploadId: id }, file.name));
  }

  private async tell(running: Promise<unknown>): Promise<void> {
    const answer = await running;
    if (isRefusal(answer)) {
      this.toasts.show(`${this.language.pick(answer.message)} ${this.language.pick(answer.remedy)}`);
    } else this.changed.emit();
  }
}
