import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import type { AufgabenList, WiedervorlageArt } from '../../../server/contract/aufgaben-views.js';
import type { AufgabeView } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { stillHere } from '../../live/still-here.js';
import { date, dayOf } from '../../locale/format.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Splitter } from '../../ui/splitter/splitter.js';
import { type Tab, Tabs } from '../../ui/tabs/tabs.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { DocumentPane } from '../document/document-pane.js';
import { papersOf } from '../document/paper.js';
import { prepareForm } from '../form/form-schema.js';
import { HistoryList } from '../shared/history-list.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { wideScreen } from '../shared/wide-screen.js';
import { ActBar } from './act-bar.js';
import { AufgabeActs } from './aufgabe-acts.js';
import { AufgabeBody } from './aufgabe-body.js';
import { AufgabeFlow } from './aufgabe-flow.js';
import { AufgabeVorgang } from './aufgabe-vorgang.js';
import { addressOf, AufgabenAhead } from './aufgaben-ahead.js';
import { Handover } from './handover.js';
import { inMappe } from './mappe.js';
import { linkPlaces } from './places.js';
import { SignSheet } from './sign-sheet.js';
import { WiedervorlageSheet } from './wiedervorlage-sheet.js';

type View = 'aufgabe' | 'vorgang' | 'verlauf' | 'ablauf' | 'dokument';

