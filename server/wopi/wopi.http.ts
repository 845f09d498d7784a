import { pipeline } from 'node:stream/promises';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { EditorServer } from '../../connectors/api/editor-server.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { EditorView } from '../contract/wopi-views.js';
import type { ReceiveFile } from '../dokument/receive-upload.js';
import type { ActContext, ActRunner } from '../platform/act-runner.js';
import { systemClock, type Clock } from '../platform/clock.js';
import { reading, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Database } from '../platform/postgres/database.js';
import { changeLock } from './change-lock.js';
import { describeFile, readContent, versionOf } from './describe-file.js';
import { isProved } from './proof.js';
import { saveFile } from './save-file.js';
import { isLock, lockWish, type LockRuling } from './wopi.js';
import { whoHolds } from './wopi.access.js';

export interface WopiParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly clock: Clock;
  readonly objects: ObjectStore;
  readonly receiveFile: ReceiveFile;
  readonly editor: EditorServer;
  /** Address under which the editor server reaches us: what it signs. */
  readonly hostUrl: string;
  readonly pageOrigin: string;
}

// The time of the machine: the demo's clock can be moved by years, that of the editor server cannot.
const machine = systemClock();

/** What the page asks before it offers to edit in the browser. */
export function editorRoutes(editor: EditorServer | null): readonly Route[] {
  return [
    reading(
      '/api/editor',
      'dokument.write',
      () => Promise.resolve({}),
      async (): Promise<EditorView> => {
        if (!editor) return { state: 'none', extensions: [], origin: null };
        const found = await editor.discover();
        const extensions = [...(found?.editors.keys() ?? [])].sort();
        return { state: found ? 'ready' : 'away', extensions, origin: editor.origin };
      },
    ),
  ];
}

/**
 * The host side of WOPI, below `/wopi`. An editor server has no cookie: each request shows the token of a person and one
 * Dokument, and, where the editor server signs, the proof that it comes from there.
 */
export function wopiRouter(parts: WopiParts): Router {
  const router = Router();
  router.use('/files/:id', requireHolder(parts));
  router.get('/files/:id', async (request, response) => {
    const described = await describeFile(parts, whoOf(response), idOf(request));
    if (isRejection(described)) return refuse(response, described);
    response.json(described);
  });
  router.post('/files/:id', async (request, response) => {
    const header = (name: string) => request.get(name) ?? '';
    const [override, lock, oldLock] = [header('x-wopi-override'), header('x-wopi-lock'), header('x-wopi-oldlock')];
    const wish = lockWish({ override, lock, oldLock });
    // Another name, a copy, a deletion: those are acts of the Vorgang, not of an editor.
    if (wish === 'unsupported') return void response.status(501).end();
    if (wish === 'invalid') return void response.status(400).end();
    answerLock(response, await changeLock(parts.runner, whoOf(response), idOf(request), wish));
  });
  router.get('/files/:id/contents', (request, response) => sendContent(parts, request, response));
  router.post('/files/:id/contents', (request, response) => takeContent(parts, request, response));
  router.use((_request: Request, response: Response) => void response.status(404).end());
  return router;
}

function requireHolder(parts: WopiParts): RequestHandler {
  return async (request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    const token = tokenOf(request);
    const who = isId(idOf(request)) ? await whoHolds(parts, token, idOf(request)) : null;
    if (!who) return void response.status(401).end();
    if (!(await isFromEditor(parts, request, token))) return void response.status(500).end();
    response.locals['who'] = who;
    next();
  };
}

/** In the address, as the reference of WOPI says; Collabora repeats it as a header. */
function tokenOf(request: Request): string {
  const { access_token: token } = request.query;
  return typeof token === 'string' ? token : '';
}

async function isFromEditor({ editor, hostUrl }: WopiParts, request: Request, token: string): Promise<boolean> {
  const header = (name: string) => request.get(name) ?? '';
  const signed = {
    ...{ token, address: hostUrl + request.originalUrl, timeStamp: header('x-wopi-timestamp') },
    ...{ proof: header('x-wopi-proof'), proofOld: header('x-wopi-proofold') },
  };
  const judge = async (freshness: 'kept' | 'renewed') => {
    const discovery = await editor.discover(freshness);
    if (!discovery) return false;
    return discovery.proofKeys === null || isProved(signed, discovery.proofKeys, machine.now().getTime());
  };
  return (await judge('kept')) || judge('renewed');
}

function answerLock(response: Response, ruling: LockRuling | Rejection): void {
  if (isRejection(ruling)) return refuse(response, ruling);
  if (ruling.kind === 'mismatch') return mismatch(response, ruling.lock);
  if (ruling.kind === 'tell') response.setHeader('x-wopi-lock', ruling.lock);
  response.status(200).end();
}

async function sendContent(parts: WopiParts, request: Request, response: Response): Promise<void> {
  const content = await readContent(parts, whoOf(response), idOf(request));
  if (isRejection(content)) return refuse(response, content);
  const { sha256, size } = content.file;
  const largest = Number(request.get('x-wopi-maxexpectedsize') ?? Infinity);
  if (size > largest) return void response.status(412).end();
  const bytes = await parts.objects.get(sha256);
  response.set({
    'content-type': 'application/octet-stream',
    'content-length': String(size),
    'x-wopi-itemversion': versionOf(content),
    'x-content-type-options': 'nosniff',
  });
  // An editor that goes away in the middle is no incident.
  await pipeline(bytes, response).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

async function takeContent(parts: WopiParts, request: Request, response: Response): Promise<void> {
  if (request.get('x-wopi-override') !== 'PUT') return void response.status(501).end();
  const lock = request.get('x-wopi-lock') ?? '';
  if (lock !== '' && !isLock(lock)) return void response.status(400).end();
  const length = request.get('content-length');
  const saving = await saveFile(parts, whoOf(response), idOf(request), {
    ...{ bytes: request, lock },
    expectedSize: length === undefined ? undefined : Number(length),
  });
  // The rest of a refused body is not read; the connection ends with the answer.
  if (isRejection(saving) || saving.kind === 'mismatch') response.setHeader('connection', 'close');
  if (isRejection(saving)) return refuse(response, saving);
  if (saving.kind === 'mismatch') return mismatch(response, saving.lock);
  response.setHeader('x-wopi-itemversion', versionOf(saving.content));
  // Collabora compares this time with the one it gets from CheckFileInfo.
  response.json({ LastModifiedTime: saving.content.changedAt.toISOString() });
}

function mismatch(response: Response, lock: string): void {
  response.status(409).setHeader('x-wopi-lock', lock).end();
}

/**
 * A refusal in the words of WOPI: 404 for what the person does not see or may not work on, 413 for too much, 409 for a
 * Dokument that takes no change; the English sentence goes into the log of the editor server.
 */
function refuse(response: Response, { code, status, message }: Rejection): void {
  const reason = message.en.replace(/[^\x20-\x7e]/g, '?').slice(0, 500);
  if (code.startsWith('access.') || code.startsWith('identity.')) return void response.status(404).end();
  if (status === 409) {
    response.setHeader('x-wopi-lock', '');
    response.setHeader('x-wopi-lockfailurereason', reason);
    return void response.status(409).end();
  }
  response.setHeader('x-wopi-servererror', reason);
  response.status([404, 413].includes(status) ? status : 500).end();
}

function whoOf(response: Response): ActContext {
  return response.locals['who'] as ActContext;
}

function idOf(request: Request): string {
  return String(request.params['id']);
}
