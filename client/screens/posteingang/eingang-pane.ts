import {
  afterNextRender,
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { EingangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Button } from '../../ui/button/button.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Splitter } from '../../ui/splitter/splitter.js';
import { type Tab, Tabs } from '../../ui/tabs/tabs.js';
import { DocumentPane } from '../document/document-pane.js';
import type { Paper } from '../document/paper.js';
import { linkPlaces } from '../inbox/places.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { wideScreen } from '../shared/wide-screen.js';
import { EingangOrigin } from './eingang-origin.js';
import { type Filing, faultsOf, openFiling, placeOf, processFor, toInput, withoutChoice } from './filing.js';
import { FilingCard } from './filing-card.js';
import { SetAside } from './set-aside.js';

type View = 'ablegen' | 'text' | 'herkunft' | 'dokument';

/** One item: its paper in the middle, the filing card at the right. */
@Component({
  selector: 'lm-eingang-pane',
  imports: [
    Button,
    DocumentPane,
    EingangOrigin,
    FilingCard,
    IconButton,
    Pane,
    RefusalAlert,
    SetAside,
    Skeleton,
    Splitter,
    Tabs,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './eingang-pane.html',
  styleUrl: './eingang-pane.css',
})
export class EingangPane {
  readonly id = input.required<string>();
  readonly position = input.required<number>();
  readonly count = input.required<number>();
  readonly focusOnOpen = input(false);
  readonly opened = output();
  readonly done = output<{ id: string; result: string }>();
  readonly returned = output<string>();
  readonly back = output();

  protected readonly wide = wideScreen();
  protected readonly cardSize = signal(440);
  protected readonly source = liveView<EingangView>(() => `posteingang/${this.id()}`, ['eingang']);
  protected readonly eingang = this.source.value;
  protected readonly papers = computed<readonly Paper[]>(() =>
    (this.eingang()?.files ?? []).map((file, index) => ({
      id: String(index),
      title: file.name,
      file,
      version: null,
      signatures: this.signatures(index),
    })),
  );
  protected readonly linked = computed(() => linkPlaces(this.eingang()?.examination ?? null, this.papers(), new Map()));
  protected readonly place = linkedSignal<string, string | null>({ source: this.id, computation: () => null });
  protected readonly view = linkedSignal<string, View>({ source: this.id, computation: () => 'ablegen' });
  protected readonly refusal = linkedSignal<string, Refusal | null>({ source: this.id, computation: () => null });
  protected readonly sheet = linkedSignal<string, 'none' | 'setAside'>({ source: this.id, computation: () => 'none' });
  private readonly stage = computed(() => {
    const eingang = this.eingang();
    return `${this.id()} ${eingang?.state ?? ''} ${eingang?.proposals.length ?? 0}`;
  });
  /** What the person says of the open item. Other proposals take a choice among them back, and nothing else. */
  private readonly said = linkedSignal<string, Partial<Filing>>({
    source: this.stage,
    computation: (_stage, previous) => {
      if (!previous?.source.startsWith(`${this.id()} `)) return {};
      return typeof previous.value.place === 'number' ? withoutChoice(previous.value) : previous.value;
    },
  });
  protected readonly filing = computed<Filing | null>(() => {
    const eingang = this.eingang();
    return eingang && { ...openFiling(eingang), ...this.said() };
  });
  protected readonly faults = computed(() => {
    const [filing, eingang] = [this.filing(), this.eingang()];
    return filing && eingang && this.checked() ? faultsOf(filing, eingang.proposals) : [];
  });
  protected readonly checked = linkedSignal<string, boolean>({ source: this.id, computation: () => false });
  protected readonly state = signal<'ready' | 'busy'>('ready');
  protected readonly tabs = computed<readonly Tab<View>[]>(() => [
    { id: 'ablegen', label: $localize`:@@eingang.file:Ablegen` },
    { id: 'text', label: $localize`:@@eingang.text:Text` },
    { id: 'herkunft', label: $localize`:@@eingang.origin:Herkunft` },
    ...(this.wide() ? [] : [{ id: 'dokument' as const, label: $localize`:@@aufgabe.document:Dokument` }]),
  ]);
  protected readonly aside = ACTS['posteingang.setAsideEingang'].label;
  protected readonly resumeLabel = ACTS['posteingang.resumeEingang'].label;
  protected readonly assignLabel = ACTS['posteingang.assignEingang'].label;
  protected readonly language = inject(Language);

  private readonly acts = inject(Acts);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    afterRenderEffect(() => {
      if (!this.filing() || !this.focusOnOpen()) return;
      this.host.querySelector<HTMLElement>('[data-pane-focus], .act-bar button')?.focus();
      this.opened.emit();
    });
  }

  pick(index: number): void {
    const eingang = this.eingang();
    const proposal = eingang?.proposals[index];
    if (eingang && proposal) this.edit({ place: index, processId: processFor(eingang, proposal) });
  }

  setAside(): void {
    if (this.eingang()?.state === 'geprueft') this.sheet.set('setAside');
  }

  /** Files the item as the card says; what is missing is shown at its field. */
  file(): void {
    const [filing, eingang] = [this.filing(), this.eingang()];
    if (!filing || !eingang || !this.canFile(eingang)) return;
    this.checked.set(true);
    const input = toInput(filing, eingang);
    if (!input) return this.focusFault();
    void this.run(async () => {
      const answer = await this.acts.run('posteingang.assignEingang', input, eingang.title);
      if (isRefusal(answer)) return answer;
      const aktenzeichen = answer.aktenzeichen || placeOf(filing, eingang.proposals)?.aktenzeichen || '';
      this.done.emit({
        id: eingang.id,
        result: $localize`:@@eingang.filed:Abgelegt in ${aktenzeichen}:aktenzeichen:.`,
      });
      return null;
    });
  }

  protected edit(part: Partial<Filing>): void {
    this.said.update((said) => ({ ...said, ...part }));
  }

  protected canFile(eingang: EingangView): boolean {
    return eingang.state === 'geprueft' || eingang.state === 'klaerung';
  }

  protected sendAside(note: string): void {
    const eingang = this.eingang();
    if (!eingang) return;
    void this.run(async () => {
      const input = { eingangId: eingang.id, version: eingang.version, note };
      const answer = await this.acts.run('posteingang.setAsideEingang', input, eingang.title);
      this.sheet.set('none');
      if (isRefusal(answer)) return answer;
      this.done.emit({ id: eingang.id, result: $localize`:@@eingang.aside:Zur Klärung gegeben.` });
      return null;
    });
  }

  protected resume(): void {
    const eingang = this.eingang();
    if (!eingang) return;
    void this.run(async () => {
      const input = { eingangId: eingang.id, version: eingang.version };
      const answer = await this.acts.run('posteingang.resumeEingang', input, eingang.title);
      if (isRefusal(answer)) return answer;
      this.returned.emit(eingang.id);
      return null;
    });
  }

  /** The faults stand in the page only after the next drawing. */
  private focusFault(): void {
    const wrong = '[aria-invalid="true"], .where:has(.fault) :is(input, button)';
    afterNextRender(() => this.host.querySelector<HTMLElement>(wrong)?.focus(), { injector: this.injector });
  }

  private async run(act: () => Promise<Refusal | null>): Promise<void> {
    if (this.state() === 'busy') return;
    this.state.set('busy');
    this.refusal.set(await act());
    this.state.set('ready');
  }

  private signatures(index: number): Paper['signatures'] {
    const report = index === 0 ? this.eingang()?.examination?.signatures : null;
    return report?.signatures.map(({ sentence }) => sentence) ?? [];
  }
}
