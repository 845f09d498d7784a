import { ChangeDetectionStrategy, Component, inject, linkedSignal, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { BarriereRow, BarrierenView } from '../../../server/contract/barriere-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** F106: what people could not use, for the administration, which notes what became of it. */
@Component({
  selector: 'lm-barriere-list',
  imports: [Button, Control, Dialog, Field, RefusalAlert, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './barriere-list.html',
  styleUrls: ['../shared/panel-table.css', './zustand.css'],
  styles: `
    .told {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .alone {
      padding: 20px var(--inset) 0;
    }
    p.alone {
      padding-top: 4px;
    }
  `,
})
export class BarriereList {
  private readonly acts = inject(Acts);
  protected readonly source = liveView<BarrierenView>(() => 'barrieren', []);
  protected readonly asking = new Asking();
  protected readonly closing = signal<BarriereRow | null>(null);
  /** Empty for each report that is opened. */
  protected readonly note = linkedSignal({ source: this.closing, computation: () => '' });
  protected readonly label = inject(Language).pick(ACTS['barriere.closeBarriere'].label);
  protected readonly day = date;

  protected tellerOf({ signedIn }: BarriereRow): string {
    return signedIn ? $localize`:@@barriere.inside:angemeldet` : $localize`:@@barriere.outside:ohne Anmeldung`;
  }

  /** Tells the buttons of the table apart for whoever hears them. */
  protected nameOf({ page, toldAt }: BarriereRow): string {
    return $localize`:@@barriere.closeThis:Abschließen: ${page}:page:, ${date(toldAt)}:day:`;
  }

  protected async close({ id, page }: BarriereRow): Promise<void> {
    const done = await this.asking.ask(() => this.acts.run('barriere.closeBarriere', { id, note: this.note() }, page));
    if (!done) return;
    this.closing.set(null);
    await this.source.reload();
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }
}
