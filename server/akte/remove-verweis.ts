import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { deleteVerweis, nameOfRecord } from './metadata.store.js';

const input = z.object({ verweisId: z.uuid() });

/** Takes a reference away; that it was there stays in the Protokoll. */
export const removeVerweis = act('akte.removeVerweis', input, async (tx, { verweisId }) => {
  const removed = await deleteVerweis(tx, verweisId);
  if (!removed) return reject('platform.notFound');
  await tx.requireRight('work', removed.from.kind, removed.from.id);
  const name = (await nameOfRecord(tx, removed.to)) ?? '–';
  tx.protokoll({
    objectKind: removed.from.kind,
    objectId: removed.from.id,
    payload: {
      ...{ verweisId, to: removed.to },
      text: { de: `Verweis auf ${name} entfernt`, en: `Reference to ${name} removed` },
    },
  });
  for (const { kind, id } of [removed.from, removed.to]) tx.changed(kind, id);
  return {};
});
