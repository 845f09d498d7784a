import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { AufgabeView } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { stillHere } from '../../live/still-here.js';
import { whyFinal } from '../../live/why-final.js';
import { Session } from '../../live/session.js';
import { date, euro } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { DocumentPane } from '../document/document-pane.js';
import { papersOf } from '../document/paper.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { inMappe } from './mappe.js';
import { AufgabeActs } from './aufgabe-acts.js';

/** The review sheet of the Schlusszeichnung: what is signed, that it is final, who signs. Nothing here is optimistic. */
@Component({
  selector: 'lm-sign-sheet',
  imports: [Alert, Button, Control, Dialog, DocumentPane, Field, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sign-sheet.html',
  styleUrl: './sign-sheet.css',
})
export class SignSheet {
  readonly aufgabe = input.required<AufgabeView>();
  /** What was written beside the decision; kept with the Zeichnung at a station of a Laufweg. */
  readonly remark = input('');
  readonly closed = output();
  readonly signed = output();
  readonly outdated = output();

  protected readonly acts = inject(AufgabeActs);
  private readonly stillHere = stillHere();
  protected readonly language = inject(Language);
  protected readonly session = inject(Session);
  protected readonly label = this.language.pick(ACTS['zeichnung.signDokument'].label);
  protected readonly final = this.language.pick(whyFinal('zeichnung.signDokument'));
  protected readonly error = signal<string | null>(null);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly today = computed(() => date(this.session.now().toISOString()));
  protected readonly titles = computed(() =>
    this.papers()
      .map(({ title }) => title)
      .join(', '),
  );
  protected readonly amount = computed(() => {
    const cent = this.aufgabe().betragCent;
    return cent === null ? null : euro(cent);
  });
  /** The whole Umlaufmappe; else the Vermerk that the process made for this, which is the newest Dokument. */
  protected readonly papers = computed(() => {
    const { laufweg } = this.aufgabe();
    if (laufweg) return papersOf(inMappe(this.aufgabe()));
    const newest = [...this.aufgabe().dokumente].sort((a, b) => b.nummer - a.nummer);
    const vermerk = newest.find((dokument) => dokument.art === 'vermerk') ?? newest[0];
    return papersOf(vermerk ? [vermerk] : []);
  });

  protected async sign(event: Event, password: HTMLInputElement): Promise<void> {
    event.preventDefault();
    this.error.set(password.value === '' ? $localize`:@@sign.missing:Ohne Kennwort keine Signatur.` : null);
    if (password.value === '') return password.focus();
    const answer = await this.acts.sign(this.aufgabe(), password.value, this.remark());
    password.value = '';
    if (!this.stillHere()) return;
    if (!isRefusal(answer)) return this.signed.emit();
    this.refusal.set(answer);
    // The newer version is shown then, so that it can be looked at and signed.
    if (answer.code === 'laufweg.mappeChanged') this.outdated.emit();
    password.focus();
  }
}
