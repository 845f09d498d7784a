import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { WeitergabeRow } from '../../../server/contract/weitergabe-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { Session } from '../../live/session.js';
import { byteSize, date, moment } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Progress } from '../../ui/progress/progress.js';
import { Tag } from '../../ui/tag/tag.js';
import { makeCode } from '../shared/make-secret.js';
import { ReasonSheet } from '../shared/reason-sheet.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { ReleaseSheet } from './release-sheet.js';
import { type PickupKeys, PickupSheet } from './pickup-sheet.js';
import { KINDS, stateTone, stateWord } from './words.js';

type Step = 'withdraw' | 'confirm' | 'release';

/** What was handed over: where each stands, how often it was fetched, and what can still be done about it. */
@Component({
  selector: 'lm-made-list',
  imports: [Button, Progress, ReasonSheet, RefusalAlert, ReleaseSheet, PickupSheet, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './made-list.html',
  styleUrl: './rows.css',
})
export class MadeList {
  readonly rows = input.required<readonly WeitergabeRow[]>();
  /** `akte` names the Akte of each, where rows of several stand together. */
  readonly named = input<'akte' | 'nothing'>('nothing');
  readonly changed = output();

  private readonly acts = inject(Acts);
  private readonly session = inject(Session);
  protected readonly moment = moment;
  protected readonly language = inject(Language);
  protected readonly asking = new Asking();
  protected readonly sheet = signal<{ readonly step: Step; readonly row: WeitergabeRow } | null>(null);
  protected readonly keys = signal<PickupKeys | null>(null);
  protected readonly kinds = KINDS;
  protected readonly word = stateWord;
  protected readonly tone = stateTone;
  protected readonly day = date;
  protected readonly size = byteSize;
  protected readonly labels = {
    withdraw: this.language.pick(ACTS['weitergabe.withdrawWeitergabe'].label),
    release: this.language.pick(ACTS['weitergabe.releaseWeitergabe'].label),
    renew: this.language.pick(ACTS['weitergabe.renewCode'].label),
    confirm: this.language.pick(ACTS['weitergabe.confirmReceipt'].label),
  };
  protected readonly effects = {
    withdraw: $localize`:@@weitergabe.withdrawEffect:Nichts lässt sich danach mehr abholen oder annehmen; das Paket wird gelöscht.`,
    confirm: $localize`:@@weitergabe.confirmEffect:Die andere Behörde hat bestätigt, dass sie zuständig ist. Die Akte wird hier ab jetzt nur noch aufbewahrt.`,
  };

  protected underWay({ state }: WeitergabeRow): boolean {
    return state === 'wartet' || state === 'laeuft';
  }

  protected mayWithdraw({ state }: WeitergabeRow): boolean {
    return this.session.may('weitergabe.order') && ['beantragt', 'wartet', 'laeuft', 'bereit'].includes(state);
  }

  protected mayRenew(row: WeitergabeRow): boolean {
    return this.mayWithdraw(row) && row.to === 'aussen';
  }

  protected mayRelease({ state, createdById }: WeitergabeRow): boolean {
    const own = this.session.person()?.id === createdById;
    return state === 'beantragt' && this.session.may('weitergabe.release') && !own;
  }

  protected mayConfirm({ kind, to, state, downloads }: WeitergabeRow): boolean {
    const fetched = state === 'bereit' && (downloads?.count ?? 0) > 0;
    return kind === 'zustaendigkeit' && to === 'aussen' && fetched && this.session.may('weitergabe.order');
  }

  protected async renew({ id, version, recipient }: WeitergabeRow): Promise<void> {
    const code = makeCode();
    const input = { weitergabeId: id, version, code };
    const answer = await this.asking.ask(() => this.acts.run('weitergabe.renewCode', input, recipient));
    if (!answer) return;
    this.keys.set({ token: null, code, recipient, expiresOn: null });
    this.changed.emit();
  }

  protected async give({ step, row }: { readonly step: Step; readonly row: WeitergabeRow }, reason: string) {
    const act = step === 'confirm' ? 'weitergabe.confirmReceipt' : 'weitergabe.withdrawWeitergabe';
    const input = { weitergabeId: row.id, version: row.version, reason };
    if (await this.asking.ask(() => this.acts.run(act, input, row.recipient))) this.done();
  }

  protected done(): void {
    this.sheet.set(null);
    this.changed.emit();
  }
}
