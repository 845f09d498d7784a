import type { Readable } from 'node:stream';
import type { Request, Response, Router } from 'express';
import type { z } from 'zod';
import { isRejection, reject, type Rejection } from '../../contract/rejections.js';
import type { ActContext, ActRunner } from '../act-runner.js';
import type { ObjectStore } from '../objects/object-store.js';
import type { Transaction } from '../transaction.js';
import { answer } from './answer.js';
import { answerView } from './conditional.js';
import { isIdempotencyKey } from './idempotency-key.js';
import { jsonBody } from './json-body.js';
import type { PathValues, ReadAgain, Route, TransferRequest } from './routes.js';
import { sendDownload } from './send-download.js';
import { sendFile } from './send-file.js';
import { receiveFinished } from '../uploads/receive-finished.js';

export interface RouteParts {
  readonly runner: ActRunner;
  readonly objects: ObjectStore;
  readonly who: (response: Response) => ActContext;
}

/** Answers one route. Whatever its kind: the permission is required first, in the transaction that then reads. */
export function mountRoute(router: Router, parts: RouteParts, route: Route): void {
  const path = route.path.replace(/^\/api/, '');
  const permitted = <T>(response: Response, work: (tx: Transaction) => Promise<T>): Promise<T | Rejection> =>
    parts.runner.transaction(parts.who(response), async (tx) => {
      tx.require(route.permission);
      return work(tx);
    });

  switch (route.kind) {
    case 'view':
      router.get(path, async (request, response) => {
        const query = request.query as PathValues;
        answerView(request, response, await permitted(response, (tx) => route.load(tx, placesOf(request), query)));
      });
      return;
    case 'reading':
      router.get(path, async (request, response) => {
        const query = request.query as PathValues;
        const found = await permitted(response, (tx) => route.find(tx, placesOf(request), query));
        answer(response, isRejection(found) ? found : await route.read(found));
      });
      return;
    case 'question':
      router.post(path, jsonBody, async (request, response) => {
        const asked = async (tx: Transaction) => {
          const input = checked(route.schema, request.body);
          return isRejection(input) ? input : route.answer(tx, input);
        };
        answer(response, await permitted(response, asked));
      });
      return;
    case 'file':
      router.get(path, async (request, response) => {
        const found = await permitted(response, (tx) => route.find(tx, placesOf(request)));
        await sendFile(parts.objects, request, response, found);
      });
      return;
    case 'download':
      router.get(path, async (request, response) => {
        const readAgain: ReadAgain = async (work) => {
          const read = await permitted(response, work);
          // The right was lost in the middle: the text ends there, visibly incomplete.
          if (isRejection(read)) throw new Error(read.code);
          return read;
        };
        const query = request.query as PathValues;
        const made = await permitted(response, (tx) => route.produce(tx, placesOf(request), query, readAgain));
        await sendDownload(response, made);
      });
      return;
    case 'upload':
      router.post(path, async (request, response) => {
        const refused = await permitted(response, () => Promise.resolve(null));
        const value = refused ?? (await receiveUpload(parts, route, parts.who(response), request));
        // The rest of a refused body is not read; the connection ends with the answer.
        if (isRejection(value)) response.setHeader('connection', 'close');
        answer(response, value, 201);
      });
      return;
    case 'transfer':
      mountTransfer(router, path, route.method, async (request, response) => {
        const refused = await permitted(response, () => Promise.resolve(null));
        const value = refused ?? (await route.work(parts.who(response), placesOf(request), transferOf(request)));
        if (isRejection(value)) response.setHeader('connection', 'close');
        answer(response, value);
      });
  }
}

function mountTransfer(
  router: Router,
  path: string,
  method: Extract<Route, { kind: 'transfer' }>['method'],
  handler: (request: Request, response: Response) => Promise<void>,
): void {
  if (method === 'POST') router.post(path, handler);
  else if (method === 'PATCH') router.patch(path, handler);
  else router.delete(path, handler);
}

function transferOf(request: Request): TransferRequest {
  return {
    fileName: decodedName(request.get('x-file-name')),
    header: (name) => request.get(name),
    bytes: request,
  };
}

function placesOf(request: Request): PathValues {
  return request.params as PathValues;
}

function checked(schema: z.ZodType, body: unknown): unknown {
  const input = schema.safeParse(body);
  if (input.success) return input.data;
  const fields = input.error.issues.map((issue) => issue.path.join('.') || 'input').join(', ');
  return reject('platform.invalidInput', { fields });
}

async function receiveUpload(
  parts: RouteParts,
  route: Extract<Route, { kind: 'upload' }>,
  context: ActContext,
  request: Request,
): Promise<object | Rejection> {
  const name = decodedName(request.get('x-file-name'));
  if (name === null) return reject('platform.invalidInput', { fields: 'x-file-name' });
  const idempotencyKey = request.get('idempotency-key') ?? null;
  if (idempotencyKey !== null && !isIdempotencyKey(idempotencyKey)) {
    return reject('platform.invalidInput', { fields: 'Idempotency-Key' });
  }
  const receive = (bytes: Readable) => route.receive(context, { name, bytes, idempotencyKey });
  // A file that has come in pieces lies in the store; its request has no body.
  const uploadId = request.get('x-upload-id');
  return uploadId === undefined ? receive(request) : receiveFinished(parts, context, uploadId, receive);
}

/** Headers are ASCII, file names are not: the page sends them percent-encoded. */
function decodedName(header: string | undefined): string | null {
  try {
    return header ? decodeURIComponent(header) : null;
  } catch {
    return null;
  }
}
