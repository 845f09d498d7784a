import type { Id, Instant } from './views.js';

/** What stands in the head of a letter. */
export interface Letterhead {
  street: string;
  place: string;
  phone: string;
  mail: string;
}

/** `GET /api/operator/session`: who is signed in to the shared administration; null: nobody. */
export interface OperatorSession {
  csrfToken: string;
  name: string;
}

/** Row of `GET /api/operator/mandanten`: { items }. */
export interface MandantRow {
  id: Id;
  /** null for those that were there before they had one. */
  code: string | null;
  name: string;
  kind: 'demo' | 'productive';
  createdAt: Instant;
  suspendedAt: Instant | null;
  suspensionReason: string | null;
}

/** `GET /api/operator/mandanten/:id/counts`. Numbers, and nothing of what they count. */
export interface MandantCounts {
  people: number;
  akten: number;
  vorgaenge: number;
  dokumente: number;
  bytes: number;
}

/** Body of `POST /api/operator/mandanten`. */
export interface NewMandant {
  name: string;
  code: string;
  behoerdenschluessel: string;
  letterhead: Letterhead;
  unit: { code: string; name: string };
  administrator: { login: string; name: string };
}

/** Its answer. */
export interface CreatedMandant {
  mandantId: Id;
  /** Link that sets the password of the first administrator, once; it is shown here and kept nowhere. */
  invitation: string;
  expiresAt: Instant;
}

/** `GET /api/operator/mandanten/:id/export`: how far the last export is; `none` since this server was started. */
export interface ExportState {
  state: 'none' | 'running' | 'done' | 'failed';
  /** Folder on the machine of the server. */
  folder: string | null;
  rows: number;
  objects: number;
}
