import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { refuseParts } from './add-aktenvorlage.js';
import { isAktenvorlageNameTaken, lockAktenvorlage, updateAktenvorlage } from './aktenvorlage.store.js';
import { aktenvorlageFacts } from './input.js';
import { savePositions } from './position.store.js';

const input = z.object({ ...aktenvorlageFacts, id: z.uuid(), version: z.int(), active: z.boolean() });

/** Changes an Aktenvorlage; records that were opened from it stay as they are. */
export const changeAktenvorlage = act('vorlage.changeAktenvorlage', input, async (tx, change) => {
  const { id, version, name, parts, einheitIds } = change;
  const vorlage = await lockAktenvorlage(tx, id);
  if (!vorlage) return reject('platform.notFound');
  if (vorlage.version !== version) return reject('platform.stale');
  const refused = await refuseParts(tx, { name, kind: vorlage.kind, parts });
  if (refused) return refused;
  if (await isAktenvorlageNameTaken(tx, vorlage, name)) return reject('vorlage.nameTaken', { name });
  await updateAktenvorlage(tx, change);
  if (!(await savePositions(tx, id, einheitIds))) return reject('platform.notFound');
  tx.protokoll({ objectKind: 'aktenvorlage', objectId: id, payload: { ...change, before: vorlage } });
  return { version: version + 1 };
});
