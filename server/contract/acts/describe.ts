import type { Permission } from '../permissions.js';
import type { Sentence } from '../rejections.js';

/** Why an act can or cannot be taken back; shown in the wording of its button and in „Zuletzt getan“. */
export type Undo =
  | { readonly kind: 'reversible'; readonly by: string }
  | { readonly kind: 'final'; readonly why: Sentence }
  | { readonly kind: 'system' };

export interface ActDescription {
  readonly label: Sentence;
  /** Absent for acts that only the system performs (jobs, engine); such acts have no HTTP route. */
  readonly permission?: Permission;
  readonly undo: Undo;
  /** Single key while a list, tree or task pane has the focus. */
  readonly key?: string;
}

/** The system's own act; nobody takes it back. */
export const system = { kind: 'system' } as const satisfies Undo;

/** A person's act that stays; says why, and what to do instead. */
export const final = (de: string, en: string): Undo => ({ kind: 'final', why: { de, en } });
