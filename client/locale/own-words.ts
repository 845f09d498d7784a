import { TERMS, type OwnWord, type Term, type WordingLanguage } from '../../server/contract/wording-views.js';

/** Words are needed before the first template, so before anybody has signed in: the last ones are kept in this browser. */
const KEPT = 'laufmappe.wording';

let ownWords = (text: string) => text;
let used = '[]';

/** A sentence of ours in the words of this authority. */
export function inOwnWords(text: string): string {
  return ownWords(text);
}

/** Takes the words that are kept here for every text of the interface; before the first template. */
export function useOwnWords(language: WordingLanguage): void {
  const words = keptWords();
  if (words.length === 0) return;
  used = JSON.stringify(words);
  ownWords = replacing(words, language);
  const translate = $localize.translate?.bind($localize);
  $localize.translate = (parts, expressions) => {
    const [translated, places] = translate ? translate(parts, expressions) : [parts, expressions];
    return [inParts(translated), places];
  };
}

/** @returns `other` where this page does not use them yet: they are kept, and the page has to be loaded again */
export function keepOwnWords(words: readonly OwnWord[] = []): 'used' | 'other' {
  const wanted = JSON.stringify(words);
  if (wanted === used) return 'used';
  try {
    localStorage.setItem(KEPT, wanted);
    // A browser that keeps nothing would load the page for ever.
    return localStorage.getItem(KEPT) === wanted ? 'other' : 'used';
  } catch {
    return 'used';
  }
}

/** Replaces whole words, all in one pass: a word put in is not replaced again. English keeps a capital at the beginning. */
export function replacing(words: readonly OwnWord[], language: WordingLanguage): (text: string) => string {
  const pairs = new Map(words.filter((word) => word.language === language).flatMap(formsOf));
  if (pairs.size === 0) return (text) => text;
  const one = wholeWords([...pairs.keys()], language);
  const pattern = new RegExp(one, `g${one.flags}`);
  return (text) =>
    text.replace(pattern, (found) => {
      const same = pairs.get(found);
      if (same !== undefined) return same;
      const small = pairs.get(found.toLowerCase()) ?? found;
      return small.charAt(0).toUpperCase() + small.slice(1);
    });
}

/** Finds one of these words where it is no part of another one; in English however it is capitalised. */
export function wholeWords(words: readonly string[], language: WordingLanguage): RegExp {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const letter = '[\\p{L}\\p{M}\\p{N}]';
  return new RegExp(`(?<!${letter})(?:${longestFirst.join('|')})(?!${letter})`, language === 'en' ? 'iu' : 'u');
}

function formsOf({ term, language, forms }: OwnWord): [string, string][] {
  const standard: Term | null = TERMS[term][language];
  return (standard?.forms ?? []).map((form, index) => [form, forms[index] ?? form]);
}

/** The parts of a message; what stands between colons at the beginning of one is its id and not text. */
function inParts(parts: TemplateStringsArray): TemplateStringsArray {
  const cooked = parts.map((part, index) => {
    if (!parts.raw[index]?.startsWith(':')) return ownWords(part);
    const end = part.indexOf(':', 1) + 1;
    return part.slice(0, end) + ownWords(part.slice(end));
  });
  // Only its first sign is read: whether a part begins with an id, or with a colon that is text.
  const raw = cooked.map((part, index) => (parts.raw[index]?.startsWith('\\') ? `\\${part}` : part));
  return Object.assign(cooked, { raw });
}

function keptWords(): OwnWord[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(kept) ? (kept as OwnWord[]).filter(({ term }) => term in TERMS) : [];
  } catch {
    return [];
  }
}
