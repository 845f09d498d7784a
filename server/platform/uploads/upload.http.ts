import { safeName } from '../../../connectors/api/safe-name.js';
import { isRejection, reject, type Rejection } from '../../contract/rejections.js';
import type { UploadPart, UploadProgress } from '../../contract/upload-views.js';
import { isId } from '../ids.js';
import { place, transfer, view, type PathValues, type Route, type TransferRequest } from '../http/routes.js';
import { personOf } from '../transaction.js';
import { partsOfUpload, uploadsOf } from './upload.store.js';
import { asView, viewOf, type NewFile, type Uploads } from './uploads.js';

/**
 * A file comes in five steps: `POST /api/uploads` with `upload-length` and `x-file-name`; `PATCH /api/uploads/:id` with
 * `upload-offset` and one piece, as often as needed; `GET /api/uploads/:id` after a break, for the offset; `POST
 * …/finish`; then any act that takes an `uploadId` (it calls `takeUpload`). `DELETE` cancels. A piece may carry its hash
 * (`content-digest`, RFC 9530), the whole file too (`repr-digest`).
 */
export function uploadRoutes(uploads: Uploads): readonly Route[] {
  return [
    view('/api/uploads', 'upload.send', async (tx) => {
      const items: readonly UploadProgress[] = (await uploadsOf(tx, personOf(tx).id)).map(asView);
      return { items };
    }),
    view('/api/uploads/:id', 'upload.send', async (tx, values) => withId(values, (id) => viewOf(tx, id))),
    view('/api/uploads/:id/parts', 'upload.send', async (tx, values) =>
      withId(values, async (id) => {
        const found = await viewOf(tx, id);
        if (isRejection(found)) return found;
        const items: readonly UploadPart[] = await partsOfUpload(tx, id);
        return { items };
      }),
    ),
    transfer('POST', '/api/uploads', 'upload.send', async (context, _values, request) => {
      const file = newFile(request);
      return isRejection(file) ? file : uploads.begin(context, file);
    }),
    transfer('PATCH', '/api/uploads/:id', 'upload.send', async (context, values, request) =>
      withId(values, async (id) => {
        const start = wholeNumber(request.header('upload-offset'));
        const sha256 = digestOf(request.header('content-digest'));
        if (start === null) return invalid('upload-offset');
        if (sha256 === undefined) return invalid('content-digest');
        return uploads.receive(context, id, { start, sha256, bytes: request.bytes });
      }),
    ),
    transfer('POST', '/api/uploads/:id/finish', 'upload.send', async (context, values) =>
      withId(values, (id) => uploads.finish(context, id)),
    ),
    transfer('DELETE', '/api/uploads/:id', 'upload.send', async (context, values) =>
      withId(values, (id) => uploads.cancel(context, id)),
    ),
  ];
}

function newFile(request: TransferRequest): NewFile | Rejection {
  const size = wholeNumber(request.header('upload-length'));
  const sha256 = digestOf(request.header('repr-digest'));
  if (request.fileName === null) return invalid('x-file-name');
  if (size === null) return invalid('upload-length');
  if (sha256 === undefined) return invalid('repr-digest');
  return { fileName: safeName(request.fileName, 'Unbenannt'), size, sha256 };
}

/** `sha-256=:<base64>:`, as RFC 9530 writes it; null where there is none, undefined where it cannot be read. Other algorithms beside it are not looked at. */
function digestOf(header: string | undefined): string | null | undefined {
  if (header === undefined) return null;
  const base64 = /(?:^|,\s*)sha-256=:([A-Za-z0-9+/]{43}=):/.exec(header)?.[1];
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64').toString('hex');
}

function wholeNumber(header: string | undefined): number | null {
  return /^\d{1,15}$/.test(header ?? '') ? Number(header) : null;
}

function withId<T>(values: PathValues, work: (id: string) => Promise<T | Rejection>): Promise<T | Rejection> {
  const id = place(values, 'id');
  return isId(id) ? work(id) : Promise.resolve(reject('platform.notFound'));
}

function invalid(fields: string): Rejection {
  return reject('platform.invalidInput', { fields });
}
