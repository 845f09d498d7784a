import { REJECTIONS } from '../../../server/contract/rejections.js';
import type { Term, WordingLanguage } from '../../../server/contract/wording-views.js';

/** Sentences of the interface in which a word stands, short ones first, without those that have places to be filled. */
export function sentencesWith({ forms }: Term, language: WordingLanguage): string[] {
  const letter = '[\\p{L}\\p{M}\\p{N}]';
  const pattern = new RegExp(`(?<!${letter})(?:${forms.join('|')})(?!${letter})`, language === 'en' ? 'iu' : 'u');
  const sentences = Object.values(REJECTIONS).flatMap(({ message, remedy }) => [message[language], remedy[language]]);
  return [...new Set(sentences)]
    .filter((sentence) => pattern.test(sentence) && !sentence.includes('{'))
    .sort((a, b) => a.length - b.length);
}
