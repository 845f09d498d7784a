import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { FederfuehrungView } from '../../../server/contract/akte-views.js';
import type { SearchHit } from '../../../server/contract/search-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select, type SelectOption } from '../../ui/field/select.js';
import { STUFEN } from '../access/words.js';
import { wordOf } from '../search/hit-words.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { fieldsOf, inputOf, OFFERED, wordOfOperation, type OfferedOperation } from './stapel-words.js';

type Kind = SearchHit['kind'];
const KINDS: readonly Kind[] = ['akte', 'vorgang', 'dokument'];
const ARTEN = ['eingang', 'ausgang', 'vermerk', 'anlage'] as const;

/** Puts a batch together: what shall be done, with the chosen hits or with everything that the search finds. */
@Component({
  selector: 'lm-plan-sheet',
  imports: [Alert, Button, Control, Dialog, Field, RefusalAlert, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-sheet.html',
})
export class PlanSheet {
  readonly query = input.required<string>();
  /** Chosen by hand; none: everything that the search finds. */
  readonly hits = input.required<readonly SearchHit[]>();
  readonly closed = output();
  /** Id of the new batch. */
  readonly planned = output<string>();

  private readonly acts = inject(Acts);
  protected readonly label = inject(Language).pick(ACTS['stapel.planStapel'].label);
  protected readonly asking = new Asking();
  protected readonly scope = signal<'hits' | 'search'>('hits');
  protected readonly scopes = computed<readonly SelectOption[]>(() => [
    { value: 'hits', label: $localize`:@@stapel.scopeHits:${this.hits().length}:count: gewählte Treffer` },
    { value: 'search', label: $localize`:@@stapel.scopeSearch:alles, was die Suche „${this.query()}:query:“ findet` },
  ]);
  protected readonly byHand = computed(() => this.hits().length > 0 && this.scope() === 'hits');
  /** Kinds of records that there is something to do with. */
  private readonly kinds = computed(() =>
    this.byHand() ? KINDS.filter((kind) => this.hits().some((hit) => hit.kind === kind)) : KINDS,
  );
  protected readonly operations = computed<readonly SelectOption[]>(() =>
    this.kinds().flatMap((kind) => OFFERED[kind].map((value) => ({ value, label: wordOfOperation(value) }))),
  );
  protected readonly chosen = signal('');
  protected readonly operation = computed(
    () =>
      (this.operations().find(({ value }) => value === this.chosen()) ?? this.operations()[0])
        ?.value as OfferedOperation,
  );
  protected readonly fields = computed(() => fieldsOf(this.operation()));
  private readonly kind = computed(() => KINDS.find((kind) => OFFERED[kind].includes(this.operation())) ?? 'vorgang');
  protected readonly reason = signal('');
  protected readonly stufe = signal('vertraulich');
  protected readonly jahre = signal('10');
  protected readonly art = signal('vermerk');
  protected readonly unit = signal('');
  private readonly units = liveView<FederfuehrungView>(() => 'federfuehrungen', []);
  protected readonly unitOptions = computed<readonly SelectOption[]>(() =>
    (this.units.value()?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly stufen = STUFEN;
  protected readonly arten: readonly SelectOption[] = ARTEN.map((value) => ({ value, label: wordOf(value) }));

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
  }

  protected async plan(): Promise<void> {
    const operation = this.operation();
    const ids = this.hits().filter(({ kind }) => kind === this.kind());
    const typed = {
      ...{
        reason: this.reason(),
        stufe: this.stufe(),
        jahre: this.jahre(),
        art: this.art(),
        federfuehrungId: this.unit(),
      },
    };
    const input = {
      operation,
      input: inputOf(operation, typed),
      targets: this.byHand()
        ? { kind: 'ids' as const, ids: ids.map(({ id }) => id) }
        : { kind: 'search' as const, query: this.query() },
    };
    const answer = await this.asking.ask(() => this.acts.run('stapel.planStapel', input, wordOfOperation(operation)));
    if (answer) this.planned.emit(answer.stapelId);
  }
}
