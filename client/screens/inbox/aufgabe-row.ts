import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { AufgabenFact } from '../../../server/contract/aufgaben-views.js';
import type { AufgabeRow as Row, Day } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { date, dayOf, daysBetween, euro } from '../../locale/format.js';
import { Avatar } from '../../ui/avatar/avatar.js';
import { Icon } from '../../ui/icon/icon.js';
import { due } from './group-aufgaben.js';

/** Two lines: what to do and until when; Aktenzeichen, step, key figure. */
@Component({
  selector: 'lm-aufgabe-row',
  imports: [Avatar, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.unread]': 'row().unread' },
  template: `@if (row().unread) {
      <span class="dot"><span class="visually-hidden" i18n="@@inbox.unread">ungelesen</span></span>
    }
    <div class="line">
      <span class="title">{{ language.asWritten(row().titel) }}</span>
      @if (due(); as word) {
        <span class="due" [class]="word.urgency">
          @if (word.urgency === 'overdue') {
            <lm-icon name="schedule" [size]="16" />
          }
          {{ word.words }}
        </span>
      }
    </div>
    <div class="line second">
      <span class="where">{{ where() }}</span>
      @if (row().reminded) {
        <span class="reminded"
          ><lm-icon name="timer" [size]="14" /><ng-container i18n="@@inbox.reminded">erinnert</ng-container></span
        >
      }
      @if (row().wiedervorlage; as again) {
        <span class="reminded" [class.back]="again.day <= today()" [title]="again.note">
          <lm-icon name="event-repeat" [size]="14" />
          @if (again.day <= today()) {
            <ng-container i18n="@@inbox.isBack">wieder da</ng-container>
          } @else {
            <span class="visually-hidden" i18n="@@inbox.againOn">Wiedervorlage am</span>
            {{ date(again.day) }}
          }
        </span>
      }
      @if (row().vertretungFuer; as absent) {
        <span class="reminded" i18n="@@inbox.standingIn">für {{ absent.name }}</span>
      }
      @if (shows('person') && showAssignee() && row().assignee; as person) {
        <lm-avatar size="small" [name]="person.name" /><span class="visually-hidden">{{ person.name }}</span>
      }
      <span class="figures">
        @if (shows('betrag') && row().betragCent !== null) {
          <span class="amount">{{ amount() }}</span>
        }
        @if (shows('dokumente') && row().attachments > 0) {
          <lm-icon name="attach-file" [size]="14" />{{ row().attachments }}
          <span class="visually-hidden">{{ documentWord() }}</span>
        }
      </span>
    </div>`,
  styleUrl: './aufgabe-row.css',
})
export class AufgabeRow {
  readonly row = input.required<Row>();
  readonly today = input.required<Day>();
  /** Shown in lists where several people work. */
  readonly showAssignee = input(false);
  /** What the person has chosen for the second line. */
  readonly facts = input.required<readonly AufgabenFact[]>();

  protected readonly language = inject(Language);
  protected readonly due = computed(() => due(this.row().frist, this.today()));
  protected readonly date = date;
  protected readonly where = computed(() => {
    const { aktenzeichen, schritt, createdAt } = this.row();
    return [
      ...(this.shows('aktenzeichen') ? [aktenzeichen] : []),
      ...(this.shows('schritt') ? [this.language.asWritten(schritt)] : []),
      ...(this.shows('seit') ? [since(daysBetween(dayOf(createdAt), this.today()))] : []),
    ].join(' · ');
  });
  protected readonly documentWord = computed(() =>
    this.row().attachments === 1 ? $localize`:@@inbox.attachment:Dokument` : $localize`:@@inbox.attachments:Dokumente`,
  );
  protected readonly amount = computed(() => euro(this.row().betragCent ?? 0));

  protected shows(fact: AufgabenFact): boolean {
    return this.facts().includes(fact);
  }
}

function since(days: number): string {
  if (days <= 0) return $localize`:@@inbox.sinceToday:seit heute hier`;
  if (days === 1) return $localize`:@@inbox.sinceYesterday:seit gestern hier`;
  return $localize`:@@inbox.sinceDays:seit ${days}:days: Tagen hier`;
}
