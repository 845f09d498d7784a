import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { authorOf } from '../platform/transaction.js';
import { optionalLine } from '../platform/typed-text.js';
import { insertVerweis, nameOfRecord } from './metadata.store.js';

const record = z.object({ kind: z.enum(['akte', 'vorgang']), id: z.uuid() });
const input = z.object({ from: record, to: record, bemerkung: optionalLine(500) });

/** Lets a record refer to another one; it is seen from both. */
export const addVerweis = act('akte.addVerweis', input, async (tx, { from, to, bemerkung }) => {
  await tx.requireRight('work', from.kind, from.id);
  const [fromName, toName] = [await nameOfRecord(tx, from), await nameOfRecord(tx, to)];
  if (fromName === null || toName === null) return reject('platform.notFound');
  if (from.id === to.id) return reject('akte.verweisItself');
  const id = newId();
  const verweis = { id, mandantId: tx.mandantId, from, to, bemerkung, at: tx.clock.now(), author: authorOf(tx.actor) };
  if ((await insertVerweis(tx, verweis)) === 'there') return reject('akte.verweisTwice');
  tx.protokoll({
    objectKind: from.kind,
    objectId: from.id,
    payload: {
      ...{ verweisId: id, to, bemerkung },
      text: { de: `Verweis auf ${toName} angelegt`, en: `Reference to ${toName} added` },
    },
  });
  for (const { kind, id: changed } of [from, to]) tx.changed(kind, changed);
  return { verweisId: id };
});
