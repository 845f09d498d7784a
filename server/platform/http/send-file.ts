import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { isRejection, reject, type Rejection } from '../../contract/rejections.js';
import type { ObjectStore } from '../objects/object-store.js';
import { answer } from './answer.js';
import type { StoredFile } from './routes.js';

// Only these are shown in the page; everything else leaves as a download, so that a stored page never runs as ours.
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg', 'text/plain']);

/** Streams stored bytes. Their name is the hash, so they may be cached for ever by the person who saw them. */
export async function sendFile(
  objects: ObjectStore,
  request: Request,
  response: Response,
  found: StoredFile | Rejection,
): Promise<void> {
  if (isRejection(found)) return answer(response, found);
  const etag = `"${found.sha256}"`;
  if (request.get('if-none-match') === etag) return void response.status(304).end();
  const ranges = request.range(found.size, { combine: true });
  if (ranges === -1) {
    response.setHeader('content-range', `bytes */${found.size}`);
    return answer(response, reject('platform.invalidRange', { size: found.size }));
  }
  const range = Array.isArray(ranges) && ranges.length === 1 ? ranges[0] : undefined;
  response.setHeader('content-type', SHOWN.has(found.mime) ? found.mime : 'application/octet-stream');
  response.setHeader('content-disposition', disposition(found));
  response.setHeader('content-security-policy', "default-src 'none'; sandbox");
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'private, max-age=31536000, immutable');
  response.setHeader('etag', etag);
  response.setHeader('accept-ranges', 'bytes');
  if (range) {
    response.status(206).setHeader('content-range', `bytes ${range.start}-${range.end}/${found.size}`);
  }
  response.setHeader('content-length', range ? range.end - range.start + 1 : found.size);
  if (request.method === 'HEAD') return void response.end();
  const bytes = await objects.get(found.sha256, range);
  // A reader who closes the page in the middle is no incident.
  await pipeline(bytes, response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

/** RFC 6266: the name as it is in UTF-8, and an ASCII form for old readers. */
function disposition({ mime, name }: StoredFile): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const kind = SHOWN.has(mime) ? 'inline' : 'attachment';
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`;
}
