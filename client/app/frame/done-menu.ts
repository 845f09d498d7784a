import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Done } from '../../live/done.js';
import { Language } from '../../live/language.js';
import { Undo } from '../../live/undo.js';
import { clockTime } from '../../locale/format.js';
import { MenuButton, type MenuItem } from '../../ui/menu/menu-button.js';

/** „Zuletzt getan“: every own act with its way back, or the reason why there is none. */
@Component({
  selector: 'lm-done-menu',
  imports: [MenuButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-menu-button
    icon="history"
    label="Zuletzt getan"
    i18n-label="@@done.title"
    [items]="items()"
    (chosen)="undo($event)"
  />`,
})
export class DoneMenu {
  private readonly done = inject(Done);
  private readonly undoer = inject(Undo);
  private readonly language = inject(Language);

  protected readonly items = computed<readonly MenuItem[]>(() => {
    const heading = $localize`:@@done.title:Zuletzt getan`;
    const items = this.done.acts().map((act): MenuItem => {
      const label = `${clockTime(act.at)} ${this.language.pick(act.label)}: ${act.object}`;
      return 'name' in act.undo
        ? { id: String(act.number), label, icon: 'undo', note: $localize`:@@done.undo:Zurücknehmen` }
        : { id: String(act.number), label, icon: 'lock', note: this.language.pick(act.undo.why), state: 'blocked' };
    });
    const [first, ...rest] = items;
    if (first) return [{ ...first, section: heading }, ...rest];
    return [{ id: '', section: heading, label: $localize`:@@done.nothing:Noch nichts getan.`, state: 'blocked' }];
  });

  protected undo(id: string): void {
    const act = this.done.acts().find((candidate) => String(candidate.number) === id);
    if (act) void this.undoer.undo(act);
  }
}
