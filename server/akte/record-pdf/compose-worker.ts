import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeRegister } from '../../platform/pdf/register/compose-register.js';
import type { CoverSheet, RegisterPart } from '../../platform/pdf/register/register-parts.js';
import { serveWorker } from '../../platform/worker/serve-worker.js';
import type { Composed, PlannedPart } from './plan-parts.js';

export interface ComposeRequest {
  readonly cover: CoverSheet;
  readonly parts: readonly PlannedPart[];
  /** Holds each object under its hash; the result is written beside them. */
  readonly folder: string;
  readonly result: string;
}

/** Entry of the worker process that puts a PDF together: whatever the parts hold, it can only end itself. */
await serveWorker({
  compose: async ({ cover, parts, folder, result }: ComposeRequest): Promise<Composed> => {
    const composed = await composeRegister(
      cover,
      parts.map((part) => registerPart(part, folder)),
    );
    await writeFile(result, composed.bytes);
    const replaced = composed.parts.flatMap((part) => part.replaced ?? []);
    return { pages: composed.pages, replaced };
  },
});

function registerPart(part: PlannedPart, folder: string): RegisterPart {
  if (part.kind === 'heading') return part;
  const { content, name, sha256, ...named } = part;
  if ('reason' in content) return { ...named, content: { kind: 'placeholder', name, sha256, reason: content.reason } };
  const { object, mime } = content;
  return { ...named, content: { kind: 'bytes', mime, name, sha256, read: () => readFile(join(folder, object)) } };
}
