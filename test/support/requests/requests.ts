import { randomUUID } from 'node:crypto';
import { ACTS, type ActDescription } from '../../../server/contract/acts.js';
import type { Permission } from '../../../server/contract/permissions.js';
import type { Office } from '../../../server/office.js';
import { UNKNOWN } from './unknown-inputs.js';

/** One request that a page can send, with input of the right shape about something that does not exist. */
export interface PossibleRequest {
  /** How a failing test names it, e.g. `POST /api/acts/akte.closeZdA`. */
  readonly name: string;
  readonly kind: 'view' | 'reading' | 'question' | 'file' | 'download' | 'upload' | 'transfer' | 'act';
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly permission: Permission;
  readonly body?: object | Uint8Array;
}

/** What the questions of all routes ask for, together. */
const QUESTION = {
  xml: '<definitions/>',
  vorgangIds: [randomUUID()],
  ...{ personId: randomUUID(), aktenzeichen: '99.99-0001/2099', change: null },
};

/** Every route and every act of the office; a new one is in the list by itself. */
export function possibleRequests(office: Pick<Office, 'acts' | 'routes'>): PossibleRequest[] {
  return [
    ...office.routes.map((route): PossibleRequest => {
      const { kind, path, permission } = route;
      const method = kind === 'transfer' ? route.method : kind === 'question' || kind === 'upload' ? 'POST' : 'GET';
      const request = { name: `${method} ${path}`, kind, method, path: filled(path), permission } as const;
      if (kind === 'question') return { ...request, body: QUESTION };
      return kind === 'upload' ? { ...request, body: Buffer.from('Guten Tag') } : request;
    }),
    ...office.acts.map(({ act }): PossibleRequest => {
      const path = `/api/acts/${act}`;
      const { permission }: ActDescription = ACTS[act];
      if (!permission) throw new Error(`${act} is for people and has no permission`);
      return { name: `POST ${path}`, kind: 'act', method: 'POST', path, permission, body: UNKNOWN[act] };
    }),
  ];
}

/** Headers that a page sends along besides cookie and token. */
export function headersFor({ kind }: PossibleRequest): Record<string, string> {
  if (kind === 'act') return { 'idempotency-key': randomUUID() };
  if (kind === 'transfer') return { 'upload-offset': '0', 'upload-length': '10', 'x-file-name': 'brief.txt' };
  return kind === 'upload' ? { 'x-file-name': 'brief.txt', 'content-type': 'application/octet-stream' } : {};
}

function filled(path: string): string {
  const values: Readonly<Record<string, string>> = { id: randomUUID(), nummer: '1', position: '0', version: '1' };
  return path.replace(/:(\w+)/g, (_place, name: string) => values[name] ?? 'unbekannt');
}
