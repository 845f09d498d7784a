import type { ActInput } from '../../server/contract/acts.js';
import { addAnnotation } from '../../server/annotation/add-annotation.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';
import { letterInVorgang, NAME_BOX } from './schwaerzungen.js';

type Input = ActInput<'annotation.addAnnotation'>;

/** A note at a place of the first page. */
export function someNote(dokumentId: string, own: Partial<Input> = {}): Input {
  return { dokumentId, nummer: 1, page: 1, kind: 'note', boxes: [NAME_BOX], text: 'Anschrift prüfen', ...own };
}

/** A letter in an open Vorgang with a note of this person on it. */
export async function notedLetter(bench: ActBench, login = 'jana.petersen', own: Partial<Input> = {}) {
  const letter = await letterInVorgang(bench);
  const added = done(await bench.perform(login, addAnnotation, someNote(letter.dokumentId, own)));
  return { ...letter, ...added };
}

/** What the database holds of an annotation; undefined where it is gone. */
export async function annotationRow(bench: ActBench, annotationId: string) {
  const [row] = await bench.sql<{ text: string; version: number; removed: boolean; page: number }>(
    `SELECT text, version, page, removed_at IS NOT NULL AS removed FROM annotation WHERE id = $1`,
    [annotationId],
  );
  return row;
}
