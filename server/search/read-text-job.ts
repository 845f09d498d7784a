import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { saveText } from './search.store.js';
import type { TextReader } from './text/text-reader.js';

const input = z.object({ sha256: z.string(), mime: z.string() });

/** Follow-up of the index: reads the words of stored bytes, once per content, and makes their Dokumente due again. */
export function readTextJob(parts: { objects: ObjectStore; reader: TextReader }): OutboxHandler {
  return async (tx, payload) => {
    const { sha256, mime } = input.parse(payload);
    const bytes = await parts.objects.get(sha256);
    const found = await parts.reader.read(bytes, mime).finally(() => bytes.destroy());
    if (isRejection(found)) return found;
    await saveText(tx, sha256, found);
    return undefined;
  };
}
