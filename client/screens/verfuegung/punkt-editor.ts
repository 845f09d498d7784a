import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, model } from '@angular/core';
import type { FederfuehrungView } from '../../../server/contract/akte-views.js';
import type { StationPerson } from '../../../server/contract/laufweg-views.js';
import { PUNKT_ARTEN, PUNKT_WORDS, type PunktArt } from '../../../server/contract/verfuegung-views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { date, dayOf } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Control } from '../../ui/field/control.js';
import { DateField } from '../../ui/field/date-field.js';
import { Field } from '../../ui/field/field.js';
import { Select, type SelectOption } from '../../ui/field/select.js';
import { ROLES } from '../access/words.js';
import { PersonField } from '../laufweg/person-field.js';
import { afterStep, emptyPunkt, nextKey, withArt, withPunkt, type DraftPunkt } from './draft.js';

type Step = 'up' | 'down' | 'remove';

const STEPS: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', Delete: 'remove' };

/** The points of a Verfügung as a numbered list: every step of it is a button and, with Alt, a key. */
@Component({
  selector: 'lm-punkt-editor',
  imports: [Button, Control, DateField, Field, IconButton, PersonField, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './punkt-editor.html',
  styleUrls: ['../shared/step-rows.css', './punkt-editor.css'],
})
export class PunktEditor {
  readonly vorgangId = input.required<string>();
  /** `one`: a single point that is added to a Verfügung. */
  readonly most = input<'many' | 'one'>('many');
  readonly punkte = model.required<readonly DraftPunkt[]>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  protected readonly day = date;
  protected readonly today = computed(() => dayOf(this.session.now()));
  private readonly units = liveView<FederfuehrungView>(() => 'federfuehrungen', []);
  protected readonly arten: readonly SelectOption[] = PUNKT_ARTEN.map((value) => ({
    value,
    label: this.language.pick(PUNKT_WORDS[value].long),
  }));
  private readonly onePerson: SelectOption = {
    value: 'person',
    label: $localize`:@@verfuegung.onePerson:eine Person`,
  };
  private readonly groups = ROLES.filter(({ value }) => value !== 'archiv' && value !== 'administration');
  protected readonly personOrGroup: readonly SelectOption[] = [this.onePerson, ...this.groups];
  protected readonly selfOrPerson: readonly SelectOption[] = [
    { value: 'self', label: $localize`:@@verfuegung.myself:ich selbst` },
    this.onePerson,
  ];
  protected readonly unitOptions = computed<readonly SelectOption[]>(() => [
    { value: '', label: $localize`:@@verfuegung.responsibleUnit:die zuständige` },
    ...(this.units.value()?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ]);
  protected readonly textLabels: Readonly<Record<PunktArt, string>> = {
    vermerk: $localize`:@@verfuegung.textVermerk:Text des Vermerks`,
    zK: $localize`:@@verfuegung.textZK:Hinweis`,
    zwV: $localize`:@@verfuegung.textZwV:Was zu veranlassen ist`,
    bR: $localize`:@@verfuegung.textBR:Worum es geht`,
    wv: $localize`:@@verfuegung.textWv:Anlass`,
    zdA: '',
  };
  protected readonly fristLabel = $localize`:@@verfuegung.frist:Frist`;
  protected readonly wvLabel = $localize`:@@verfuegung.wvDay:Tag der Wiedervorlage`;

  protected add(): void {
    const punkt = emptyPunkt(nextKey(this.punkte()));
    this.punkte.update((punkte) => withPunkt(punkte, punkt));
    this.focus(punkt.key);
  }

  protected step(index: number, step: Step): void {
    this.punkte.update((punkte) => afterStep(punkte, index, step));
  }

  protected key(event: KeyboardEvent, index: number): void {
    const step = event.altKey && this.most() === 'many' ? STEPS[event.key] : undefined;
    if (!step) return;
    event.preventDefault();
    const { key } = this.punkte()[index] ?? {};
    this.step(index, step);
    const next = step === 'remove' ? this.punkte()[Math.min(index, this.punkte().length - 1)]?.key : key;
    if (next !== undefined) this.focus(next);
  }

  protected change(index: number, part: Partial<DraftPunkt>): void {
    this.replace(index, (punkt) => ({ ...punkt, ...part }));
  }

  protected takeArt(index: number, art: string): void {
    this.replace(index, (punkt) => withArt(punkt, art as PunktArt));
  }

  protected takeWhom(index: number, whom: string): void {
    this.change(index, { whom: whom as DraftPunkt['whom'] });
  }

  protected takePerson(index: number, person: StationPerson | null): void {
    this.change(index, { person });
  }

  protected isGroup({ art, whom }: DraftPunkt): boolean {
    return (art === 'zK' || art === 'zwV') && whom !== 'person' && whom !== 'self';
  }

  protected asksPerson(punkt: DraftPunkt): boolean {
    return punkt.art !== 'vermerk' && punkt.art !== 'zdA' && punkt.whom === 'person';
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }

  private replace(index: number, changed: (punkt: DraftPunkt) => DraftPunkt): void {
    this.punkte.update((punkte) => punkte.map((punkt, place) => (place === index ? changed(punkt) : punkt)));
  }

  /** After the point has been drawn at its place. */
  private focus(key: number): void {
    setTimeout(() => this.host.querySelector<HTMLElement>(`[data-punkt="${key}"] select`)?.focus());
  }
}
