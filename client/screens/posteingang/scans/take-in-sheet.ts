import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { EingangRow, EingangView } from '../../../../server/contract/views.js';
import { Api } from '../../../live/api.js';
import { Language } from '../../../live/language.js';
import { isRefusal } from '../../../live/refusal.js';
import { moment } from '../../../locale/format.js';
import { type Choice, ChoiceSheet } from './choice-sheet.js';
import type { Scan } from './page-order.js';
import { pageCount } from './scan-words.js';

/** Chooses another scan of the desk, to put together what was scanned in two. */
@Component({
  selector: 'lm-take-in-sheet',
  imports: [ChoiceSheet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-choice-sheet
    heading="Welchen Scan dazunehmen?"
    i18n-heading="@@scan.whichScan"
    none="Im Posteingang liegt kein weiterer Scan."
    i18n-none="@@scan.noOther"
    [choices]="choices()"
    [against]="against()"
    (chosen)="choose($event)"
    (closed)="closed.emit()"
  />`,
})
export class TakeInSheet {
  readonly rows = input.required<readonly EingangRow[]>();
  /** Those whose pages are there already. */
  readonly taken = input.required<readonly Scan[]>();
  readonly scan = output<Scan>();
  readonly closed = output();

  private readonly api = inject(Api);
  private readonly language = inject(Language);
  /** Why the one that was chosen has to stay as it is. */
  protected readonly against = signal<string | null>(null);
  protected readonly choices = computed(() => {
    const taken = new Set(this.taken().map(({ eingangId }) => eingangId));
    return this.rows()
      .filter((row) => !taken.has(row.id) && mayComeIn(row))
      .map(choiceOf);
  });

  /** Only the server knows whether a file may be taken apart, and says it of one at a time. */
  protected async choose(id: string): Promise<void> {
    const eingang = await this.api.get<EingangView>(`posteingang/${id}`);
    const against = isRefusal(eingang) ? eingang.message : eingang.pagesStay;
    if (against !== null || isRefusal(eingang)) return this.against.set(against && this.language.pick(against));
    this.scan.emit(scanOf(eingang));
  }
}

/** A scan as it lies at the desk. */
export function scanOf({ id: eingangId, fileName, pages }: EingangRow): Scan {
  return { eingangId, fileName, pages: pages ?? 0 };
}

/** The file of a mail is the mail, also where a PDF hangs on it. */
function mayComeIn({ channel, pages, state, forwarding }: EingangRow): boolean {
  return channel !== 'mail' && pages !== null && forwarding === null && (state === 'geprueft' || state === 'klaerung');
}

function choiceOf({ id, title, fileName, pages, receivedAt }: EingangRow): Choice<string> {
  return { id, label: title, note: `${fileName} · ${pageCount(pages ?? 0)} · ${moment(receivedAt)}` };
}
