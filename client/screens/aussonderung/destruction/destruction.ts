import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { ACTS } from '../../../../server/contract/acts.js';
import type { AussonderungCandidate } from '../../../../server/contract/aussonderung-views.js';
import type { VernichtungItemView, VernichtungView } from '../../../../server/contract/vernichtung-views.js';
import { Acts } from '../../../live/acts.js';
import { Language } from '../../../live/language.js';
import { liveView } from '../../../live/live-view.js';
import { isRefusal, type Refusal } from '../../../live/refusal.js';
import { Session } from '../../../live/session.js';
import { date } from '../../../locale/format.js';
import { Button } from '../../../ui/button/button.js';
import { Checkbox } from '../../../ui/checkbox/checkbox.js';
import { Icon } from '../../../ui/icon/icon.js';
import { Tag, type Tone } from '../../../ui/tag/tag.js';
import { Toasts } from '../../../ui/toast/toasts.js';
import { ReasonSheet } from '../../shared/reason-sheet.js';
import { RefusalAlert } from '../../shared/refusal-alert.js';

type Step =
  | { readonly act: 'request' }
  | { readonly act: 'withdraw'; readonly of: VernichtungView }
  | { readonly act: 'exclude'; readonly of: VernichtungView; readonly item: VernichtungItemView };

