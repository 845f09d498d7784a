import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { AkteView } from '../../../server/contract/akte-views.js';
import { Language } from '../../live/language.js';
import { Session } from '../../live/session.js';
import { count, date } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Pane } from '../../ui/pane/pane.js';
import { HistoryList } from '../shared/history-list.js';
import { wideScreen } from '../shared/wide-screen.js';
import { ZusatzFacts } from '../zusatzfeld/zusatz-facts.js';
import { RecordPdfSheet } from './record-pdf-sheet.js';
import { type RecordAct, RecordSheet, type Saved } from './record-sheet.js';
import { MEDIEN } from './record-words.js';
import { VerweisList } from './verweis-list.js';
import { VerweisSheet } from './verweis-sheet.js';

/** One Akte: what it says of itself, its parts and references, its Protokoll, and what can be opened in it. */
@Component({
  selector: 'lm-akte-pane',
  imports: [
    Alert,
    Button,
    HistoryList,
    IconButton,
    Pane,
    RecordPdfSheet,
    RecordSheet,
    RouterLink,
    VerweisList,
    VerweisSheet,
    ZusatzFacts,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './akte-pane.html',
  styles: `
    :host {
      display: block;
      min-width: 0;
      height: 100%;
    }
    .pane {
      height: 100%;
    }
    .section-title {
      margin-top: 16px;
    }
    .given {
      margin-bottom: 16px;
    }
  `,
})
export class AktePane {
  readonly akte = input.required<AkteView>();
  readonly back = output();
  readonly changed = output();
  /** A record that was opened in it, or a part that shall be shown. */
  readonly opened = output<Saved>();

  /** The same as long as the Akte is: reading it anew closes no sheet. */
  private readonly id = computed(() => this.akte().id);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  protected readonly wide = wideScreen();
  protected readonly date = date;
  protected readonly count = count;
  protected readonly medien = MEDIEN;
  /** Nothing is opened or changed in an Akte whose responsibility has gone, or is on its way. */
  private readonly ours = computed(() => this.akte().weitergabe === null);
  protected readonly mayOpen = computed(() => this.ours() && this.session.may('akte.open'));
  protected readonly mayInspect = computed(() => this.session.may('dokument.write'));
  protected readonly mayEdit = computed(() => this.ours() && this.session.may('akte.edit'));
  protected readonly mayHandOver = computed(() => this.session.may('weitergabe.order'));
  protected readonly sheet = linkedSignal<string, 'none' | 'verweis' | 'pdf' | RecordAct>({
    source: this.id,
    computation: () => 'none',
  });
  protected readonly labels = {
    vorgang: this.language.pick(ACTS['akte.openVorgang'].label),
    teilakte: this.language.pick(ACTS['akte.openTeilakte'].label),
    edit: this.language.pick(ACTS['akte.editAkte'].label),
    verweis: this.language.pick(ACTS['akte.addVerweis'].label),
  };

  protected givenTitle({ recipient, since }: NonNullable<AkteView['weitergabe']>): string {
    return since === null
      ? $localize`:@@weitergabe.onItsWay:Die Zuständigkeit ist auf dem Weg zu „${recipient}:recipient:“.`
      : $localize`:@@weitergabe.given:Zuständig ist seit ${date(since)}:day: „${recipient}:recipient:“.`;
  }

  protected saved(saved: Saved): void {
    const edited = this.sheet() === 'akte.editAkte';
    this.sheet.set('none');
    this.changed.emit();
    if (!edited) this.opened.emit(saved);
  }

  protected done(): void {
    this.sheet.set('none');
    this.changed.emit();
  }
}
