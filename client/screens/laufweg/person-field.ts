import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { StationArt, StationPerson } from '../../../server/contract/laufweg-views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';

let next = 0;

/** Finds a person by the beginning of a name, and says at once why somebody could never do what is asked. */
@Component({
  selector: 'lm-station-person',
  imports: [Control, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './person-field.html',
  styleUrl: './person-field.css',
})
export class PersonField {
  readonly vorgangId = input.required<string>();
  /** Ids of the Dokumente that go round, with commas: who wrote them cannot sign them. */
  readonly dokumente = input.required<string>();
  readonly art = input.required<StationArt>();
  readonly person = input<StationPerson | null>(null);
  readonly personChange = output<StationPerson | null>();

  protected readonly id = `station-person-${++next}`;
  protected readonly language = inject(Language);
  protected readonly text = linkedSignal(() => this.person()?.name ?? '');
  protected readonly asked = signal<string | null>(null);
  protected readonly active = signal(0);
  private readonly view = liveView<{ personen: StationPerson[] }>(() => {
    const words = this.asked();
    if (words === null) return null;
    const parameters = new URLSearchParams({ q: words, dokumente: this.dokumente() });
    return `vorgaenge/${this.vorgangId()}/laufweg/personen?${parameters.toString()}`;
  }, []);
  protected readonly found = computed(() => this.view.value()?.personen ?? []);
  protected readonly open = computed(() => this.asked() !== null);
  protected readonly nothing = computed(
    () => this.open() && this.view.state() === 'ready' && this.found().length === 0,
  );
  protected readonly why = computed(() => {
    const never = this.person()?.never[this.art()];
    return never ? `${this.person()?.name ?? ''} ${this.language.pick(never)}` : null;
  });

  protected type(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.text.set(value);
    this.active.set(0);
    this.asked.set(value.trim() === '' ? null : value.trim());
    if (this.person()) this.personChange.emit(null);
  }

  protected key(event: KeyboardEvent): void {
    const { key } = event;
    if (!this.open()) return;
    const last = this.found().length - 1;
    if (key === 'ArrowDown') this.active.update((place) => Math.min(place + 1, last));
    else if (key === 'ArrowUp') this.active.update((place) => Math.max(place - 1, 0));
    else if (key === 'Enter') this.choose(this.found()[this.active()]);
    else if (key === 'Escape') this.asked.set(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected choose(person: StationPerson | undefined): void {
    this.asked.set(null);
    if (person) this.personChange.emit(person);
  }

  protected reason(person: StationPerson): string {
    const never = person.never[this.art()];
    return never ? this.language.pick(never) : '';
  }
}
