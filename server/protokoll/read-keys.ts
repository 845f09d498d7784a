import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseVerifierKey, type VerifierKey } from './signed-note.js';

/**
 * Public keys from the command line: each a key itself, or a file with one in each line (`#` begins a comment).
 * @returns what is neither, where there is such a thing
 */
export async function readKeys(given: readonly string[]): Promise<VerifierKey[] | { readonly wrong: string }> {
  const keys: VerifierKey[] = [];
  for (const each of given) {
    const text = existsSync(each) ? await readFile(each, 'utf8') : each;
    const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
    for (const line of lines) {
      const key = parseVerifierKey(line);
      if (!key) return { wrong: line };
      keys.push(key);
    }
    if (lines.length === 0) return { wrong: each };
  }
  return keys;
}
