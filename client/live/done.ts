import { inject, Injectable, signal } from '@angular/core';
import {
  ACTS,
  type ActDescription,
  type ActInput,
  type ActOutput,
  type PersonActName,
} from '../../server/contract/acts.js';
import type { Sentence } from '../../server/contract/rejections.js';
import { compensation, type PreparedAct } from './compensation.js';
import { Session } from './session.js';

export interface DoneAct {
  readonly number: number;
  readonly at: Date;
  readonly label: Sentence;
  readonly object: string;
  /** The act that takes it back, or why there is none. */
  readonly undo: PreparedAct | { readonly why: Sentence };
}

/** ux.md: the last 50 own acts. */
const KEPT = 50;

/** „Zuletzt getan“: the own acts of this sign-in, each with its way back or the reason why there is none. */
@Injectable({ providedIn: 'root' })
export class Done {
  readonly acts = signal<readonly DoneAct[]>([]);

  private readonly session = inject(Session);
  private count = 0;

  add<Name extends PersonActName>(name: Name, input: ActInput<Name>, output: ActOutput<Name>, object: string): void {
    const description: ActDescription = ACTS[name];
    const back = compensation(name, input, output, this.session.person()?.id ?? '');
    const why = description.undo.kind === 'final' ? description.undo.why : NO_WAY_BACK;
    const act = {
      number: ++this.count,
      at: this.session.now(),
      label: description.label,
      object,
      undo: back ?? { why },
    };
    this.acts.update((acts) => [act, ...acts].slice(0, KEPT));
  }

  /** Called when an act has been taken back: its way back is used up. */
  markUndone(act: DoneAct): void {
    const undone = { ...act, undo: { why: { de: 'Schon zurückgenommen.', en: 'Already taken back.' } } };
    this.acts.update((acts) => acts.map((other) => (other.number === act.number ? undone : other)));
  }
}

const NO_WAY_BACK: Sentence = {
  de: 'Das ist selbst schon der Rückweg.',
  en: 'This is itself the way back.',
};
