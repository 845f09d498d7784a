import { readFile, writeFile } from 'node:fs/promises';
import { projectPath } from '../../../server/platform/project-path.js';
import { inline } from '../../accessibility/results.js';

/** The walks that are made with a screen reader, each with what has to be heard on it. */
export const READER_WALKS = {
  signIn: 'a person signs in, and hears when the password is wrong',
  complete: 'a case worker hears an Aufgabe whole in its list, completes it, and hears which one is next',
  file: 'the Poststelle hears a proposal with its reason, where the letter was filed, and that it was taken back',
  sign: 'the Leitung hears that nothing was signed with a wrong password, and when it is signed',
  find: 'whoever looks for a Vorgang hears where it stands in the Aktenplan, and what lies in it',
  palette: 'the palette says what it has found, and the screen that opens says its name',
} as const;

export type ReaderWalk = keyof typeof READER_WALKS;

/** The committed file from which the accessibility statement says what was heard. */
export interface ReaderResults {
  /** Day of the run. */
  readonly heardOn: string;
  /** Names with versions. */
  readonly reader: string;
  readonly browser: string;
  readonly walks: readonly ReaderWalk[];
}

const FILE = projectPath('client/app/help/reader-results.json');

export async function readReaderResults(): Promise<ReaderResults> {
  return JSON.parse(await readFile(FILE, 'utf8')) as ReaderResults;
}

/**
 * Writes the file where `asked` says so.
 * @throws Error where a walk is missing: the statement must not tell of what failed
 */
export async function renewReaderResults(
  { reader, browser, walks }: Omit<ReaderResults, 'heardOn'>,
  asked: string | undefined,
): Promise<void> {
  if (!asked) return;
  const all = Object.keys(READER_WALKS) as ReaderWalk[];
  const missing = all.filter((walk) => !walks.includes(walk));
  if (missing.length > 0)
    throw new Error(`Expected a run over all walks, but these were not heard: ${missing.join(', ')}`);
  const facts = Object.entries({ heardOn: new Date().toISOString().slice(0, 10), reader, browser, walks: all });
  const lines = facts.map(([name, value]) => `  "${name}": ${inline(value)}`);
  await writeFile(FILE, `{\n${lines.join(',\n')}\n}\n`);
}
