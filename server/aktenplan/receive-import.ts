import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { ImportPreview } from '../contract/aktenplan-views.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { safeName } from '../../connectors/api/safe-name.js';
import type { ActContext, ActRunner } from '../platform/act-runner.js';
import type { UploadedFile } from '../platform/http/routes.js';
import { newId } from '../platform/ids.js';
import { personOf } from '../platform/transaction.js';
import { keepImport } from './import.store.js';
import { prepareImport, previewOf } from './import/prepare-import.js';

/** 50,000 positions as xdomea measure 20 MB. */
const LARGEST_MEGABYTES = 32;

/** Takes a file with an Aktenplan in and tells what an import from today on would do. The plan stays as it is. */
export async function receiveImport(
  runner: ActRunner,
  context: ActContext,
  file: UploadedFile,
): Promise<ImportPreview | Rejection> {
  const content = await read(file.bytes);
  if (isRejection(content)) return content;
  return runner.transaction(context, async (tx) => {
    const stored = { id: newId(), fileName: safeName(file.name, 'Aktenplan.csv'), content, state: 'waiting' } as const;
    await keepImport(tx, { ...stored, mandantId: tx.mandantId, personId: personOf(tx).id, at: tx.clock.now() });
    return previewOf(stored, await prepareImport(tx, content, tx.clock.today()));
  });
}

async function read(bytes: Readable): Promise<Uint8Array | Rejection> {
  const limit = LARGEST_MEGABYTES * 1_000_000;
  let size = 0;
  const limited = Readable.from(
    (async function* () {
      for await (const piece of bytes as AsyncIterable<Buffer>) {
        size += piece.length;
        if (size > limit) return;
        yield piece;
      }
    })(),
  );
  const content = await buffer(limited);
  return size > limit ? reject('platform.tooLarge', { limit: LARGEST_MEGABYTES }) : content;
}