/** The open Aufgabe: what is asked, the form, the acts, and the document beside it. */
@Component({
  selector: 'lm-aufgabe-pane',
  imports: [
    ActBar,
    AufgabeBody,
    AufgabeFlow,
    AufgabeVorgang,
    DocumentPane,
    Handover,
    HistoryList,
    IconButton,
    Pane,
    RefusalAlert,
    SignSheet,
    Skeleton,
    Splitter,
    Tabs,
    WiedervorlageSheet,
  ],
  providers: [AufgabeActs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './aufgabe-pane.html',
  styleUrl: './aufgabe-pane.css',
})
export class AufgabePane {
  readonly id = input.required<string>();
  /** After an act the first field to fill takes the focus; after a click in the list the focus stays there. */
  readonly focusOnOpen = input(false);
  readonly documentWidth = model<'normal' | 'wide'>('normal');
  readonly done = output<{ id: string; result: string }>();
  /** What the person chose for the last Wiedervorlage. */
  readonly usualWiedervorlage = input<WiedervorlageArt>('ausblenden');
  /** The list in which the Aufgabe is; from that of the Wiedervorlagen nothing leaves when it is put aside. */
  readonly list = input<AufgabenList>('meine');
  readonly opened = output();
  readonly back = output();

  protected readonly language = inject(Language);
  protected readonly acts = inject(AufgabeActs);
  private readonly session = inject(Session);
  protected readonly wide = wideScreen();
  protected readonly documentSize = signal(516);
  private readonly nextOnes = inject(AufgabenAhead);
  protected readonly source = liveView<AufgabeView>(() => addressOf(this.id()), ['aufgabe'], {
    ahead: (address) => this.nextOnes.take(address),
  });
  protected readonly aufgabe = this.source.value;
  protected readonly papers = computed(() => {
    const aufgabe = this.aufgabe();
    return aufgabe ? papersOf(inMappe(aufgabe)) : [];
  });
  /** Who signs finally, and who pays afterwards, looks at the Vermerk; everyone else at what came in. */
  protected readonly chosen = computed(() => {
    const { art, dokumente, laufweg } = this.aufgabe() ?? {};
    if (laufweg) return null;
    if (art !== 'schlusszeichnung' && art !== 'zahlung') return null;
    const vermerke = (dokumente ?? []).filter((dokument) => dokument.art === 'vermerk');
    return papersOf(vermerke).at(-1)?.id ?? null;
  });
  /** Compared by content: a new reading of the same form must not build the form anew under the person's hands. */
  private readonly formText = computed(() => JSON.stringify(this.aufgabe()?.form ?? null));
  protected readonly form = computed(() => {
    const form = JSON.parse(this.formText()) as Record<string, unknown> | null;
    return form ? prepareForm(form, this.language.code, dayOf(this.session.now())) : null;
  });
  protected readonly linked = computed(() =>
    linkPlaces(this.aufgabe()?.examination ?? null, this.papers(), this.form()?.labels ?? new Map<string, string>()),
  );
  protected readonly place = linkedSignal<string, string | null>({ source: this.id, computation: () => null });
  protected readonly view = linkedSignal<string, View>({ source: this.id, computation: () => 'aufgabe' });
  protected readonly remark = signal('');
  protected readonly refusal = linkedSignal<string, Refusal | null>({ source: this.id, computation: () => null });
  protected readonly sheet = linkedSignal<string, 'none' | 'handover' | 'sign' | 'aside'>({
    source: this.id,
    computation: () => 'none',
  });
  protected readonly tabs = computed<readonly Tab<View>[]>(() => [
    { id: 'aufgabe', label: $localize`:@@aufgabe.tab:Aufgabe` },
    { id: 'vorgang', label: $localize`:@@aufgabe.vorgang:Vorgang` },
    { id: 'verlauf', label: $localize`:@@aufgabe.history:Verlauf` },
    { id: 'ablauf', label: $localize`:@@aufgabe.flow:Ablauf` },
    ...(this.wide() ? [] : [{ id: 'dokument' as const, label: $localize`:@@aufgabe.document:Dokument` }]),
  ]);

  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly stillHere = stillHere();
  private readonly body = viewChild(AufgabeBody);
  private readonly bar = viewChild(ActBar);

  constructor() {
    effect(() => {
      const aufgabe = this.aufgabe();
      if (aufgabe && this.form()?.fields !== 'some') untracked(() => this.formReady());
    });
  }

  primary(): void {
    this.bar()?.runPrimary();
  }

  handOver(): void {
    if (this.aufgabe()?.state === 'offen') this.sheet.set('handover');
  }

  putAside(): void {
    if (this.aufgabe()?.state === 'offen') this.sheet.set('aside');
  }

  toAkte(): void {
    const aufgabe = this.aufgabe();
    if (aufgabe) void this.router.navigate(['akten', aufgabe.vorgang.id]);
  }

  /** The form is on screen: only now there is a field that can take the focus. */
  protected formReady(): void {
    if (this.focusOnOpen() && this.body()?.focusFirstEmpty() !== 'focused') this.bar()?.focusPrimary();
    this.opened.emit();
  }

  protected fieldFocused(key: string): void {
    this.place.set(this.linked().byKey.get(key)?.id ?? null);
  }

  /** What was written beside the decision goes along into the sheet, where the form is not seen any more. */
  protected openSign(): void {
    const result = this.body()?.result();
    const remark = result?.kind === 'data' ? result.data['bemerkung'] : null;
    this.remark.set(typeof remark === 'string' ? remark : '');
    this.sheet.set('sign');
  }

  protected async complete(decision: string | null): Promise<void> {
    const aufgabe = this.aufgabe();
    const result = this.body()?.result() ?? { kind: 'data', data: {} };
    if (!aufgabe || result.kind === 'incomplete') return;
    const data = decision === null ? result.data : { ...result.data, entscheidung: decision };
    this.finish(aufgabe, await this.acts.complete(aufgabe, data), $localize`:@@aufgabe.done:Erledigt.`);
  }

  protected async closeZdA(): Promise<void> {
    const aufgabe = this.aufgabe();
    if (!aufgabe) return;
    this.finish(aufgabe, await this.acts.closeZdA(aufgabe), $localize`:@@aufgabe.closed:Der Vorgang ist z. d. A.`);
  }

  protected handedOver(name: string): void {
    this.sheet.set('none');
    this.done.emit({ id: this.id(), result: $localize`:@@aufgabe.handedOver:Weitergegeben an ${name}:name:.` });
  }

  protected asideUntil({ day, art }: { readonly day: string; readonly art: WiedervorlageArt }): void {
    this.sheet.set('none');
    const result = $localize`:@@aufgabe.aside:Wiedervorlage am ${date(day)}:day:.`;
    if (art === 'ausblenden' && this.list() !== 'wiedervorlage') return this.done.emit({ id: this.id(), result });
    this.toasts.show(result);
    void this.source.reload();
  }

  protected async showAgain(): Promise<void> {
    const aufgabe = this.aufgabe();
    if (aufgabe) this.after(aufgabe, await this.acts.endWiedervorlage(aufgabe));
  }

  protected signed(): void {
    this.sheet.set('none');
    this.done.emit({ id: this.id(), result: $localize`:@@aufgabe.signed:Schlussgezeichnet und signiert.` });
  }

  protected async claim(): Promise<void> {
    const aufgabe = this.aufgabe();
    if (aufgabe) this.after(aufgabe, await this.acts.claim(aufgabe));
  }

  protected async release(): Promise<void> {
    const aufgabe = this.aufgabe();
    if (aufgabe) this.after(aufgabe, await this.acts.release(aufgabe));
  }

  private finish(aufgabe: AufgabeView, answer: unknown, result: string): void {
    if (!this.shows(aufgabe)) return this.tell(aufgabe, answer, result);
    // What stands against the answer may be a newer version: then it is shown, and can be decided about.
    if (isRefusal(answer) && answer.code === 'laufweg.mappeChanged') void this.source.reload();
    if (isRefusal(answer)) this.refusal.set(answer);
    else this.done.emit({ id: aufgabe.id, result });
  }

  private after(aufgabe: AufgabeView, answer: unknown): void {
    if (!this.shows(aufgabe)) return this.tell(aufgabe, answer, '');
    this.refusal.set(isRefusal(answer) ? answer : null);
    void this.source.reload();
  }

  /** Over a slow line the person may have gone on to another Aufgabe before the answer is there. */
  private shows({ id }: AufgabeView): boolean {
    return this.stillHere() && this.id() === id;
  }

  private tell({ titel }: AufgabeView, answer: unknown, result: string): void {
    const words = isRefusal(answer) ? this.language.pick(answer.message) : result;
    if (words !== '') this.toasts.show(`${this.language.asWritten(titel)}: ${words}`);
  }
}
