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
import type { ActInput, ActOutput, PersonActName } from '../../../server/contract/acts.js';
import type { LinkedView } from '../../../server/contract/eingang-views.js';
import type { EingangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { stillHere } from '../../live/still-here.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Splitter } from '../../ui/splitter/splitter.js';
import { type Tab, Tabs } from '../../ui/tabs/tabs.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { DocumentPane } from '../document/document-pane.js';
import { linkPlaces } from '../inbox/places.js';
import { ReasonSheet } from '../shared/reason-sheet.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { wideScreen } from '../shared/wide-screen.js';
import { EingangActBar } from './eingang-act-bar.js';
import { actsFor, type EingangAct, type Finished, mayFile } from './eingang-acts.js';
import { EingangOrigin } from './eingang-origin.js';
import { papersOf } from './eingang-papers.js';
import { type Filing, faultsOf, openFiling, placeOf, processFor, toInput, withoutChoice } from './filing.js';
import { FilingCard } from './filing-card.js';
import { ForwardSheet } from './forward-sheet.js';
import { ScanSheet } from './scans/scan-sheet.js';
import { SetAside } from './set-aside.js';

type Sheet = 'none' | 'setAside' | 'forward' | 'refuse' | 'waive' | 'rearrange';

interface Item {
  readonly eingangId: string;
  readonly version: number;
}

/** Of an act that asks for nothing but the item as it is. */
const plain = (item: Item) => item;

type View = 'ablegen' | 'text' | 'herkunft' | 'dokument';

/** One item: its paper in the middle, the filing card at the right. */
@Component({
  selector: 'lm-eingang-pane',
  imports: [
    DocumentPane,
    EingangActBar,
    EingangOrigin,
    FilingCard,
    ForwardSheet,
    IconButton,
    Pane,
    ReasonSheet,
    RefusalAlert,
    ScanSheet,
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
  readonly done = output<Finished>();
  readonly returned = output<string>();
  readonly back = output();

  protected readonly wide = wideScreen();
  protected readonly cardSize = signal(440);
  protected readonly source = liveView<EingangView>(() => `posteingang/${this.id()}`, ['eingang']);
  protected readonly eingang = this.source.value;
  protected readonly papers = computed(() => papersOf(this.eingang()));
  protected readonly linked = computed(() => linkPlaces(this.eingang()?.examination ?? null, this.papers(), new Map()));
  protected readonly place = linkedSignal<string, string | null>({ source: this.id, computation: () => null });
  protected readonly view = linkedSignal<string, View>({ source: this.id, computation: () => 'ablegen' });
  protected readonly sheet = linkedSignal<string, Sheet>({ source: this.id, computation: () => 'none' });
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
  /** A new one for each item: what was said against one is not said of the next. */
  private readonly stillHere = stillHere();
  private readonly asking = linkedSignal<string, Asking>({
    source: this.id,
    computation: () => new Asking(this.stillHere),
  });
  protected readonly state = computed(() => this.asking().state());
  protected readonly refusal = computed(() => this.asking().refusal());
  protected readonly offered = computed<readonly EingangAct[]>(() => {
    const eingang = this.eingang();
    return eingang ? actsFor(eingang, this.session.may('posteingang.receive')) : [];
  });
  protected readonly tabs = computed<readonly Tab<View>[]>(() => [
    { id: 'ablegen', label: $localize`:@@eingang.file:Ablegen` },
    { id: 'text', label: $localize`:@@eingang.text:Text` },
    { id: 'herkunft', label: $localize`:@@eingang.origin:Herkunft` },
    ...(this.wide() ? [] : [{ id: 'dokument' as const, label: $localize`:@@aufgabe.document:Dokument` }]),
  ]);

  private readonly session = inject(Session);
  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
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

  /** What one of the buttons, or its key, means for the open item; nothing where it is not offered. */
  perform(act: EingangAct): void {
    if (!this.offered().includes(act)) return;
    switch (act) {
      case 'posteingang.assignEingang':
        return this.file();
      case 'posteingang.setAsideEingang':
        return this.sheet.set('setAside');
      case 'posteingang.forwardEingang':
        return this.sheet.set('forward');
      case 'posteingang.refuseEingang':
        return this.sheet.set('refuse');
      case 'posteingang.resumeEingang':
      case 'posteingang.recallEingang':
      case 'posteingang.unlinkDuplicate':
        return this.send(act, plain, () => this.returned.emit(this.id()));
      case 'posteingang.waiveReceipt':
        return this.sheet.set('waive');
      case 'posteingang.rearrangeScans':
        return this.rearrange();
      case 'posteingang.orderReceipt':
        return this.send(act, this.receipt, () =>
          this.finish($localize`:@@receipt.ordered:Die Bestätigung geht in 30 Sekunden hinaus; Z hält sie an.`),
        );
      case 'posteingang.holdReceipt':
        return this.send(act, this.receipt, () => this.returned.emit(this.id()));
      case 'posteingang.acceptEingang':
        return this.send(act, plain, () => void this.source.reload());
    }
  }

  /** Files the item as the card says; what is missing is shown at its field. */
  file(): void {
    const [filing, eingang] = [this.filing(), this.eingang()];
    if (!filing || !eingang || !mayFile(eingang)) return;
    this.checked.set(true);
    const input = toInput(filing, eingang);
    if (!input) return this.focusFault();
    this.send(
      'posteingang.assignEingang',
      () => input,
      (answer) => {
        const aktenzeichen = answer.aktenzeichen || placeOf(filing, eingang.proposals)?.aktenzeichen || '';
        this.finish($localize`:@@eingang.filed:Abgelegt in ${aktenzeichen}:aktenzeichen:.`);
      },
    );
  }

  /** Says that the open item is an earlier one again: the one given, or else the surest of those found. */
  linkDuplicate(originalId = this.eingang()?.duplicates[0]?.id): void {
    const eingang = this.eingang();
    if (!eingang || !mayFile(eingang)) return;
    if (!originalId)
      return this.toasts.show($localize`:@@duplicate.none:Zu dieser Sendung ist keine Dublette gefunden.`);
    this.send(
      'posteingang.linkDuplicate',
      (item) => ({ ...item, originalId }),
      () => this.finish($localize`:@@duplicate.done:Als Dublette verknüpft.`),
    );
  }

  protected unlink({ id: eingangId, version }: LinkedView): void {
    this.send(
      'posteingang.unlinkDuplicate',
      () => ({ eingangId, version }),
      () => this.returned.emit(eingangId),
    );
  }

  protected edit(part: Partial<Filing>): void {
    this.said.update((said) => ({ ...said, ...part }));
  }

  protected sendAside(note: string): void {
    this.sheet.set('none');
    this.send(
      'posteingang.setAsideEingang',
      (item) => ({ ...item, note }),
      () => this.finish($localize`:@@eingang.aside:Zur Klärung gegeben.`),
    );
  }

  protected refuse(reason: string): void {
    this.send(
      'posteingang.refuseEingang',
      (item) => ({ ...item, reason }),
      () => this.finish($localize`:@@forward.refused:Zurückgegeben.`),
    );
  }

  protected waive(reason: string): void {
    this.send(
      'posteingang.waiveReceipt',
      (item) => ({ ...this.receipt(item), reason }),
      () => this.finish($localize`:@@receipt.waived:Keine Bestätigung; der Grund steht im Protokoll.`),
    );
  }

  /** These acts are about the receipt, which has a version of its own. */
  private readonly receipt = (item: Item): Item => ({
    ...item,
    version: this.eingang()?.receipt?.version ?? item.version,
  });

  /** The open item is done with: the next one opens, and this is said of it. */
  protected finish(result: string, next?: string): void {
    this.sheet.set('none');
    this.done.emit({ id: this.id(), result, next });
  }

  protected finishForwarded(name: string): void {
    this.finish($localize`:@@forward.done:Weitergegeben an ${name}:name:.`);
  }

  private rearrange(): void {
    const stays = this.eingang()?.pagesStay;
    return stays ? this.toasts.show(this.language.pick(stays)) : this.sheet.set('rearrange');
  }

  /** Runs an act about the open item; a refusal is shown, and nothing follows. */
  private send<Name extends PersonActName>(
    name: Name,
    inputFor: (item: Item) => ActInput<Name>,
    then: (answer: ActOutput<Name>) => void,
  ): void {
    const eingang = this.eingang();
    if (!eingang) return;
    const input = inputFor({ eingangId: eingang.id, version: eingang.version });
    void this.asking()
      .ask(() => this.acts.run(name, input, eingang.title))
      .then((answer) => {
        if (answer) then(answer);
      });
  }

  /** The faults stand in the page only after the next drawing. */
  private focusFault(): void {
    const wrong = '[aria-invalid="true"], .where:has(.fault) :is(input, button)';
    afterNextRender(() => this.host.querySelector<HTMLElement>(wrong)?.focus(), { injector: this.injector });
  }
}
