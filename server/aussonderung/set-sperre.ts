import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { personOf } from '../platform/transaction.js';
import { reason } from '../platform/typed-text.js';
import { protectLater } from './protect-objects.js';
import { concernedVorgang } from './sperre.queries.js';
import { insertSperre, lockSperreObject } from './sperre.store.js';

const input = z.object({ objectKind: z.enum(['akte', 'vorgang', 'dokument']), objectId: z.uuid(), reason });

/**
 * Puts a Sperre on an Akte, a Vorgang or a Dokument: nothing of it is destroyed, and nothing below it, however long ago its
 * period has ended, until the Sperre is lifted. Several may lie on one record; each is lifted by itself.
 */
export const setSperre = act('aussonderung.setSperre', input, async (tx, { objectKind, objectId, reason }) => {
  await tx.requireRight('work', objectKind, objectId);
  const record = await lockSperreObject(tx, objectKind, objectId);
  if (!record) return reject('platform.notFound');
  const sperreId = newId();
  const [mandantId, at, personId] = [tx.mandantId, tx.clock.now(), personOf(tx).id];
  await insertSperre(tx, { id: sperreId, mandantId, objectKind, objectId, reason, at, personId });
  const text = {
    de: `Sperre gesetzt auf „${record.name}“. Grund: ${reason}`,
    en: `Legal hold set on “${record.name}”. Reason: ${reason}`,
  };
  tx.protokoll({ objectKind, objectId, payload: { sperreId, reason, text } });
  if (objectKind === 'dokument') {
    const vorgangId = await concernedVorgang(tx, objectId);
    tx.protokoll({ objectKind: 'vorgang', objectId: vorgangId, payload: { sperreId, dokumentId: objectId, text } });
    tx.changed('vorgang', vorgangId);
  } else {
    tx.changed(objectKind, objectId);
  }
  await protectLater(tx, objectKind, objectId);
  tx.changed('aussonderung', sperreId);
  return { sperreId };
});
