import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { ACTS, type PersonActName } from '../../../server/contract/acts.js';
import type { LaufwegLine, LaufwegView } from '../../../server/contract/laufweg-views.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { ReasonSheet } from '../shared/reason-sheet.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { BuildLaufweg, type InsertPlace } from './build-sheet.js';
import { LaufwegRun, type LineAct } from './laufweg-run.js';

type WithReason = Extract<PersonActName, 'laufweg.skipStation' | 'laufweg.recallLaufweg' | 'laufweg.continueLaufweg'>;

/** What is open over the tab. */
type Sheet =
  | { readonly kind: 'build'; readonly place: InsertPlace | null }
  | { readonly kind: 'reason'; readonly act: WithReason; readonly laufweg: LaufwegView; readonly stationId: string };

// Behind the last member; the server takes it for the end.
const END = 1_000;

/** The Laufwege of a Vorgang: builds, shows and changes them. */
@Component({
  selector: 'lm-laufweg-tab',
  imports: [BuildLaufweg, Button, EmptyState, LaufwegRun, ReasonSheet, RefusalAlert, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (mayChange()) {
      <button lmButton type="button" kind="primary" icon="send" (click)="sheet.set({ kind: 'build', place: null })">
        {{ startLabel }}
      </button>
    }
    <div role="status">
      @if (moving.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
    </div>
    @if (view.refusal(); as refusal) {
      <lm-refusal-alert [refusal]="refusal" />
    } @else if (laufwege(); as shown) {
      @for (laufweg of shown; track laufweg.id) {
        <lm-laufweg-run
          [laufweg]="laufweg"
          [changing]="mayChange() ? 'allowed' : 'readOnly'"
          (lineAct)="onLine(laufweg, $event)"
          (recall)="ask('laufweg.recallLaufweg', laufweg)"
          (goOn)="ask('laufweg.continueLaufweg', laufweg)"
        />
      } @empty {
        <lm-empty-state icon="send" heading="Noch nichts im Umlauf." i18n-heading="@@laufweg.none" />
      }
    } @else if (view.state() === 'waiting') {
      <lm-skeleton [lines]="6" />
    }
    @if (build(); as open) {
      <lm-build-laufweg [vorgang]="vorgang()" [place]="open.place" (closed)="sheet.set(null)" (done)="done()" />
    }
    @if (reason(); as open) {
      <lm-reason-sheet
        [act]="open.act"
        [effect]="effects[open.act]"
        [state]="asking.state()"
        [refusal]="asking.refusal()"
        (closed)="sheet.set(null)"
        (confirmed)="confirm(open, $event)"
      />
    }`,
})
export class LaufwegTab {
  readonly vorgang = input.required<VorgangView>();

  private readonly acts = inject(Acts);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly id = computed(() => this.vorgang().id);
  protected readonly view = liveView<{ laufwege: LaufwegView[] }>(
    () => `vorgaenge/${this.id()}/laufwege`,
    ['vorgang', 'aufgabe'],
  );
  protected readonly laufwege = computed(() => this.view.value()?.laufwege ?? null);
  protected readonly startLabel = this.language.pick(ACTS['laufweg.startLaufweg'].label);
  protected readonly sheet = linkedSignal<string, Sheet | null>({ source: this.id, computation: () => null });
  protected readonly build = computed(() => {
    const sheet = this.sheet();
    return sheet?.kind === 'build' ? sheet : null;
  });
  protected readonly reason = computed(() => {
    const sheet = this.sheet();
    return sheet?.kind === 'reason' ? sheet : null;
  });
  protected readonly asking = new Asking();
  protected readonly moving = new Asking();
  protected readonly mayChange = computed(() => this.vorgang().state === 'offen' && this.session.may('akte.edit'));
  protected readonly effects: Readonly<Record<WithReason, string>> = {
    'laufweg.skipStation': $localize`:@@laufweg.skipEffect:Niemand wird hier gefragt; die Station bleibt mit dem Grund sichtbar.`,
    'laufweg.recallLaufweg': $localize`:@@laufweg.recallEffect:Niemand wird mehr gefragt. Was gezeichnet ist, bleibt gezeichnet.`,
    'laufweg.continueLaufweg': $localize`:@@laufweg.continueEffect:Es geht weiter, obwohl nicht gezeichnet wurde. Wer danach zeichnet, liest beides.`,
  };

  protected ask(act: WithReason, laufweg: LaufwegView, stationId = ''): void {
    this.sheet.set({ kind: 'reason', act, laufweg, stationId });
  }

  protected onLine(laufweg: LaufwegView, { act, line }: { act: LineAct; line: LaufwegLine }): void {
    const { id, groupId, index } = line;
    if (act === 'skip') return this.ask('laufweg.skipStation', laufweg, id);
    if (act === 'up' || act === 'down') {
      // Places are those of the list as it is shown, with the line still in it.
      return void this.move(laufweg, line, act === 'up' ? index - 1 : index + 2);
    }
    const place = act === 'insertInside' ? { groupId: id, index: END } : { groupId, index: index + 1 };
    this.sheet.set({ kind: 'build', place: { laufweg, ...place } });
  }

  protected async confirm({ act, laufweg, stationId }: Extract<Sheet, { kind: 'reason' }>, reason: string) {
    // The version that the person has read: if somebody has answered meanwhile, the refusal says so.
    const input = { laufwegId: laufweg.id, version: laufweg.version, reason };
    const { aktenzeichen } = this.vorgang();
    const answer = await this.asking.ask<object>(() =>
      act === 'laufweg.skipStation'
        ? this.acts.run(act, { ...input, stationId }, aktenzeichen)
        : this.acts.run(act, input, aktenzeichen),
    );
    if (answer) this.done();
  }

  protected done(): void {
    this.sheet.set(null);
    void this.view.reload();
  }

  private async move({ id: laufwegId, version }: LaufwegView, line: LaufwegLine, index: number): Promise<void> {
    const { aktenzeichen } = this.vorgang();
    const input = { laufwegId, version, stationId: line.id, groupId: line.groupId, index: Math.max(0, index) };
    if (await this.moving.ask(() => this.acts.run('laufweg.moveStation', input, aktenzeichen))) void this.view.reload();
  }
}
