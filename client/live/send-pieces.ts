import type { UploadPart, UploadProgress } from '../../server/contract/upload-views.js';
import type { Api } from './api.js';
import { isRefusal, type Answer, type Refusal } from './refusal.js';

/** What the sending of one file tells, and how it is told to stop or to go on. */
export interface Sending {
  readonly abort: AbortSignal;
  /** So many bytes are safe on the server. */
  arrived(bytes: number): void;
  /** The line is broken; resolves when it is time to try again. */
  pause(refusal: Refusal, attempt: number): Promise<void>;
}

// A piece takes about two seconds, so that the bar moves and little is lost when the line breaks; within these bounds.
const PIECE_MS = 2_000;
const [SMALLEST_PIECE, LARGEST_PIECE] = [1_000_000, 16_000_000];
/** A piece that arrives changed this often is no accident of the line. */
const MOST_CHANGED = 3;

/**
 * Sends a file in pieces and goes on where the server stands, whatever happened to the line in between.
 *
 * @returns the finished upload, or the refusal that ends it
 * @throws the reason of `abort`, and the browser's error when the file can no longer be read
 */
export async function sendPieces(api: Api, file: File, sending: Sending): Promise<Answer<UploadProgress>> {
  const begun = await persistently(sending, () => begin(api, file, sending.abort));
  if (isRefusal(begun)) return begun;
  try {
    return await sendRest(api, file, begun, sending);
  } catch (error) {
    if (sending.abort.aborted) await api.change('DELETE', `uploads/${begun.id}`, null);
    throw error;
  }
}

async function sendRest(
  api: Api,
  file: File,
  begun: UploadProgress,
  sending: Sending,
): Promise<Answer<UploadProgress>> {
  const path = `uploads/${begun.id}`;
  let { received } = begun;
  let [piece, changed] = [SMALLEST_PIECE, 0];
  while (received < file.size) {
    sending.arrived(received);
    const began = performance.now();
    const bytes = await file.slice(received, received + Math.min(piece, begun.largestPart)).arrayBuffer();
    const headers = {
      'content-type': 'application/partial-upload',
      'upload-offset': String(received),
      ...(await digestOf(bytes)),
    };
    const answer = await api.change<UploadProgress>('PATCH', path, bytes, headers, sending.abort);
    if (!isRefusal(answer)) {
      received = answer.received;
      const speed = bytes.byteLength / Math.max(1, performance.now() - began);
      piece = Math.min(LARGEST_PIECE, Math.max(SMALLEST_PIECE, Math.round(speed * PIECE_MS)));
      continue;
    }
    if (answer.code === 'upload.changedOnTheWay') changed += 1;
    if (!mayPass(answer) || changed > MOST_CHANGED) return answer;
    if (answer.code !== 'upload.wrongPlace') await sending.pause(answer, 1);
    // After a break nobody knows whether the piece has arrived: the server does.
    const state = await persistently(sending, () => api.get<UploadProgress>(path, sending.abort));
    if (isRefusal(state)) return state;
    ({ received } = state);
  }
  sending.arrived(received);
  return persistently(sending, () => api.change<UploadProgress>('POST', `${path}/finish`, null, {}, sending.abort));
}

/** Asks until there is an answer that does not come from a broken line. */
async function persistently<Value>(sending: Sending, ask: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask();
    if (!isRefusal(answer) || !isPassing(answer.status)) return answer;
    await sending.pause(answer, attempt);
  }
}

/** Goes on with an upload that a closed page has left behind, if it is of the same bytes; otherwise begins one. */
async function begin(api: Api, file: File, abort: AbortSignal): Promise<Answer<UploadProgress>> {
  const left = file.size > SMALLEST_PIECE ? await leftBehind(api, file, abort) : null;
  if (left !== null) return left;
  const headers = { 'upload-length': String(file.size), 'x-file-name': encodeURIComponent(file.name) };
  return api.change<UploadProgress>('POST', 'uploads', null, headers, abort);
}

async function leftBehind(api: Api, file: File, abort: AbortSignal): Promise<UploadProgress | null> {
  const open = await api.get<{ items: UploadProgress[] }>('uploads', abort);
  if (isRefusal(open)) return null;
  const candidates = open.items.filter(
    ({ size, received, state }) => size === file.size && received > 0 && state === 'receiving',
  );
  for (const upload of candidates) {
    const parts = await api.get<{ items: UploadPart[] }>(`uploads/${upload.id}/parts`, abort);
    if (!isRefusal(parts) && (await sameBytes(file, parts.items))) return upload;
  }
  return null;
}

/** Names and dates prove nothing: every piece that the server has is compared with the file at hand. */
async function sameBytes(file: File, parts: readonly UploadPart[]): Promise<boolean> {
  for (const { start, size, sha256 } of parts) {
    const digest = await sha256Of(await file.slice(start, start + size).arrayBuffer());
    if (digest === null || hex(digest) !== sha256) return false;
  }
  return true;
}

async function digestOf(bytes: ArrayBuffer): Promise<Record<string, string>> {
  const digest = await sha256Of(bytes);
  return digest === null ? {} : { 'content-digest': `sha-256=:${btoa(String.fromCharCode(...digest))}:` };
}

/** null where the browser withholds it: on plain http outside this machine. */
async function sha256Of(bytes: ArrayBuffer): Promise<Uint8Array | null> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  return subtle === undefined ? null : new Uint8Array(await subtle.digest('SHA-256', bytes));
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function mayPass({ status, code }: Refusal): boolean {
  return isPassing(status) || code === 'upload.wrongPlace' || code === 'upload.changedOnTheWay';
}

/** Not reached, or a server or proxy that is just starting. */
function isPassing(status: number): boolean {
  return status === 0 || status === 502 || status === 503 || status === 504;
}
