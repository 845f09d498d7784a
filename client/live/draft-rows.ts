import { Injectable } from '@angular/core';

/** What the browser keeps on its disk for one Aufgabe: nobody reads it without the key of the sign-in. */
export interface SealedDraft {
  readonly id: string;
  /** Of AES-GCM, another one with every writing. */
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

const DATABASE = 'laufmappe';
const TABLE = 'drafts';

/**
 * The sealed drafts in IndexedDB, shared by all pages of this browser. Every call fails where the browser keeps nothing (a private
 * window, a full disk, a policy): whoever calls goes on without.
 */
@Injectable({ providedIn: 'root' })
export class DraftRows {
  private database: Promise<IDBDatabase> | null = null;

  all(): Promise<SealedDraft[]> {
    return this.within('readonly', (table) => table.getAll() as IDBRequest<SealedDraft[]>);
  }

  async put(row: SealedDraft): Promise<void> {
    await this.within('readwrite', (table) => table.put(row));
  }

  async remove(id: string): Promise<void> {
    await this.within('readwrite', (table) => table.delete(id));
  }

  async clear(): Promise<void> {
    await this.within('readwrite', (table) => table.clear());
  }

  private async within<T>(mode: IDBTransactionMode, ask: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    this.database ??= openDatabase();
    const transaction = (await this.database).transaction(TABLE, mode);
    const request = ask(transaction.objectStore(TABLE));
    return new Promise((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve(request.result));
      // A full disk shows only here, at the end.
      transaction.addEventListener('abort', () => reject(refused(transaction.error ?? request.error)));
    });
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(TABLE, { keyPath: 'id' }));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(refused(request.error)));
  });
}

/** In a private window there may be no reason at all. */
function refused(cause: DOMException | null): Error {
  return new Error('the browser keeps nothing', { cause });
}
