import { inject, Injectable, signal } from '@angular/core';
import type { WiedervorlageView } from '../../../server/contract/aufgaben-views.js';
import type { MappeDokument } from '../../../server/contract/laufweg-views.js';
import type { AufgabeView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Language } from '../../live/language.js';
import { isRefusal, type Answer } from '../../live/refusal.js';
import { Drafts } from './drafts.js';

type Data = Readonly<Record<string, unknown>>;

/** The acts of the open Aufgabe. Work on an Aufgabe of the group claims it first, so that two people never type at once. */
@Injectable()
export class AufgabeActs {
  private readonly acts = inject(Acts);
  private readonly drafts = inject(Drafts);
  private readonly language = inject(Language);
  private readonly busy = signal<ReadonlySet<string>>(new Set());
  /** Claims on their way or done, by Aufgabe: the version that the row has afterwards. */
  private readonly claims = new Map<string, Promise<Answer<{ version: number }>>>();

  /** One Aufgabe may wait for the line while another is worked on. */
  state(aufgabeId: string): 'ready' | 'busy' {
    return this.busy().has(aufgabeId) ? 'busy' : 'ready';
  }

  complete(aufgabe: AufgabeView, data: Data): Promise<Answer<unknown>> {
    return this.alone(aufgabe.id, async () => {
      const version = await this.ownVersion(aufgabe);
      if (isRefusal(version)) return version;
      const input = { aufgabeId: aufgabe.id, version, data: { ...data }, ...seenIn(aufgabe) };
      const answer = await this.acts.run('aufgabe.completeAufgabe', input, this.titleOf(aufgabe));
      if (!isRefusal(answer)) this.drafts.drop(aufgabe.id);
      return answer;
    });
  }

  sign(aufgabe: AufgabeView, password: string, bemerkung: string): Promise<Answer<unknown>> {
    return this.alone(aufgabe.id, async () => {
      const version = await this.ownVersion(aufgabe);
      if (isRefusal(version)) return version;
      const remark = aufgabe.laufweg && bemerkung !== '' ? { bemerkung } : {};
      const input = { aufgabeId: aufgabe.id, version, password, ...seenIn(aufgabe), ...remark };
      const answer = await this.acts.run('zeichnung.signDokument', input, this.titleOf(aufgabe));
      if (!isRefusal(answer)) this.drafts.drop(aufgabe.id);
      return answer;
    });
  }

  closeZdA({ id, vorgang }: AufgabeView): Promise<Answer<unknown>> {
    const input = { vorgangId: vorgang.id, version: vorgang.version };
    return this.alone(id, () => this.acts.run('akte.closeZdA', input, vorgang.betreff));
  }

  handOver(aufgabe: AufgabeView, personId: string, note: string): Promise<Answer<unknown>> {
    return this.alone(aufgabe.id, async () => {
      const claimed = aufgabe.assignee === null ? await this.claimOnce(aufgabe) : aufgabe;
      if (isRefusal(claimed)) return claimed;
      const input = { aufgabeId: aufgabe.id, version: claimed.version, personId, note };
      return this.acts.run('aufgabe.forwardAufgabe', input, this.titleOf(aufgabe));
    });
  }

  async claim(aufgabe: AufgabeView): Promise<Answer<unknown>> {
    return this.alone(aufgabe.id, () => this.claimOnce(aufgabe));
  }

  async release(aufgabe: AufgabeView): Promise<Answer<unknown>> {
    this.claims.delete(aufgabe.id);
    const input = { aufgabeId: aufgabe.id, version: aufgabe.version };
    return this.alone(aufgabe.id, () => this.acts.run('aufgabe.releaseAufgabe', input, this.titleOf(aufgabe)));
  }

  setWiedervorlage(aufgabe: AufgabeView, wanted: WiedervorlageView): Promise<Answer<object>> {
    const input = { aufgabeId: aufgabe.id, ...wanted };
    return this.alone(aufgabe.id, () => this.acts.run('aufgabe.setWiedervorlage', input, this.titleOf(aufgabe)));
  }

  endWiedervorlage(aufgabe: AufgabeView): Promise<Answer<object>> {
    return this.alone(aufgabe.id, () =>
      this.acts.run('aufgabe.endWiedervorlage', { aufgabeId: aufgabe.id }, this.titleOf(aufgabe)),
    );
  }

  /** Keeps what was typed; the first key stroke claims an Aufgabe that nobody has. */
  edited(aufgabe: AufgabeView, data: Data): void {
    this.drafts.keep(aufgabe.id, data);
    if (aufgabe.assignee === null) void this.claimOnce(aufgabe);
  }

  /** For an act that is final: it is not done later by itself, when a claim has waited for the line. */
  private async ownVersion(aufgabe: AufgabeView): Promise<Answer<number>> {
    // Someone else's Aufgabe is sent as it is: the server says who has it, in its own words.
    if (aufgabe.assignee !== null) return aufgabe.version;
    const claimed = await this.acts.whileConnected(this.claimOnce(aufgabe));
    return isRefusal(claimed) ? claimed : claimed.version;
  }

  private claimOnce(aufgabe: AufgabeView): Promise<Answer<{ version: number }>> {
    const input = { aufgabeId: aufgabe.id, version: aufgabe.version };
    const claim = this.claims.get(aufgabe.id) ?? this.acts.run('aufgabe.claimAufgabe', input, this.titleOf(aufgabe));
    this.claims.set(aufgabe.id, claim);
    void claim.then((answer) => isRefusal(answer) && this.claims.delete(aufgabe.id));
    return claim;
  }

  private async alone<Value>(
    aufgabeId: string,
    act: () => Promise<Answer<Value>>,
  ): Promise<Answer<Value> | typeof BUSY> {
    if (this.state(aufgabeId) === 'busy') return BUSY;
    this.busy.update((busy) => new Set([...busy, aufgabeId]));
    try {
      return await act();
    } finally {
      this.busy.update((busy) => new Set([...busy].filter((id) => id !== aufgabeId)));
    }
  }

  private titleOf(aufgabe: AufgabeView): string {
    return `${this.language.asWritten(aufgabe.titel)} (${aufgabe.aktenzeichen})`;
  }
}

/** At a station of a Laufweg the answer names the versions that stand beside it: it is bound to them. */
function seenIn({ laufweg }: AufgabeView): { seen?: MappeDokument[] } {
  if (!laufweg || laufweg.role === 'halt') return {};
  return { seen: laufweg.dokumente.map(({ dokumentId, newest }) => ({ dokumentId, nummer: newest })) };
}

/** A second press while the first is on its way; the idempotency key would make it harmless, a sentence makes it clear. */
const BUSY = {
  kind: 'rejection',
  code: 'client.busy',
  status: 0,
  message: { de: 'Der Schritt wird gerade ausgeführt.', en: 'The step is being carried out.' },
  remedy: { de: 'Bitte warten Sie einen Augenblick.', en: 'Please wait a moment.' },
  reasons: [],
} as const;
