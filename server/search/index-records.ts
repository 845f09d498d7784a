import type { Transaction } from '../platform/transaction.js';
import { vectorOf } from './analysis/vector.js';
import { referenceKey } from './query/reference-key.js';
import { readFacts, removeEntries, saveEntries, takeQueued, type Facts, type RecordKind } from './search.store.js';
import { orderTexts } from './text.store.js';

/** A batch is one transaction of 50 to 200 ms; the next Mandant waits no longer than that. */
const BATCH = 200;

const KINDS: readonly RecordKind[] = ['akte', 'vorgang', 'dokument'];

/**
 * Reads the words of records that have changed, one batch of the Mandant. The text of bytes that nobody has read yet is
 * ordered from the loop of the texts; the record is found by its metadata meanwhile.
 *
 * @returns how many records were due; 0: nothing is left
 */
export async function indexRecords(tx: Transaction): Promise<number> {
  const due = await takeQueued(tx, BATCH);
  for (const kind of KINDS) {
    const ids = due.filter((record) => record.kind === kind).map(({ id }) => id);
    const found = await readFacts(tx, kind, ids);
    await saveEntries(
      tx,
      found.map((facts) => ({ facts, reference: referenceKey(facts.aktenzeichen) ?? '', vector: wordsOf(facts) })),
    );
    const known = new Set(found.map(({ id }) => id));
    await removeEntries(
      tx,
      ids.filter((id) => !known.has(id)),
    );
    const unread = found.flatMap(({ sha256, text }) => (sha256 !== null && text === null ? [sha256] : []));
    if (unread.length > 0) await orderTexts(tx, unread, tx.clock.now());
  }
  return due.length;
}

function wordsOf({ aktenzeichen, betreff, names, more, text }: Facts) {
  return vectorOf([
    { weight: 'A', text: `${aktenzeichen}\n${betreff}` },
    { weight: 'B', text: names },
    { weight: 'C', text: more },
    { weight: 'D', text: text ?? '' },
  ]);
}
