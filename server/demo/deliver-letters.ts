import { Readable } from 'node:stream';
import { isRejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Clock } from '../platform/clock.js';
import { logger } from '../platform/logger.js';
import type { DemoParts } from './demo.js';
import { writeDemoLetters } from './letters/demo-letters.js';

/**
 * Puts the demo's letters into the Posteingang by the same way that every letter takes. A start that was cut off goes on
 * where it ended: each letter has a source key of its own and is taken once.
 */
export async function deliverLetters(parts: DemoParts, mandantId: Id, clock: Clock): Promise<void> {
  const actor = { kind: 'system', name: 'demo' } as const;
  const delivered = await parts.database.transaction(mandantId, (queries) =>
    queries.query(`SELECT 1 FROM eingang WHERE mandant_id = $1 AND source_key LIKE 'demo-%'`, [mandantId]),
  );
  if (delivered.length === LETTERS) return;
  const letters = await writeDemoLetters(clock.today(), parts.secrets.signingKeys);
  for (const [index, { channel, fileName, bytes }] of letters.entries()) {
    const item = { channel, sourceKey: `demo-${index + 1}`, fileName, open: () => Readable.from([bytes]) };
    const received = await parts.intake({ mandantId, actor }, item);
    if (isRejection(received)) logger.error({ code: received.code }, 'a demo letter was refused');
  }
}

const LETTERS = 3;
