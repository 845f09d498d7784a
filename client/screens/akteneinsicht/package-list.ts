import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { AkteneinsichtRow, AkteneinsichtState } from '../../../server/contract/akteneinsicht-views.js';
import { date, dayOf } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Tag, type Tone } from '../../ui/tag/tag.js';

/** Packages that were ordered: how far they are, and for how long they can be downloaded. */
@Component({
  selector: 'lm-package-list',
  imports: [Button, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ul>
    @for (row of rows(); track row.id) {
      <li>
        <div class="row">
          <lm-tag [tone]="tone(row.state)">{{ word(row.state) }}</lm-tag>
          <strong>{{ row.applicant }}</strong>
          <span class="muted">{{ row.ground }}, {{ date(dayOf(row.createdAt)) }}, {{ row.createdBy }}</span>
        </div>
        @if (row.state === 'wartet' || row.state === 'laeuft') {
          <div class="row" role="status">
            <progress [max]="row.total" [value]="row.done" [attr.aria-label]="row.applicant"></progress>
            <span i18n="@@inspect.progress">{{ row.done }} von {{ row.total }}</span>
            <button lmButton type="button" size="small" (click)="cancelled.emit(row)" i18n="@@ui.cancel">
              Abbrechen
            </button>
          </div>
        } @else if (row.file; as file) {
          <div class="row">
            <a lmButton icon="download" [href]="file.url" download="Akteneinsicht.pdf" i18n="@@inspect.download"
              >Paket</a
            >
            <a
              lmButton
              icon="download"
              [href]="'/api/akteneinsichten/' + row.id + '/pruefsummen'"
              download="Pruefsummen.json"
              i18n="@@inspect.hashes"
              >Prüfsummen</a
            >
            <span class="muted" i18n="@@inspect.until">{{ file.pages }} Blatt, bis {{ date(row.expiresOn) }}</span>
          </div>
          <p class="hash muted">SHA-256 {{ file.sha256 }}</p>
        } @else if (row.state === 'gescheitert') {
          <p i18n="@@inspect.failed">Zu groß oder zu langsam. Bitte die Einsicht je Vorgang zusammenstellen.</p>
        }
      </li>
    }
  </ul>`,
  styles: `
    li {
      padding: 8px 0;
      border-bottom: 1px solid var(--line);
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
    }
    .hash {
      font-size: 0.75rem;
      overflow-wrap: anywhere;
    }
  `,
})
export class PackageList {
  readonly rows = input.required<readonly AkteneinsichtRow[]>();
  readonly cancelled = output<AkteneinsichtRow>();

  protected readonly date = date;
  protected readonly dayOf = dayOf;

  protected word(state: AkteneinsichtState): string {
    return {
      wartet: $localize`:@@inspect.waiting:wartet`,
      laeuft: $localize`:@@inspect.running:läuft`,
      fertig: $localize`:@@inspect.done:fertig`,
      gescheitert: $localize`:@@inspect.broken:gescheitert`,
      abgebrochen: $localize`:@@inspect.cancelled:beendet`,
    }[state];
  }

  protected tone(state: AkteneinsichtState): Tone {
    if (state === 'fertig') return 'success';
    return state === 'gescheitert' ? 'warning' : 'neutral';
  }
}
