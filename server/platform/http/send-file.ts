import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { isRejection, reject, type Rejection } from '../../contract/rejections.js';
import type { ByteRange, ObjectStore } from '../objects/object-store.js';
import { answer } from './answer.js';
import type { StoredFile } from './routes.js';

// Only these are shown in the page; everything else leaves as a download, so that a stored page never runs as ours.
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg', 'text/plain']);

/** Streams stored bytes. Their hash is the ETag, so that a browser that has them reads them once. */
export async function sendFile(
  objects: ObjectStore,
  request: Request,
  response: Response,
  found: StoredFile | Rejection,
): Promise<void> {
  if (isRejection(found)) return answer(response, found);
  const etag = `"${found.sha256}"`;
  if (request.get('if-none-match') === etag) return void response.status(304).end();
  const range = rangeOf(request, found.size);
  if (range === 'outside') {
    response.setHeader('content-range', `bytes */${found.size}`);
    return answer(response, reject('platform.invalidRange', { size: found.size }));
  }
  // Opened before any header is set: bytes that are gone must be answered as an error, not as half a PDF.
  const bytes = request.method === 'HEAD' ? null : await objects.get(found.sha256, range);
  response.set({
    'content-type': SHOWN.has(found.mime) ? found.mime : 'application/octet-stream',
    'content-disposition': disposition(SHOWN.has(found.mime) ? 'inline' : 'attachment', found.name),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    // Asked for again each time and answered with 304: the next person at this machine may not be allowed to see it.
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    'content-length': String(range ? range.end - range.start + 1 : found.size),
    etag,
  });
  if (range) response.status(206).setHeader('content-range', `bytes ${range.start}-${range.end}/${found.size}`);
  if (!bytes) return void response.end();
  // A reader who closes the page in the middle is no incident.
  await pipeline(bytes, response).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

/** The one range that is asked for; undefined, which means the whole file, for none, several, or a unit of another kind. */
function rangeOf(request: Request, size: number): ByteRange | 'outside' | undefined {
  const ranges = request.range(size, { combine: true });
  if (ranges === -1) return 'outside';
  if (!Array.isArray(ranges) || ranges.type !== 'bytes' || ranges.length !== 1) return undefined;
  return ranges[0];
}

/** RFC 6266: the name as it is in UTF-8, and an ASCII form for old readers. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${extendedValue(name)}`;
}

/** RFC 8187 allows fewer characters than `encodeURIComponent` leaves alone. */
function extendedValue(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
