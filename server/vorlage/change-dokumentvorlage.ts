import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { isNameTaken, lockDokumentvorlage, updateDokumentvorlage } from './dokumentvorlage.store.js';
import { dokumentvorlageFacts } from './input.js';
import { refuseBetreff } from './judge-template.js';
import { savePositions } from './position.store.js';

const input = z.object({ id: z.uuid(), version: z.int(), active: z.boolean(), ...dokumentvorlageFacts });

/** Changes what is said of a template, where it is offered, and whether it is in use. */
export const changeDokumentvorlage = act('vorlage.changeDokumentvorlage', input, async (tx, change) => {
  const { id, version, name, betreff, einheitIds } = change;
  const vorlage = await lockDokumentvorlage(tx, id);
  if (!vorlage) return reject('platform.notFound');
  if (vorlage.version !== version) return reject('platform.stale');
  const refused = refuseBetreff(name, betreff);
  if (refused) return refused;
  if (await isNameTaken(tx, id, name)) return reject('vorlage.nameTaken', { name });
  await updateDokumentvorlage(tx, change);
  if (!(await savePositions(tx, id, einheitIds))) return reject('platform.notFound');
  tx.protokoll({ objectKind: 'dokumentvorlage', objectId: id, payload: { ...change, before: vorlage } });
  return { version: version + 1 };
});
