import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { RejectionLink } from '../../../server/contract/rejections.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { RecordAccess } from '../access/record-access.js';
import { Aufbewahrung } from '../aussonderung/aufbewahrung/aufbewahrung.js';
import { AddDokumente } from '../dokument/add-dokumente.js';
import { FristSheet } from '../frist/frist-sheet.js';
import { OrderVerfuegung } from '../verfuegung/order-sheet.js';
import { SeriesSheet } from '../vorlagen/series-sheet.js';
import { WriteSchreiben } from '../vorlagen/write-schreiben.js';
import { CloseZdA } from './close-zda.js';
import { RecordPdfSheet } from './record-pdf-sheet.js';
import { ReopenVorgang } from './reopen-vorgang.js';
import { Storno } from './storno.js';

/** What can be opened over a Vorgang. */
export type VorgangSheet =
  'add' | 'write' | 'series' | 'verfuegen' | 'zda' | 'storno' | 'reopen' | 'access' | 'aufbewahrung' | 'frist' | 'pdf';

/** The sheets of a Vorgang, loaded with the first one that is opened: whoever only reads needs none of them. */
@Component({
  selector: 'lm-vorgang-sheets',
  imports: [
    ...[AddDokumente, Aufbewahrung, CloseZdA, FristSheet, OrderVerfuegung, RecordAccess, RecordPdfSheet],
    ...[ReopenVorgang, SeriesSheet, Storno, WriteSchreiben],
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@switch (sheet()) {
    @case ('add') {
      <lm-add-dokumente [vorgang]="vorgang()" [files]="dropped()" (closed)="closed.emit()" (done)="done.emit()" />
    }
    @case ('write') {
      <lm-write-schreiben [vorgang]="vorgang()" (closed)="closed.emit()" (done)="done.emit()" />
    }
    @case ('series') {
      <lm-series-sheet [vorgang]="vorgang()" (closed)="done.emit()" />
    }
    @case ('verfuegen') {
      <lm-order-verfuegung
        [vorgang]="vorgang()"
        [dokument]="dokument()"
        (closed)="closed.emit()"
        (done)="ordered.emit()"
      />
    }
    @case ('zda') {
      <lm-close-zda
        [vorgang]="vorgang()"
        (closed)="closed.emit()"
        (done)="done.emit()"
        (chosen)="chosen.emit($event)"
      />
    }
    @case ('storno') {
      <lm-storno [vorgang]="vorgang()" (closed)="closed.emit()" (done)="done.emit()" />
    }
    @case ('reopen') {
      <lm-reopen-vorgang [vorgang]="vorgang()" (closed)="closed.emit()" (done)="done.emit()" />
    }
    @case ('aufbewahrung') {
      <lm-aufbewahrung [vorgangId]="vorgang().id" (closed)="closed.emit()" (changed)="changed.emit()" />
    }
    @case ('frist') {
      <lm-frist-sheet [vorgang]="vorgang()" (closed)="closed.emit()" (done)="done.emit()" />
    }
    @case ('pdf') {
      <lm-record-pdf-sheet
        [record]="{ kind: 'vorgang', id: vorgang().id }"
        [name]="vorgang().aktenzeichen"
        (closed)="closed.emit()"
      />
    }
    @case ('access') {
      <lm-record-access [vorgang]="vorgang()" (closed)="closed.emit()" (changed)="changed.emit()" />
    }
  }`,
})
export class VorgangSheets {
  readonly vorgang = input.required<VorgangView>();
  readonly sheet = input.required<VorgangSheet>();
  /** Files that were dropped on the Vorgang. */
  readonly dropped = input.required<readonly File[]>();
  /** Id of the Dokument that is open; empty: none. */
  readonly dokument = input.required<string>();
  readonly closed = output();
  /** The sheet has done what it is for. */
  readonly done = output();
  readonly ordered = output();
  /** Something has changed, and the sheet stays. */
  readonly changed = output();
  /** Leads to what stands in the way of „z. d. A.“. */
  readonly chosen = output<RejectionLink>();
}
