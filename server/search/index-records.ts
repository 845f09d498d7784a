import type { Transaction } from '../platform/transaction.js';
import { vectorOf } from './analysis/vector.js';
import { referenceKey } from './query/reference-key.js';
import { readFacts, removeEntries, saveEntries, takeQueued, type Facts, type RecordKind } from './search.store.js';
import type { TextsByHash } from './read-at-once.js';
import { keepNewTexts, orderTexts } from './text.store.js';

/** A batch is one transaction of 50 to 200 ms; the next Mandant waits no longer than that. */
export const BATCH = 200;

const KINDS: readonly RecordKind[] = ['akte', 'vorgang', 'dokument'];

/**
 * Reads the words of records that have changed, one batch of the Mandant. The text of bytes that nobody has read yet is
 * ordered from the loop of the texts; the record is found by its metadata meanwhile.
 *
 * @param texts of bytes that were read before this began
 * @returns how many records were due; 0: nothing is left
 */
export async function indexRecords(tx: Transaction, texts: TextsByHash = new Map()): Promise<number> {
  const due = await takeQueued(tx, BATCH);
  for (const kind of KINDS) {
    const ids = due.filter((record) => record.kind === kind).map(({ id }) => id);
    const found = (await readFacts(tx, kind, ids)).map((facts) => withText(facts, texts));
    await saveEntries(
      tx,
      found.map((facts) => ({ facts, reference: referenceKey(facts.aktenzeichen) ?? '', vector: wordsOf(facts) })),
    );
    const known = new Set(found.map(({ id }) => id));
    await removeEntries(
      tx,
      ids.filter((id) => !known.has(id)),
    );
    await keepTexts(tx, found, texts);
  }
  return due.length;
}

/** Words that are in the database already have the last word: the same bytes, perhaps recognised. */
function withText(facts: Facts, texts: TextsByHash): Facts {
  const text = facts.text ?? (facts.sha256 === null ? null : texts.get(facts.sha256)?.content) ?? null;
  return { ...facts, text };
}

async function keepTexts(tx: Transaction, found: readonly Facts[], texts: TextsByHash): Promise<void> {
  const hashes = new Set(found.flatMap(({ sha256 }) => sha256 ?? []));
  const unread = found.flatMap(({ sha256, text }) => (sha256 !== null && text === null ? [sha256] : []));
  if (unread.length > 0) await orderTexts(tx, unread, tx.clock.now());
  const read = [...texts].filter(([sha256]) => hashes.has(sha256)).map(([sha256, text]) => ({ sha256, ...text }));
  const indexed = found.map(({ id }) => id);
  if (read.length > 0) await keepNewTexts(tx, read, indexed);
}

function wordsOf({ aktenzeichen, betreff, names, more, text }: Facts) {
  return vectorOf([
    { weight: 'A', text: `${aktenzeichen}\n${betreff}` },
    { weight: 'B', text: names },
    { weight: 'C', text: more },
    { weight: 'D', text: text ?? '' },
  ]);
}
