import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SearchHit } from '../../../server/contract/search-views.js';
import { date } from '../../locale/format.js';
import { Icon } from '../../ui/icon/icon.js';
import { addressOf, type RecordAddress } from '../shared/record-address.js';
import { groupHits } from './group-hits.js';
import { HIT_ICONS, withoutText, wordOf } from './hit-words.js';

/** What was found, by Akte: title, where it belongs, and the places of its content that fit. */
@Component({
  selector: 'lm-hit-list',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.choosing]': "choosing() === 'offered'" },
  template: `@for (group of groups(); track group.akteId) {
    <section>
      <h2><lm-icon name="folder" [size]="16" />{{ group.betreff }}</h2>
      <ol>
        @for (hit of group.hits; track hit.id) {
          <li>
            @if (choosing() === 'offered') {
              <input
                type="checkbox"
                [checked]="chosen().has(hit.id)"
                [attr.aria-label]="nameOf(hit)"
                (click)="choose(hit, $event)"
              />
            }
            <lm-icon [name]="icons[hit.kind]" [size]="18" />
            <div>
              @let address = addressOf(hit);
              <a [routerLink]="address.path" [queryParams]="address.query">
                @for (piece of hit.betreff; track $index) {
                  @if (piece.hit) {
                    <mark>{{ piece.text }}</mark>
                  } @else {
                    <span>{{ piece.text }}</span>
                  }
                }
              </a>
              <p class="facts">
                <span>{{ word(hit.kind) }}</span><span class="reference"
                  >{{ hit.aktenzeichen }}{{ hit.nummer ? ' · Nr. ' + hit.nummer : '' }}</span
                >
                @if (hit.state; as state) {
                  <span>{{ word(state) }}</span>
                }
                @if (hit.art; as art) {
                  <span>{{ word(art) }}</span>
                }
                <span>{{ date(hit.day) }}</span>
              </p>
              @for (place of hit.places; track $index) {
                <p class="place">
                  @for (piece of place; track $index) {
                    @if (piece.hit) {
                      <mark>{{ piece.text }}</mark>
                    } @else {
                      <span>{{ piece.text }}</span>
                    }
                  }
                </p>
              }
              @if (withoutText(hit); as note) {
                <p class="note">{{ note }}</p>
              }
            </div>
          </li>
        }
      </ol>
    </section>
  }`,
  styleUrl: './hit-list.css',
})
export class HitList {
  readonly hits = input.required<readonly SearchHit[]>();
  /** Whether hits can be chosen for a batch. */
  readonly choosing = input<'offered' | 'none'>('none');
  /** Ids of those that are. */
  readonly chosen = model<ReadonlySet<string>>(new Set());

  protected readonly groups = computed(() => groupHits(this.hits()));
  protected readonly icons = HIT_ICONS;
  protected readonly word = wordOf;
  protected readonly withoutText = withoutText;
  protected readonly date = date;
  /** The last one chosen: with the Shift key everything between it and the next is chosen too. */
  private anchor: string | null = null;

  protected nameOf({ aktenzeichen, nummer, betreff }: SearchHit): string {
    const reference = nummer === null ? aktenzeichen : `${aktenzeichen} ${nummer}`;
    const title = betreff.map(({ text }) => text).join('');
    return $localize`:@@search.choose:${reference}:reference: ${title}:title: für einen Stapel wählen`;
  }

  protected choose(hit: SearchHit, event: MouseEvent): void {
    const ids = this.groups().flatMap((group) => group.hits.map(({ id }) => id));
    const [from, to] = [ids.indexOf(this.anchor ?? hit.id), ids.indexOf(hit.id)];
    const range = event.shiftKey && from >= 0 ? ids.slice(Math.min(from, to), Math.max(from, to) + 1) : [hit.id];
    const on = (event.target as HTMLInputElement).checked;
    this.anchor = hit.id;
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      for (const id of range)
        if (on) next.add(id);
        else next.delete(id);
      return next;
    });
  }

  /** A Dokument is looked for where it lies: it may have been taken out of its Vorgang. */
  protected addressOf({ kind, id }: SearchHit): RecordAddress {
    return kind === 'dokument' ? { path: ['/dokumente', id], query: {} } : addressOf({ kind, id });
  }
}
