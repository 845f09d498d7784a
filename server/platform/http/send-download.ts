import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { isRejection, type Rejection } from '../../contract/rejections.js';
import { answer } from './answer.js';
import type { Download } from './routes.js';
import { disposition } from './send-file.js';

/**
 * Streams what is made for this request. A fault in the middle cuts the connection, so that no client takes half
 * of it for the whole.
 */
export async function sendDownload(response: Response, made: Download | Rejection): Promise<void> {
  if (isRejection(made)) return answer(response, made);
  response.set({
    'content-type': made.mime,
    'content-disposition': disposition('attachment', made.name),
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  });
  // A reader who closes the page in the middle is no incident.
  await pipeline(Readable.from(made.pieces, { objectMode: false }), response).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}
