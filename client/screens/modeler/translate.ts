import type { ModuleDeclaration } from 'didi';
import type { LanguageCode } from '../../live/language.js';
import { GERMAN } from './german.js';

/** The translate module of the diagram library: it speaks English, the dictionary makes German of it. */
export function translateModule(language: LanguageCode): ModuleDeclaration {
  return {
    translate: [
      'value',
      (text: string, values?: Readonly<Record<string, string>>) => translate(language, text, values),
    ],
  };
}

/** A text without a translation stays English rather than being lost; `{name}` places are filled. */
export function translate(language: LanguageCode, text: string, values: Readonly<Record<string, string>> = {}): string {
  const found = language === 'de' ? (GERMAN[text.trim()] ?? text) : text;
  return found.replace(/\{([^}]+)\}/g, (place, name: string) => values[name] ?? place);
}
