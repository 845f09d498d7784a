import { createHash, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { buffer } from 'node:stream/consumers';
import express from 'express';
import pg from 'pg';
import type { EditorDiscovery, EditorServer } from '../../connectors/api/editor-server.js';
import type { ActOutput } from '../../server/contract/acts.js';
import type { Rejection } from '../../server/contract/rejections.js';
import type { ActContext } from '../../server/platform/act-runner.js';
import { newId } from '../../server/platform/ids.js';
import { createExaminer } from '../../server/posteingang/examination/examine.js';
import { openWopi } from '../../server/wopi/open-wopi.js';
import { openActBench, type ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';
import { draftDokument, type DraftInVorgang } from './dokumente.js';
import { editorClient, type EditorClient, type EditorClientParts } from './editor-client.js';

/** The slice wopi on a port of this machine, and an editor server that a test plays itself. */
export interface EditorBench extends ActBench {
  readonly url: string;
  /** What the editor server says about itself; a test may change it. */
  readonly said: { discovery: EditorDiscovery | null; asked: number };
  readonly keys: Readonly<Record<'current' | 'old' | 'foreign', KeyPair>>;
  /** A text of jana.petersen in an open Vorgang. */
  draft(content?: string): Promise<DraftInVorgang>;
  /** Asks for an editor as the page does, with a session of its own. */
  openEditor(login: string, dokumentId: string, given?: Given): Promise<Opened | Rejection>;
  /** The editor server with the token of this person. */
  editorOf(login: string, dokumentId: string, parts?: Partial<EditorClientParts>): Promise<EditorClient>;
  /** Another way of asking with a token that is already there. */
  client(parts: Partial<EditorClientParts> & { token: string; dokumentId: string }): EditorClient;
  /** Ends what was left behind. */
  sweep(): Promise<number>;
  signOut(sessionId: string): Promise<void>;
  /** An editor with the lock L on a draft of its own. */
  editing(login?: string): Promise<DraftInVorgang & { editor: EditorClient }>;
  /** Bytes of the object store, as text. */
  stored(sha256: string): Promise<string>;
}

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

interface Given {
  readonly token?: string;
  readonly sessionId?: string;
}

export interface Opened extends ActOutput<'wopi.openEditor'> {
  readonly token: string;
  readonly sessionId: string;
}

const HALF_A_DAY = 12 * 3_600_000;
export const LARGEST_ITEM = 2_000_000;

export async function openEditorBench(): Promise<EditorBench> {
  const bench = await openActBench();
  const pair = (): KeyPair => generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys = { current: pair(), old: pair(), foreign: pair() };
  const said: EditorBench['said'] = {
    discovery: {
      editors: new Map([['txt', 'https://editor.kreis.example/cool.html?lang=de-DE&']]),
      proofKeys: { current: keys.current.publicKey, old: keys.old.publicKey },
    },
    asked: 0,
  };
  const server: EditorServer = {
    origin: 'https://editor.kreis.example',
    discover: () => {
      said.asked += 1;
      return Promise.resolve(said.discovery);
    },
  };
  const examiner = createExaminer({ scratchFolder: tmpdir() });
  const application = express();
  application.set('query parser', 'simple');
  const http = createServer(application);
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const editor = { server, hostUrl: url, pageOrigin: 'https://akte.kreis.example' };
  const wopi = openWopi({ ...bench, examiner, editor, largestItem: LARGEST_ITEM });
  application.use('/wopi', wopi.router!);
  const sessions = new pg.Pool({ connectionString: bench.urls.sessionUrl, max: 2 });

  const openEditor: EditorBench['openEditor'] = async (login, dokumentId, given = {}) => {
    const token = given.token ?? randomBytes(32).toString('base64url');
    const sessionId = given.sessionId ?? newId();
    const sess = { mandantId: bench.mandantId, personId: bench.personId(login) };
    await sessions.query(`INSERT INTO session (sid, sess, expire) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, [
      sessionId,
      JSON.stringify(sess),
      new Date(Date.now() + HALF_A_DAY),
    ]);
    const { mandantId, actor } = bench.as(login);
    const context = { mandantId, actor: { ...actor, sessionId } } as ActContext;
    const tokenHash = createHash('sha256').update(token).digest('hex');
    const opened = await bench.runner.perform(context, wopi.acts[0]!, { dokumentId, tokenHash }, newId());
    return 'code' in opened ? opened : { ...opened, token, sessionId };
  };
  const client: EditorBench['client'] = (parts) => editorClient({ url, key: keys.current.privateKey, ...parts });

  const editorOf: EditorBench['editorOf'] = async (login, dokumentId, parts = {}) => {
    const { token } = done(await openEditor(login, dokumentId));
    return client({ token, dokumentId, ...parts });
  };

  return {
    ...bench,
    url,
    said,
    keys,
    draft: (content = 'Sehr geehrte Frau Ruf') => textDraft(bench, content),
    openEditor,
    client,
    editorOf,
    editing: async (login = 'jana.petersen') => {
      const draft = await textDraft(bench, 'Sehr geehrte Frau Ruf');
      const editor = await editorOf(login, draft.dokumentId);
      const { status } = await editor.ask('LOCK', 'L');
      if (status !== 200) throw new Error(`the lock was refused: ${status}`);
      return { ...draft, editor };
    },
    stored: async (sha256) => (await buffer(await bench.objects.get(sha256))).toString(),
    sweep: wopi.sweep,
    signOut: async (sessionId) => {
      await sessions.query(`DELETE FROM session WHERE sid = $1`, [sessionId]);
    },
    close: async () => {
      http.closeAllConnections();
      await once(http.close(), 'close');
      await examiner.close();
      await sessions.end();
      await bench.close();
    },
  };
}

/** A draft whose file is a text, as the examination calls it. */
async function textDraft(bench: ActBench, content: string): Promise<DraftInVorgang> {
  return draftDokument(bench, { content, file: { name: 'Bescheid.txt', mime: 'text/plain' } });
}
