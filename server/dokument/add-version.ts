import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { linesOfText } from '../platform/typed-text.js';
import { appendVersion } from './append-version.js';
import { changeObstacles, refusalOf } from './dokument.js';
import { lockDokumentForChange } from './lock-dokument.js';

const input = z.object({ dokumentId: z.uuid(), version: z.int(), uploadId: z.uuid(), comment: linesOfText(500) });

/** An uploaded file becomes the next version of a draft that nobody has checked out. A refusal leaves the upload where it is. */
export const addVersion = act('dokument.addVersion', input, async (tx, { dokumentId, version, uploadId, comment }) => {
  const locked = await lockDokumentForChange(tx, dokumentId);
  if (isRejection(locked)) return locked;
  const refused = refusalOf(locked.dokument, changeObstacles(locked.dokument));
  if (refused) return refused;
  if (locked.dokument.version !== version) return reject('platform.stale');
  return appendVersion(tx, locked.dokument, uploadId, comment);
});
