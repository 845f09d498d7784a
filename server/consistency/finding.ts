import type { Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { ObjectUse } from './references.store.js';

/** What an object can have. */
export type ObjectFault = 'missing' | 'damaged' | 'wrongSize';
/** What the rows can have. */
export type RowFault = 'danglingRow' | 'withoutVersion' | 'counterBehind' | 'searchMissing' | 'searchStale';

/** One thing that is not as it should be, and that was still so when it was asked a second time. */
export interface Finding {
  readonly kind: ObjectFault | RowFault;
  readonly mandantId: Id;
  readonly sentence: Sentence;
  /** Of an object: what refers to it. */
  readonly reference?: ObjectUse;
  /** Of rows: how many. */
  readonly count: number;
}

/** The sentence about an object: who misses it, and what a person can do. */
export function objectSentence(kind: ObjectFault, holder: Sentence, sha256: string): Sentence {
  const [de, en] = WORDS[kind];
  return { de: `${holder.de}: ${de} (${sha256}).`, en: `${holder.en}: ${en} (${sha256}).` };
}

const WORDS: Readonly<Record<ObjectFault, readonly [string, string]>> = {
  missing: ['Die Datei fehlt in der Ablage', 'the file is missing in the store'],
  damaged: ['Der Inhalt der Datei ist nicht der, der abgelegt wurde', 'the content of the file is not what was stored'],
  wrongSize: ['Die Datei hat eine andere Größe als im Datensatz', 'the file has another size than the record says'],
};
