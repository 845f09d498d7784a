import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';

export interface RestoredObject {
  /** The record that missed it. */
  readonly objectKind: string;
  readonly objectId: Id;
  readonly sha256: string;
  readonly fault: 'missing' | 'damaged' | 'wrongSize';
}

/** Writes down that bytes came back from a backup. They are in the store already, and their hash proves them. */
export const restoreObject = systemAct(
  'consistency.restoreObject',
  (tx, { objectKind, objectId, sha256, fault }: RestoredObject): Promise<object> => {
    tx.protokoll({ objectKind, objectId, payload: { sha256, fault, source: 'backup' } });
    return Promise.resolve({});
  },
);
