import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import {
  TERM_IDS,
  TERMS,
  type Term,
  type TermName,
  type WordingLanguage,
  type WordingRow,
  type WordingView,
} from '../../../server/contract/wording-views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { moment } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Pane } from '../../ui/pane/pane.js';
import { Segmented } from '../../ui/segmented/segmented.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { WordSheet, type Word } from './word-sheet.js';

/** How it is called here: the words of the interface that this authority says otherwise. */
@Component({
  selector: 'lm-wording',
  imports: [Alert, Button, Pane, RefusalAlert, Segmented, Skeleton, WordSheet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './wording.html',
  styleUrls: ['../shared/panel-page.css', '../shared/panel-table.css', './wording.css'],
})
export class Wording {
  protected readonly view = liveView<WordingView>(() => 'wording', []);
  protected readonly language = signal<WordingLanguage>('de');
  protected readonly languages = [
    { id: 'de' as const, label: 'Deutsch' },
    { id: 'en' as const, label: 'English' },
  ];
  protected readonly label = inject(Language).pick(ACTS['wording.changeWord'].label);
  protected readonly moment = moment;
  protected readonly changing = signal<Word | null>(null);
  protected readonly words = computed<readonly Word[]>(() => {
    const rows = this.view.value()?.items ?? [];
    return TERM_IDS.flatMap((id) => wordOf(id, this.language(), rows));
  });
  protected readonly outdated = signal<'no' | 'yes'>('no');

  protected done(): void {
    this.changing.set(null);
    this.outdated.set('yes');
    void this.view.reload();
  }

  protected reloadPage(): void {
    location.reload();
  }
}

function wordOf(id: TermName, language: WordingLanguage, rows: readonly WordingRow[]): Word[] {
  const term: Term | null = TERMS[id][language];
  const row = rows.find((candidate) => candidate.term === id && candidate.language === language) ?? null;
  return term ? [{ id, language, term, row }] : [];
}
