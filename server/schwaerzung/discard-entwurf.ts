import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { authorOf } from '../platform/transaction.js';
import { endDraft, lockSchwaerzung } from './schwaerzung.store.js';

const input = z.object({ schwaerzungId: z.uuid(), version: z.int() });

/** Drops the marks of a Dokument; what was made of earlier ones stays. */
export const discardEntwurf = act('schwaerzung.discardEntwurf', input, async (tx, { schwaerzungId, version }) => {
  const draft = await lockSchwaerzung(tx, schwaerzungId);
  if (!draft) return reject('platform.notFound');
  await tx.requireRight('work', 'dokument', draft.dokumentId);
  if (draft.state !== 'entwurf') return reject('schwaerzung.notDraft');
  if (draft.version !== version) return reject('platform.stale');
  await endDraft(tx, draft.id, { state: 'verworfen', resultId: null, at: tx.clock.now(), by: authorOf(tx.actor) });
  const text = { de: 'Markierungen zum Schwärzen verworfen', en: 'Marks to be redacted dropped' };
  tx.protokoll({ objectKind: 'dokument', objectId: draft.dokumentId, payload: { schwaerzungId, text } });
  return {};
});
