import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { AussonderungPackage } from '../../../server/contract/aussonderung-views.js';
import { byteSize, clockTime, date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';

/** Packages made so far, each with its hash, so that the archive's receipt can be compared. */
@Component({
  selector: 'lm-package-list',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ul>
    @for (made of packages(); track made.id) {
      <li>
        <div class="words">
          <strong>{{ made.fileName }}</strong>
          <span
            >{{ date(made.createdAt) }}, {{ time(made.createdAt) }} · {{ made.createdBy }} · {{ size(made.size) }}</span
          >
          <span class="reference">{{ made.vorgaenge.join(', ') }}</span>
          <span class="hash">SHA-512 {{ made.sha512 }}</span>
        </div>
        <a lmButton icon="download" [href]="made.url" [attr.download]="made.fileName" i18n="@@document.download"
          >Herunterladen</a
        >
      </li>
    } @empty {
      <li class="muted" i18n="@@aussonderung.noPackages">Noch keine Abgabe.</li>
    }
  </ul>`,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      gap: 12px;
      padding: 12px var(--inset);
      border-bottom: 1px solid var(--line);
      font-size: 0.8125rem;
    }
    .words {
      display: grid;
      flex: 1;
      gap: 2px;
      min-width: 240px;
      overflow-wrap: anywhere;
    }
    strong {
      font-weight: 600;
    }
    span {
      color: var(--muted);
    }
    .hash {
      font-family: var(--mono);
      font-size: 0.75rem;
    }
  `,
})
export class PackageList {
  readonly packages = input.required<readonly AussonderungPackage[]>();
  protected readonly date = date;
  protected readonly time = clockTime;
  protected readonly size = byteSize;
}
