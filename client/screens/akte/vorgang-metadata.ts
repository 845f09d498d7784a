import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { Router } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { RecordMetadata } from '../../../server/contract/akte-views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Beteiligte } from '../kontakt/beteiligte.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { ZusatzFacts } from '../zusatzfeld/zusatz-facts.js';
import { type RecordAct, RecordSheet, type Saved } from './record-sheet.js';
import { MEDIEN } from './record-words.js';
import { VerweisList } from './verweis-list.js';
import { VerweisSheet } from './verweis-sheet.js';

/** What a Vorgang says of itself, its Teilvorgaenge and its references. */
@Component({
  selector: 'lm-vorgang-metadata',
  imports: [Beteiligte, Button, RecordSheet, RefusalAlert, VerweisList, VerweisSheet, ZusatzFacts],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './vorgang-metadata.html',
  styles: `
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-top: 16px;
    }
  `,
})
export class VorgangMetadata {
  readonly id = input.required<string>();
  readonly state = input.required<'offen' | 'zdA' | 'abgegeben'>();
  readonly changed = output();

  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly metadata = liveView<RecordMetadata>(() => `vorgaenge/${this.id()}/metadaten`, ['vorgang', 'akte']);
  protected readonly date = date;
  protected readonly medien = MEDIEN;
  protected readonly mayEdit = computed(() => this.session.may('akte.edit'));
  protected readonly mayOpen = computed(() => this.session.may('akte.open') && this.state() === 'offen');
  protected readonly sheet = linkedSignal<string, 'none' | 'verweis' | RecordAct>({
    source: this.id,
    computation: () => 'none',
  });
  protected readonly labels = {
    edit: this.language.pick(ACTS['akte.editVorgang'].label),
    part: this.language.pick(ACTS['akte.openTeilvorgang'].label),
    verweis: this.language.pick(ACTS['akte.addVerweis'].label),
  };

  protected open(id: string): void {
    void this.router.navigate(['akten', id]);
  }

  protected saved({ id }: Saved): void {
    this.done();
    if (id !== this.id()) this.open(id);
  }

  protected done(): void {
    this.sheet.set('none');
    void this.metadata.reload();
    this.changed.emit();
  }
}
