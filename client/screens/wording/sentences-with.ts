import { REJECTIONS } from '../../../server/contract/rejections.js';
import type { Term, WordingLanguage } from '../../../server/contract/wording-views.js';
import { wholeWords } from '../../locale/own-words.js';

/** Sentences of the interface in which a word stands, short ones first; what is filled in later shows as three dots. */
export function sentencesWith({ forms }: Term, language: WordingLanguage): string[] {
  const pattern = wholeWords(forms, language);
  const sentences = Object.values(REJECTIONS).flatMap(({ message, remedy }) => [message[language], remedy[language]]);
  return [...new Set(sentences.map((sentence) => sentence.replace(/\{\w+\}/g, '…')))]
    .filter((sentence) => pattern.test(sentence))
    .sort((a, b) => a.length - b.length);
}
