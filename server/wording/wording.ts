import { reject, type Rejection } from '../contract/rejections.js';
import {
  TERM_IDS,
  TERMS,
  type OwnWord,
  type Term,
  type TermName,
  type WordingLanguage,
} from '../contract/wording-views.js';

/** How the product says it; null where the word stays in this language. */
export function termOf(term: TermName, language: WordingLanguage): Term | null {
  return TERMS[term][language];
}

/** What is wrong with these forms for a term, as far as the term alone tells. */
export function refuseForms(
  term: TermName,
  language: WordingLanguage,
  forms: readonly string[] | null,
): Rejection | null {
  const standard = termOf(term, language);
  if (!standard) return reject('wording.fixed');
  if (forms === null || forms.length === standard.forms.length) return null;
  return reject('wording.wrongForms', { expected: standard.forms.length, found: forms.length });
}

/**
 * Refuses a word that already stands for another thing of the same language.
 * @param own what the authority says otherwise today
 */
export function refuseTaken({ term, language, forms }: OwnWord, own: readonly OwnWord[]): Rejection | null {
  const wanted = new Map(forms.map((form) => [form.toLocaleLowerCase('de'), form]));
  for (const other of TERM_IDS.filter((id) => id !== term)) {
    const standard = termOf(other, language);
    if (!standard) continue;
    const said = own.find((word) => word.term === other && word.language === language)?.forms ?? [];
    // The standard word of the other one is taken, too: it comes back as soon as somebody takes the change back.
    const clash = [...standard.forms, ...said].find((form) => wanted.has(form.toLocaleLowerCase('de')));
    if (clash) return reject('wording.taken', { word: clash, other: standard.forms[0] ?? other });
  }
  return null;
}