/** Vernichtung: what may be destroyed, what waits for a second person, what is proved. */
@Component({
  selector: 'lm-destruction',
  imports: [Button, Checkbox, Icon, ReasonSheet, RefusalAlert, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './destruction.html',
  styleUrl: './destruction.css',
})
export class Destruction {
  /** Vorgaenge whose period is over. */
  readonly due = input.required<readonly AussonderungCandidate[]>();

  protected readonly session = inject(Session);
  protected readonly language = inject(Language);
  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly date = date;
  protected readonly list = liveView<{ vernichtungen: VernichtungView[] }>(
    () => 'aussonderungen/vernichtungen',
    ['aussonderung'],
  );
  protected readonly picked = signal<ReadonlySet<string>>(new Set());
  protected readonly step = signal<Step | null>(null);
  protected readonly state = signal<'ready' | 'busy'>('ready');
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly labels = {
    request: this.language.pick(ACTS['aussonderung.requestVernichtung'].label),
    release: this.language.pick(ACTS['aussonderung.releaseVernichtung'].label),
    withdraw: this.language.pick(ACTS['aussonderung.withdrawVernichtung'].label),
    exclude: this.language.pick(ACTS['aussonderung.excludeVorgang'].label),
  };
  /** Aussonderungsart V: everything else that stands against an Abgabe stands here too. */
  protected readonly candidates = computed(() =>
    this.due()
      .filter(({ aussonderungsart }) => aussonderungsart === 'V')
      .map((candidate) => ({
        ...candidate,
        obstacles: candidate.obstacles.filter(({ code }) => !NO_OBSTACLE.has(code)),
      })),
  );
  protected readonly chosen = computed(() => {
    const free = this.candidates().filter(({ obstacles }) => obstacles.length === 0);
    return free.filter(({ vorgangId }) => this.picked().has(vorgangId));
  });
  protected readonly effect = computed(() => {
    const step = this.step();
    switch (step?.act) {
      case 'exclude':
        return $localize`:@@destruction.excludeEffect:${step.item.aktenzeichen}:aktenzeichen: wird nicht vernichtet. Der Grund steht im Löschnachweis.`;
      case 'withdraw':
        return $localize`:@@destruction.withdrawEffect:Nichts davon wird vernichtet; die Vorgänge sind wieder frei.`;
      default:
        return $localize`:@@destruction.requestEffect:${this.chosen().length}:count: Vorgänge werden zur Vernichtung vorgelegt. Bis zur Freigabe durch eine zweite Person bleibt alles, wie es ist.`;
    }
  });
  protected readonly actOf = computed(() => {
    switch (this.step()?.act) {
      case 'exclude':
        return 'aussonderung.excludeVorgang' as const;
      case 'withdraw':
        return 'aussonderung.withdrawVernichtung' as const;
      default:
        return 'aussonderung.requestVernichtung' as const;
    }
  });

  protected toggle(id: string, chosen: boolean): void {
    const picked = new Set(this.picked());
    if (chosen) picked.add(id);
    else picked.delete(id);
    this.picked.set(picked);
  }

  protected open(step: Step): void {
    this.refusal.set(null);
    this.step.set(step);
  }

  protected stateOf({ state }: VernichtungView): { word: string; tone: Tone } {
    return STATES[state];
  }

  protected mayRelease({ state, requestedById }: VernichtungView): boolean {
    return (
      state === 'requested' &&
      this.session.may('aussonderung.releaseVernichtung') &&
      this.session.person()?.id !== requestedById
    );
  }

  protected mayChange({ state }: VernichtungView): boolean {
    return state === 'requested' && this.session.may('aussonderung.requestVernichtung');
  }

  protected async confirm(reason: string): Promise<void> {
    const step = this.step();
    if (!step) return;
    await this.alone(async () => {
      const answer = await this.perform(step, reason);
      this.refusal.set(isRefusal(answer) ? answer : null);
      if (isRefusal(answer)) return;
      this.step.set(null);
      this.picked.set(new Set());
    });
  }

  protected async release({ id, version, items }: VernichtungView): Promise<void> {
    await this.alone(async () => {
      const input = { vernichtungId: id, version };
      const object = items.map(({ aktenzeichen }) => aktenzeichen).join(', ');
      const answer = await this.acts.run('aussonderung.releaseVernichtung', input, object);
      this.refusal.set(isRefusal(answer) ? answer : null);
      if (!isRefusal(answer)) {
        this.toasts.show(
          $localize`:@@destruction.released:Freigegeben. Der Löschnachweis erscheint hier, wenn alles vernichtet ist.`,
        );
      }
    });
  }

  private perform(step: Step, reason: string) {
    switch (step.act) {
      case 'request': {
        const vorgangIds = this.chosen().map(({ vorgangId }) => vorgangId);
        const object = this.chosen()
          .map(({ aktenzeichen }) => aktenzeichen)
          .join(', ');
        return this.acts.run('aussonderung.requestVernichtung', { vorgangIds, reason }, object);
      }
      case 'withdraw': {
        const { id, version, reason: requested } = step.of;
        return this.acts.run('aussonderung.withdrawVernichtung', { vernichtungId: id, version, reason }, requested);
      }
      case 'exclude': {
        const { id, version } = step.of;
        const { vorgangId, aktenzeichen } = step.item;
        const input = { vernichtungId: id, version, vorgangId, reason };
        return this.acts.run('aussonderung.excludeVorgang', input, aktenzeichen);
      }
    }
  }

  private async alone(work: () => Promise<void>): Promise<void> {
    if (this.state() === 'busy') return;
    this.state.set('busy');
    await work();
    this.state.set('ready');
    await this.list.reload();
  }
}

/** Stands against handing over, not against destroying. */
const NO_OBSTACLE = new Set([
  'aussonderung.toDestroy',
  'aussonderung.noDokument',
  'aussonderung.draftDokument',
  'aussonderung.confidential',
]);

const STATES: Readonly<Record<VernichtungView['state'], { word: string; tone: Tone }>> = {
  requested: { word: $localize`:@@destruction.requested:wartet auf Freigabe`, tone: 'warning' },
  released: { word: $localize`:@@destruction.running:wird vernichtet`, tone: 'accent' },
  done: { word: $localize`:@@destruction.done:vernichtet`, tone: 'success' },
  withdrawn: { word: $localize`:@@destruction.withdrawn:zurückgezogen`, tone: 'neutral' },
};
