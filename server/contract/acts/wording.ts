import type { TermName, WordingLanguage } from '../wording-views.js';
import type { ActDescription } from './describe.js';

export const wordingActs = {
  'wording.changeWord': {
    label: { de: 'Wort ändern', en: 'Change the word' },
    permission: 'wording.change',
    undo: { kind: 'reversible', by: 'wording.changeWord' },
  },
} as const satisfies Record<string, ActDescription>;

export interface WordingActTypes {
  'wording.changeWord': {
    /** `forms` as many as the term has; null: as everybody says it. `version` 0: never changed so far. */
    input: { term: TermName; language: WordingLanguage; forms: string[] | null; version: number };
    output: { version: number; before: string[] | null };
  };
}
