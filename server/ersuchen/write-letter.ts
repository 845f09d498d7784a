import { Readable } from 'node:stream';
import { safeName } from '../../connectors/api/safe-name.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { addDokument } from '../dokument/add-dokument.js';
import type { Asker } from '../platform/act.js';
import type { ActRunner } from '../platform/act-runner.js';
import type { StoredFile } from '../platform/http/routes.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Transaction } from '../platform/transaction.js';
import type { TravellingDokument } from './ersuchen.js';
import { drawLetter, letterTitle, type Letter } from './letter.js';

export interface LetterParts {
  readonly runner: Pick<ActRunner, 'transaction'>;
  readonly objects: Pick<ObjectStore, 'put'>;
}

/** A letter whose bytes are in the object store. */
export interface WrittenLetter {
  readonly letter: Letter;
  readonly file: StoredFile;
}

/**
 * Slow part of the acts that send a letter: what it says is found out with the eyes of whoever writes, who must be allowed to, and
 * its bytes lie in the store before a row names them. Both sides file these same bytes.
 */
export async function writeLetter(
  { runner, objects }: LetterParts,
  asker: Asker,
  compose: (tx: Transaction) => Promise<Letter | Rejection>,
): Promise<WrittenLetter | Rejection> {
  const letter = await runner.transaction(asker, async (tx) => {
    tx.require('ersuchen.ask');
    return compose(tx);
  });
  if (isRejection(letter)) return letter;
  const stored = await objects.put(Readable.from([drawLetter(letter)]));
  if (isRejection(stored)) return stored;
  const name = `${safeName(letterTitle(letter), letter.kind)}.pdf`;
  return { letter, file: { ...stored, mime: 'application/pdf', name } };
}

/** Files it in our Vorgang, as what goes out. Returns it as it travels. */
export async function fileLetter(
  tx: Transaction,
  vorgangId: Id,
  { letter, file }: WrittenLetter,
): Promise<TravellingDokument | Rejection> {
  const facts = { betreff: letterTitle(letter), art: 'ausgang', date: tx.clock.today(), signatures: [] } as const;
  const filing = { vorgangId, ...facts, file, state: 'gueltig', parentId: null, eingangId: null } as const;
  const filed = await addDokument(tx, filing);
  if (isRejection(filed)) return filed;
  const { name: fileName, ...bytes } = file;
  return { ...facts, fileName, ...bytes };
}
