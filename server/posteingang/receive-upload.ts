import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { takeUpload } from '../platform/uploads/take-upload.js';
import { receiveEingang } from './receive-eingang.js';

const input = z.object({ uploadId: z.uuid() });

/** Makes an Eingang of a file that a person has uploaded in pieces. Its audit row is that of the Eingang. */
export const receiveUpload = act('posteingang.receiveUpload', input, async (tx, { uploadId }) => {
  const taken = await takeUpload(tx, uploadId);
  if (isRejection(taken)) return taken;
  const received = await receiveEingang(tx, {
    ...taken,
    channel: 'upload',
    sourceKey: `upload/${uploadId}`,
    receivedAt: tx.clock.now(),
  });
  if (isRejection(received)) return received;
  return { eingangId: received.eingangId, duplicate: received.duplicateOf !== null };
});
