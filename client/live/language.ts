import { Injectable } from '@angular/core';
import type { Sentence } from '../../server/contract/rejections.js';
import { inOwnWords } from '../locale/own-words.js';

export type LanguageCode = 'de' | 'en';

const SETTING = 'laufmappe.language';

/** The language of the interface in this browser; German unless the person chose English. */
export function chosenLanguage(): LanguageCode {
  return localStorage.getItem(SETTING) === 'en' ? 'en' : 'de';
}

/** Chooses between the two languages that every text from the server has. */
@Injectable({ providedIn: 'root' })
export class Language {
  readonly code = chosenLanguage();

  /** A sentence of ours, in the words of this authority. */
  pick(sentence: Sentence): string {
    return inOwnWords(this.asWritten(sentence));
  }

  /** What somebody has written: the name of a field, what a process model asks. */
  asWritten(sentence: Sentence): string {
    return this.code === 'en' ? sentence.en : sentence.de;
  }

  /** Loads the page again: dictionaries are read once, before the start. */
  switch(code: LanguageCode): void {
    localStorage.setItem(SETTING, code);
    location.reload();
  }
}
