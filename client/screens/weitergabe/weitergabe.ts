import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { WeitergabeRecipient } from '../../../server/contract/acts/weitergabe.js';
import type {
  WeitergabeChoice,
  WeitergabeDokument,
  WeitergabeKind,
  WeitergabeTarget,
} from '../../../server/contract/weitergabe-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { byteSize, count, dayOf } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { TextField } from '../../ui/field/text-field.js';
import { Pane } from '../../ui/pane/pane.js';
import { Segmented } from '../../ui/segmented/segmented.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { Obstacles } from '../akte/obstacles.js';
import { makeCode, makeSecret } from '../shared/make-secret.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { DokumentChoice } from './dokument-choice.js';
import { MadeList } from './made-list.js';
import { type PickupKeys, PickupSheet } from './pickup-sheet.js';
import { KINDS } from './words.js';

const DAY_MS = 86_400_000;

/** F13: hands an Akte over, after a dry run that says what goes; and shows what became of earlier ones. */
@Component({
  selector: 'lm-weitergabe',
  imports: [
    ...[Alert, Button, Control, DokumentChoice, EmptyState, Field, MadeList, Obstacles, Pane, RefusalAlert, RouterLink],
    ...[PickupSheet, Segmented, Select, Skeleton, TextField],
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './weitergabe.html',
  styleUrl: './weitergabe.css',
})
export class Weitergabe {
  /** Id of the Akte. */
  readonly id = input.required<string>();

  private readonly acts = inject(Acts);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  protected readonly language = inject(Language);
  protected readonly label = this.language.pick(ACTS['weitergabe.orderWeitergabe'].label);
  protected readonly kind = signal<WeitergabeKind>('kopie');
  protected readonly to = signal<WeitergabeTarget>('aussen');
  protected readonly recipient = signal('');
  protected readonly mandantId = signal('');
  protected readonly reason = signal('');
  protected readonly days = signal('14');
  protected readonly downloads = signal('3');
  /** Ids of the Dokumente that are left out. */
  protected readonly without = signal<ReadonlySet<string>>(new Set());
  protected readonly keys = signal<PickupKeys | null>(null);
  protected readonly asking = new Asking();
  protected readonly kinds = [
    { id: 'kopie', label: KINDS.kopie },
    { id: 'zustaendigkeit', label: KINDS.zustaendigkeit },
  ] as const;
  protected readonly targets = [
    { id: 'aussen', label: $localize`:@@weitergabe.aussen:Behörde außerhalb` },
    { id: 'mandant', label: $localize`:@@weitergabe.mandant:Mandant dieser Installation` },
  ] as const;

  protected readonly view = liveView<WeitergabeChoice>(
    () => `akten/${encodeURIComponent(this.id())}/weitergabe?kind=${this.kind()}&to=${this.to()}`,
    ['akte', 'vorgang'],
  );
  /** The last dry run stays until that of the other kind is there. */
  protected readonly choice = linkedSignal<WeitergabeChoice | null, WeitergabeChoice | null>({
    source: this.view.value,
    computation: (now, previous) => now ?? previous?.value ?? null,
  });
  protected readonly mandanten = computed(() =>
    (this.choice()?.mandanten ?? []).map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly going = computed<readonly WeitergabeDokument[]>(() => {
    const without = this.kind() === 'zustaendigkeit' ? new Set<string>() : this.without();
    return (this.choice()?.dokumente ?? []).filter(({ id, leftOut }) => leftOut === null && !without.has(id));
  });
  protected readonly sum = computed(() => {
    const size = byteSize(this.going().reduce((bytes, dokument) => bytes + dokument.size, 0));
    const total = this.choice()?.dokumente.length ?? 0;
    return $localize`:@@weitergabe.sum:${count(this.going().length)}:going: von ${count(total)}:total: Dokumenten, ${size}:size:`;
  });
  /** How many of those that go are for fewer eyes than all. */
  protected readonly confidential = computed(() => this.going().filter(({ stufe }) => stufe !== 'offen').length);
  protected readonly confidentialTitle = computed(
    () => $localize`:@@weitergabe.confidential:Eingestufte Dokumente gehen mit: ${count(this.confidential())}:count:`,
  );
  protected readonly missing = computed(() => {
    if (this.going().length === 0) return 'dokumente';
    if (this.to() === 'aussen' ? this.recipient().trim() === '' : this.mandantId() === '') return 'recipient';
    if (!isWithin(this.days(), 90)) return 'days';
    if (this.to() === 'aussen' && !isWithin(this.downloads(), 100)) return 'downloads';
    return this.reason().trim().length < 3 ? 'reason' : null;
  });
  protected readonly state = computed(() => {
    const settled = this.view.state() === 'ready' && this.choice()?.obstacles.length === 0;
    return settled && this.missing() === null ? this.asking.state() : 'blocked';
  });

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async order(): Promise<void> {
    const choice = this.choice();
    if (!choice || this.state() !== 'ready') return;
    const secrets = this.to() === 'aussen' ? { token: makeSecret('lw_'), code: makeCode() } : null;
    const days = Number(this.days());
    const whole = this.kind() === 'zustaendigkeit' || this.without().size === 0;
    const input = {
      ...{ akteId: choice.akte.id, kind: this.kind(), to: this.wish(secrets), days, reason: this.reason().trim() },
      dokumentIds: whole ? null : this.going().map(({ id }) => id),
    };
    const answer = await this.asking.ask(() =>
      this.acts.run('weitergabe.orderWeitergabe', input, choice.akte.aktenzeichen),
    );
    if (!answer) return;
    this.toasts.show($localize`:@@weitergabe.ordered:Die Weitergabe wird zusammengestellt.`);
    const expiresOn = dayOf(new Date(this.session.now().getTime() + days * DAY_MS));
    if (secrets) this.keys.set({ ...secrets, recipient: this.recipient().trim(), expiresOn });
    this.reason.set('');
    await this.view.reload();
  }

  private wish(secrets: { readonly token: string; readonly code: string } | null): WeitergabeRecipient {
    if (!secrets) return { kind: 'mandant', mandantId: this.mandantId() };
    const recipient = this.recipient().trim();
    return { kind: 'aussen', recipient, ...secrets, downloads: Number(this.downloads()) };
  }
}

function isWithin(text: string, most: number): boolean {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most;
}
