import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';

/** The administration says a word as it is said here, and takes it back. */
export async function sayOtherwise(office: TestOffice): Promise<void> {
  const word = { term: 'aktenzeichen', language: 'de' } as const;
  const forms = ['Geschäftszeichen', 'Geschäftszeichens'];
  const { version } = done(await office.act('kim.okafor', 'wording.changeWord', { ...word, forms, version: 0 }));
  done(await office.act('kim.okafor', 'wording.changeWord', { ...word, forms: null, version }));
}
