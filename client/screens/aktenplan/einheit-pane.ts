import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { EinheitVersionView, EinheitView } from '../../../server/contract/aktenplan-views.js';
import { Language } from '../../live/language.js';
import { date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Icon } from '../../ui/icon/icon.js';
import { Pane } from '../../ui/pane/pane.js';
import { Tag } from '../../ui/tag/tag.js';
import { Obstacles } from '../akte/obstacles.js';
import { wideScreen } from '../shared/wide-screen.js';
import { ClosingSheet } from './closing-sheet.js';
import { EinheitSheet } from './einheit-sheet.js';
import { GapList } from './gap-list.js';
import { MoveSheet } from './move-sheet.js';
import { ARTEN, aufbewahrungWords, INHERITED, stateWords, yearsWords } from './words.js';

type Sheet = 'none' | 'change' | 'move' | 'close' | 'reopen';

/** One position: what it says, what it inherits and from where, its history, and what the Registratur can do with it. */
@Component({
  selector: 'lm-einheit-pane',
  imports: [Button, ClosingSheet, EinheitSheet, GapList, Icon, IconButton, MoveSheet, Obstacles, Pane, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './einheit-pane.html',
  styleUrl: './einheit-pane.css',
})
export class EinheitPane {
  readonly einheit = input.required<EinheitView>();
  readonly today = input.required<string>();
  readonly mayManage = input.required<boolean>();
  readonly changed = output();
  /** Another position, or none: back to the tree. */
  readonly opened = output<string | null>();

  protected readonly language = inject(Language);
  protected readonly wide = wideScreen();
  protected readonly date = date;
  protected readonly arten = ARTEN;
  protected readonly years = yearsWords;
  protected readonly stateOf = stateWords;
  protected readonly labels = {
    change: this.language.pick(ACTS['aktenplan.changeEinheit'].label),
    move: this.language.pick(ACTS['aktenplan.moveEinheit'].label),
    close: this.language.pick(ACTS['aktenplan.closeEinheit'].label),
    reopen: this.language.pick(ACTS['aktenplan.reopenEinheit'].label),
  };
  private readonly id = computed(() => this.einheit().id);
  protected readonly sheet = linkedSignal<string, Sheet>({ source: this.id, computation: () => 'none' });
  /** The newest version says what a change begins with, also where it is planned for later. */
  protected readonly newest = computed(() => this.einheit().versions[0]);

  protected inheritedFrom(from: string): string {
    return from === this.einheit().kennzeichen ? '' : $localize`:@@aktenplan.from:geerbt von ${from}:position:`;
  }

  protected ruleOf({ aufbewahrung, aussonderungsart }: EinheitVersionView): string {
    const art = aussonderungsart === null ? INHERITED : ARTEN[aussonderungsart];
    return `${aufbewahrungWords(aufbewahrung)} · ${art}`;
  }

  protected done(): void {
    this.sheet.set('none');
    this.changed.emit();
  }
}
