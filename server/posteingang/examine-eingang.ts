import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { lockEingang } from './eingang.store.js';
import type { Examiner } from './examination/examine.js';
import { recordExamination } from './record-examination.js';

const input = z.object({ eingangId: z.uuid() });

/**
 * Looks into an Eingang and keeps what was found. The parts of a mail are stored before the rows that refer to them; a
 * server that dies in between examines the Eingang again from the start.
 */
export function examineEingang(parts: { objects: ObjectStore; examiner: Examiner }): OutboxHandler {
  return async (tx, payload) => {
    const { eingangId } = input.parse(payload);
    const eingang = await lockEingang(tx, eingangId);
    // A letter that was put together from scans is gone once that is taken back.
    if (eingang?.state !== 'empfangen') return undefined;
    const bytes = await parts.objects.get(eingang.sha256);
    // Closed whatever happens: an examination that could not begin has not read it, and comes again every hour.
    const examined = await parts.examiner.examine(bytes, eingang.fileName, eingang).finally(() => bytes.destroy());
    if (isRejection(examined)) return examined;
    try {
      for (const { position, sha256, size } of examined.examination.parts) {
        const stored = await parts.objects.put(examined.openPart(position), { expectedSize: size });
        if (isRejection(stored)) return stored;
        if (stored.sha256 !== sha256) throw new Error(`part ${position} changed while it was stored`);
      }
    } finally {
      await examined.discard();
    }
    const recorded = await recordExamination(tx, { eingangId, examination: examined.examination });
    return isRejection(recorded) ? recorded : undefined;
  };
}
