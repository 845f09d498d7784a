import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import type { Mark } from '../contract/schwaerzung-views.js';
import { versionFile } from '../dokument/dokument.queries.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { authorOf } from '../platform/transaction.js';
import { optionalLine } from '../platform/typed-text.js';
import { refuseKind } from './redactable.js';
import { REASON_CODES } from './schwaerzung.js';
import { insertDraft, lockDraftOf, saveMarks } from './schwaerzung.store.js';

// Far beyond any page: A0 is 3,370 points long, and a PDF may say up to 14,400.
const place = z.number().min(-20_000).max(20_000);
const box = z
  .tuple([place, place, place, place])
  .refine(([left, bottom, right, top]) => right > left && top > bottom, 'leeres Rechteck / empty rectangle');
const mark: z.ZodType<Mark> = z.object({
  id: z.uuid(),
  page: z.int().min(1).max(10_000),
  boxes: z.array(box).min(1).max(100),
  reason: z.enum(REASON_CODES),
  paragraph: optionalLine(40),
});
const input = z.object({
  dokumentId: z.uuid(),
  nummer: z
    .int()
    .min(1)
    .max(2 ** 31 - 1),
  version: z.int().min(0),
  marks: z.array(mark).max(2_000),
});

/** Keeps the marks of a Dokument as they are now. There is one draft of each Dokument, for all who work on it. */
export const saveEntwurf = act('schwaerzung.saveEntwurf', input, async (tx, { dokumentId, nummer, version, marks }) => {
  await tx.requireRight('work', 'dokument', dokumentId);
  const file = await versionFile(tx, dokumentId, nummer);
  if (!file) return reject('platform.notFound');
  const refused = refuseKind(file);
  if (refused) return refused;
  const draft = await lockDraftOf(tx, dokumentId);
  if ((draft?.version ?? 0) !== version) return reject('platform.stale');
  const id = draft?.id ?? newId();
  const kept = { id, nummer, marks, at: tx.clock.now(), by: authorOf(tx.actor) };
  let next = 1;
  if (draft) next = await saveMarks(tx, kept);
  else if (!(await insertDraft(tx, { ...kept, mandantId: tx.mandantId, dokumentId }))) return reject('platform.stale');
  tx.protokoll({
    objectKind: 'dokument',
    objectId: dokumentId,
    payload: { schwaerzungId: id, nummer, marks: marks.length, text: textOf(marks.length) },
  });
  return { schwaerzungId: id, version: next };
});

function textOf(count: number) {
  return { de: `Zum Schwärzen markiert: ${count} Stellen`, en: `Marked to be redacted: ${count} places` };
}
