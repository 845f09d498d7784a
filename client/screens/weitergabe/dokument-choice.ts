import { ChangeDetectionStrategy, Component, computed, inject, input, model, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WeitergabeDokument } from '../../../server/contract/weitergabe-views.js';
import { Language } from '../../live/language.js';
import { byteSize, date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Tag } from '../../ui/tag/tag.js';
import { stufeText } from '../access/words.js';

/** The Dokumente of an Akte: those that go, those that somebody leaves out, and those that cannot go, with the reason. */
@Component({
  selector: 'lm-dokument-choice',
  imports: [Button, Checkbox, Control, Field, RouterLink, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="tools">
      <lm-field label="Dokumente suchen" i18n-label="@@inspect.search">
        <input lmControl type="search" autocomplete="off" (input)="query.set(textOf($event))" />
      </lm-field>
      @if (whole()) {
        <p class="muted" i18n="@@weitergabe.wholeAkte">Mit der Zuständigkeit geht die ganze Akte.</p>
      } @else {
        <button lmButton type="button" (click)="setShown(true)" i18n="@@weitergabe.allShown">Alle gezeigten</button>
        <button lmButton type="button" (click)="setShown(false)" i18n="@@weitergabe.noneShown">
          Keines der gezeigten
        </button>
      }
    </div>
    <ul [attr.aria-label]="listLabel">
      @for (dokument of shown(); track dokument.id) {
        <li>
          @if (dokument.leftOut; as why) {
            <lm-tag tone="warning" i18n="@@weitergabe.stays">geht nicht mit</lm-tag>
            <div class="words">
              <span>
                <span class="muted">{{ dokument.vorgang }} Nr. {{ dokument.nummer }}</span>
                <a [routerLink]="['/dokumente', dokument.id]">{{ dokument.betreff }}</a>
              </span>
              <span>{{ language.pick(why) }}</span>
            </div>
          } @else {
            <lm-checkbox
              [checked]="whole() || !without().has(dokument.id)"
              [disabled]="whole()"
              (checkedChange)="set(dokument.id, $event)"
            >
              <span class="muted">{{ dokument.vorgang }} Nr. {{ dokument.nummer }}</span> {{ dokument.betreff }}
            </lm-checkbox>
            <span class="muted facts">
              @if (dokument.stufe !== 'offen') {
                <lm-tag tone="warning" icon="shield-lock">{{ stufe(dokument.stufe) }}</lm-tag>
              }
              <span i18n="@@weitergabe.version">Fassung {{ dokument.version }}</span>
              <span>{{ dokument.date ? day(dokument.date) : '' }}</span>
              <span>{{ size(dokument.size) }}</span>
            </span>
          }
        </li>
      }
    </ul>`,
  styleUrl: './dokument-choice.css',
})
export class DokumentChoice {
  readonly dokumente = input.required<readonly WeitergabeDokument[]>();
  /** Nothing can be left out: the responsibility goes for all of it. */
  readonly whole = input(false);
  /** Ids of what somebody leaves out. */
  readonly without = model<ReadonlySet<string>>(new Set());

  protected readonly language = inject(Language);
  protected readonly query = signal('');
  protected readonly day = date;
  protected readonly size = byteSize;
  protected readonly stufe = stufeText;
  protected readonly listLabel = $localize`:@@screen.dokumente:Dokumente`;
  protected readonly shown = computed(() => {
    const words = this.query().toLowerCase().split(/\s+/).filter(Boolean);
    return this.dokumente().filter(({ betreff, nummer, vorgang }) => {
      const text = `${vorgang} ${nummer} ${betreff}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  });

  protected set(id: string, goes: boolean): void {
    const without = new Set(this.without());
    if (goes) without.delete(id);
    else without.add(id);
    this.without.set(without);
  }

  protected setShown(go: boolean): void {
    const without = new Set(this.without());
    for (const { id } of this.shown()) {
      if (go) without.delete(id);
      else without.add(id);
    }
    this.without.set(without);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
