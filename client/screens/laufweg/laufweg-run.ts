import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { LaufwegLine, LaufwegStationView, LaufwegView } from '../../../server/contract/laufweg-views.js';
import { Language } from '../../live/language.js';
import { clockTime, date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { MenuButton, type MenuItem } from '../../ui/menu/menu-button.js';
import { Tag } from '../../ui/tag/tag.js';
import { ROLES } from '../access/words.js';
import { ART_WORDS, groupWords, stationWord, STATE_TONES, STATE_WORDS } from './words.js';

/** What somebody wants to do with a line of a Laufweg. */
export type LineAct = 'skip' | 'up' | 'down' | 'insertBehind' | 'insertInside';

/** One Laufweg: what goes round, who has it since when, who has decided what, and what can be changed. */
@Component({
  selector: 'lm-laufweg-run',
  imports: [Button, MenuButton, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './laufweg-run.html',
  styleUrl: './laufweg-run.css',
})
export class LaufwegRun {
  readonly laufweg = input.required<LaufwegView>();
  readonly changing = input.required<'allowed' | 'readOnly'>();
  readonly lineAct = output<{ act: LineAct; line: LaufwegLine }>();
  readonly recall = output();
  readonly goOn = output();

  protected readonly language = inject(Language);
  protected readonly date = date;
  protected readonly time = clockTime;
  protected readonly arten = ART_WORDS;
  protected readonly groupWords = groupWords;
  protected readonly stationMenu = $localize`:@@laufweg.stationMenu:Schritte zur Station`;
  protected readonly groupMenu = $localize`:@@laufweg.groupMenu:Schritte zur Gruppe`;
  protected readonly stationWord = stationWord;
  protected readonly recallLabel = this.language.pick(ACTS['laufweg.recallLaufweg'].label);
  protected readonly goOnLabel = this.language.pick(ACTS['laufweg.continueLaufweg'].label);
  protected readonly state = computed(() => STATE_WORDS[this.laufweg().state]);
  protected readonly tone = computed(() => STATE_TONES[this.laufweg().state]);
  protected readonly living = computed(
    () => this.changing() === 'allowed' && ['laeuft', 'angehalten'].includes(this.laufweg().state),
  );

  protected whom({ who, whom }: LaufwegStationView): string {
    if (who.kind === 'person') return whom;
    const role = ROLES.find(({ value }) => value === who.role)?.label ?? who.role;
    return whom === '' ? role : `${role}, ${whom}`;
  }

  protected items(line: LaufwegLine): readonly MenuItem<LineAct>[] {
    const may = (act: 'skip' | 'move') => line.may.includes(act);
    const inside: MenuItem<LineAct> = {
      id: 'insertInside',
      label: $localize`:@@laufweg.insertInside:In die Gruppe einfügen`,
    };
    return [
      { id: 'insertBehind', label: $localize`:@@laufweg.insertBehind:Danach einfügen`, icon: 'add' },
      ...(line.kind === 'group' && line.state !== 'erledigt' ? [inside] : []),
      ...(may('move')
        ? ([
            { id: 'up', label: $localize`:@@laufweg.earlier:Früher` },
            { id: 'down', label: $localize`:@@laufweg.later:Später` },
          ] as const)
        : []),
      ...(may('skip')
        ? ([{ id: 'skip', label: this.language.pick(ACTS['laufweg.skipStation'].label), icon: 'redo' }] as const)
        : []),
    ];
  }
}
