import { ACTS, type ActDescription, type ActName } from '../../server/contract/acts.js';
import type { Sentence } from '../../server/contract/rejections.js';

/** Why a final act cannot be taken back: the sentence that its review sheet shows. */
export function whyFinal(name: ActName): Sentence {
  const { undo }: ActDescription = ACTS[name];
  if (undo.kind !== 'final') throw new Error(`${name} is not final and needs no review sheet`);
  return undo.why;
}
