import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { AktenvorlageKind, AktenvorlagePage, AktenvorlageView } from '../../../server/contract/vorlage-views.js';
import { liveView } from '../../live/live-view.js';
import { PickVorlage } from './pick-vorlage.js';
import { TypedFields } from './typed-fields.js';

/** What a new record begins with, and what was typed for it. */
export interface Beginning {
  readonly aktenvorlageId: string;
  readonly typed: Readonly<Record<string, string>>;
}

/** Offers the Aktenvorlagen that are meant for this place; where there are none, nothing is shown. */
@Component({
  selector: 'lm-begin-from',
  imports: [PickVorlage, TypedFields],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (any()) {
      <lm-pick-vorlage
        label="Beginnt mit der Vorlage"
        i18n-label="@@vorlage.beginFrom"
        [path]="path()"
        none="ohne Vorlage"
        i18n-none="@@vorlage.without"
        [chosen]="id()"
        (chosenChange)="choose($event)"
      />
    }
    @if (chosen.value(); as vorlage) {
      <ul>
        @for (part of vorlage.parts; track $index) {
          <li>{{ part.betreff }}</li>
        }
      </ul>
      <lm-typed-fields [names]="vorlage.asked" [typed]="typed()" (typedChange)="type($event)" />
    }`,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    ul {
      margin: 0;
      padding-left: 20px;
      color: var(--muted);
    }
  `,
})
export class BeginFrom {
  readonly kind = input.required<AktenvorlageKind>();
  /** The position that an Akte is opened at, or the Akte that a Vorgang is opened in. */
  readonly of = input.required<string>();
  readonly beginning = output<Beginning | null>();

  protected readonly id = signal<string | null>(null);
  protected readonly path = computed(
    () => `vorlagen/akten?kind=${this.kind()}&${this.kind() === 'akte' ? 'einheit' : 'akte'}=${this.of()}`,
  );
  private readonly first = liveView<AktenvorlagePage>(() => this.path(), []);
  protected readonly any = computed(() => (this.first.value()?.items.length ?? 0) > 0);
  protected readonly chosen = liveView<AktenvorlageView>(() => {
    const id = this.id();
    return id === null ? null : `vorlagen/akten/${id}`;
  }, []);
  protected readonly typed = linkedSignal<string | null, Readonly<Record<string, string>>>({
    source: this.id,
    computation: () => ({}),
  });

  protected choose(id: string | null): void {
    this.id.set(id);
    this.beginning.emit(id === null ? null : { aktenvorlageId: id, typed: {} });
  }

  protected type(typed: Readonly<Record<string, string>>): void {
    this.typed.set(typed);
    const id = this.id();
    if (id !== null) this.beginning.emit({ aktenvorlageId: id, typed });
  }
}
