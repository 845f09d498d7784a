import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { AngebotRow } from '../../../server/contract/weitergabe-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { byteSize, date, moment } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Tag } from '../../ui/tag/tag.js';
import { stufeText } from '../access/words.js';
import { ReasonSheet } from '../shared/reason-sheet.js';
import { AcceptSheet } from './accept-sheet.js';
import { angebotTone, angebotWord, KINDS } from './words.js';

/** Akten that other Mandanten offer: each is accepted into a position of our own Aktenplan, or refused with a reason. */
@Component({
  selector: 'lm-angebot-list',
  imports: [AcceptSheet, Button, ReasonSheet, RouterLink, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ul>
      @for (row of rows(); track row.id) {
        <li>
          <div class="row">
            <lm-tag [tone]="tone(row.state)">{{ word(row.state) }}</lm-tag>
            <strong>{{ row.aktenzeichen }} {{ row.betreff }}</strong>
            @if (row.stufe !== 'offen') {
              <lm-tag tone="warning" icon="shield-lock">{{ stufe(row.stufe) }}</lm-tag>
            }
          </div>
          <p>
            <ng-container i18n="@@weitergabe.from">von {{ row.from }}</ng-container
            >: {{ row.reason }}
          </p>
          <p class="muted">
            {{ kinds[row.kind] }} ·
            <span i18n="@@weitergabe.content">Dokumente: {{ row.dokumente }}, {{ size(row.size) }}</span> ·
            {{ moment(row.offeredAt) }} · <span i18n="@@weitergabe.until">bis {{ day(row.expiresOn) }}</span>
          </p>
          @if (row.problem; as problem) {
            <p>{{ language.pick(problem) }}</p>
          }
          @if (row.answered; as answer) {
            <p class="muted">
              {{ word(row.state) }} {{ moment(answer.at) }}, {{ answer.by
              }}{{ answer.reason === '' ? '' : ': ' + answer.reason }}
            </p>
          }
          @if (row.akte; as akte) {
            <p>
              <ng-container i18n="@@weitergabe.became">Bei uns</ng-container>
              <a [routerLink]="['/akten']" [queryParams]="{ akte: akte.id }">{{ akte.aktenzeichen }}</a>
            </p>
          }
          @if (row.state === 'offen') {
            <div class="row">
              <button lmButton type="button" size="small" (click)="sheet.set({ step: 'accept', row })">
                {{ labels.accept }}<span class="visually-hidden"> {{ row.aktenzeichen }}</span>
              </button>
              <button lmButton type="button" size="small" (click)="sheet.set({ step: 'refuse', row })">
                {{ labels.refuse }}<span class="visually-hidden"> {{ row.aktenzeichen }}</span>
              </button>
            </div>
          }
        </li>
      }
    </ul>
    @if (sheet(); as open) {
      @if (open.step === 'accept') {
        <lm-accept-sheet [angebot]="open.row" (closed)="sheet.set(null)" (done)="done()" />
      } @else {
        <lm-reason-sheet
          act="weitergabe.refuseAngebot"
          [effect]="refuseEffect"
          [state]="asking.state()"
          [refusal]="asking.refusal()"
          (closed)="sheet.set(null)"
          (confirmed)="refuse(open.row, $event)"
        />
      }
    }`,
  styleUrl: './rows.css',
})
export class AngebotList {
  readonly rows = input.required<readonly AngebotRow[]>();
  readonly changed = output();

  private readonly acts = inject(Acts);
  protected readonly moment = moment;
  protected readonly language = inject(Language);
  protected readonly asking = new Asking();
  protected readonly sheet = signal<{ readonly step: 'accept' | 'refuse'; readonly row: AngebotRow } | null>(null);
  protected readonly kinds = KINDS;
  protected readonly word = angebotWord;
  protected readonly tone = angebotTone;
  protected readonly stufe = stufeText;
  protected readonly day = date;
  protected readonly size = byteSize;
  protected readonly labels = {
    accept: this.language.pick(ACTS['weitergabe.acceptAngebot'].label),
    refuse: this.language.pick(ACTS['weitergabe.refuseAngebot'].label),
  };
  protected readonly refuseEffect = $localize`:@@weitergabe.refuseEffect:Der andere Mandant erfährt den Grund; die Akte bleibt dort.`;

  protected async refuse({ id, version, aktenzeichen }: AngebotRow, reason: string): Promise<void> {
    const input = { angebotId: id, version, reason };
    if (await this.asking.ask(() => this.acts.run('weitergabe.refuseAngebot', input, aktenzeichen))) this.done();
  }

  protected done(): void {
    this.sheet.set(null);
    this.changed.emit();
  }
}
