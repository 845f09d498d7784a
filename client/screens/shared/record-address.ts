import type { Params } from '@angular/router';
import type { AnyRecord } from '../../../server/contract/akte-views.js';

export interface RecordAddress {
  readonly path: string[];
  readonly query: Params;
}

/** Where a record is shown. A Vorgang is the room that people work in; an Akte is shown beside the Aktenplan. */
export function addressOf({ kind, id }: AnyRecord): RecordAddress {
  return kind === 'vorgang' ? { path: ['/akten', id], query: {} } : { path: ['/akten'], query: { akte: id } };
}
