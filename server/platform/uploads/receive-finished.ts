import type { Readable } from 'node:stream';
import { isRejection, reject, type Rejection } from '../../contract/rejections.js';
import type { ActContext, ActRunner } from '../act-runner.js';
import { isId } from '../ids.js';
import type { ObjectStore } from '../objects/object-store.js';
import { personOf } from '../transaction.js';
import { deleteUpload, findUpload } from './upload.store.js';

/**
 * Hands the bytes of a finished upload to a route that would otherwise read them from its request. The upload goes when
 * the route has taken them, and stays where it refuses.
 *
 * @returns what the route answers, `platform.notFound`, or `upload.incomplete`
 */
export async function receiveFinished(
  { runner, objects }: { readonly runner: ActRunner; readonly objects: Pick<ObjectStore, 'get'> },
  context: ActContext,
  uploadId: string,
  receive: (bytes: Readable) => Promise<object | Rejection>,
): Promise<object | Rejection> {
  if (!isId(uploadId)) return reject('platform.notFound');
  const found = await runner.transaction(context, async (tx) => {
    const upload = await findUpload(tx, personOf(tx).id, uploadId);
    if (!upload) return reject('platform.notFound');
    const { sha256, size, received } = upload;
    return sha256 === null ? reject('upload.incomplete', { size, received }) : { sha256 };
  });
  if (isRejection(found)) return found;
  const bytes = await objects.get(found.sha256);
  const answer = await receive(bytes).finally(() => bytes.destroy());
  if (isRejection(answer)) return answer;
  const gone = await runner.transaction(context, async (tx) => {
    await deleteUpload(tx, uploadId);
    return {};
  });
  return isRejection(gone) ? gone : answer;
}
