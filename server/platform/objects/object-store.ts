import type { Readable } from 'node:stream';
import type { Rejection } from '../../contract/rejections.js';

/** Bytes under their own hash. They never change, so whoever knows the hash can check what is handed out. */
export interface StoredObject {
  /** SHA-256 of the bytes, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  readonly size: number;
}

/** Both ends belong to the range, as in HTTP: `{ start: 0, end: 9 }` are ten bytes. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface PutOptions {
  /** More bytes than these are refused with `platform.tooLarge`. */
  readonly maximumSize?: number;
  /** What the sender announced; a source that ends elsewhere counts as broken. */
  readonly expectedSize?: number;
}

/** How the storage itself keeps an object. */
export interface ObjectProtection {
  readonly held: boolean;
  /** End of its retention; null where it has none, or where that is over by the time of the storage. */
  readonly until: Date | null;
}

/** What a person reads about the storage; shown without a sign-in. */
export interface StoreHealth {
  readonly state: 'ok' | 'degraded';
  readonly de: string;
  readonly en: string;
}

/** Where the bytes of all Dokumente lie. One contract suite (`object-store.contract.ts`) holds for every adapter. */
export interface ObjectStore {
  /**
   * Stores a source whole or not at all, and answers only when the bytes survive a power failure. The same bytes
   * twice are one object. A refused source is left as it is, not destroyed: a request still has to be answered.
   *
   * @returns the object, or `platform.tooLarge` or `platform.storageFull`
   * @throws what the source throws, and an Error when it does not deliver `expectedSize`
   */
  put(source: AsyncIterable<Uint8Array>, options?: PutOptions): Promise<StoredObject | Rejection>;
  /** @throws Error when there is no such object: something refers to bytes that are gone */
  get(sha256: string, range?: ByteRange): Promise<Readable>;
  stat(sha256: string): Promise<StoredObject | undefined>;
  /** Reads the bytes and compares them with their name. */
  verify(sha256: string): Promise<'intact' | 'damaged' | 'missing'>;
  /**
   * Removes bytes for good. Only the sweeper and Vernichtung call it, after they made sure that nothing refers to them.
   *
   * @param unusedFor milliseconds; bytes that somebody stored (again) since then are kept, so that a transaction that
   * is about to refer to them finds them. Measured by real time: the Clock port can be moved by years. Bytes that the
   * storage itself holds (`retain`, `hold`) are kept too.
   */
  remove(sha256: string, unusedFor: number): Promise<'removed' | 'kept'>;
  /** Every object, for the audit that compares bytes and database, in the order of the hashes. */
  list(): AsyncIterable<StoredObject>;
  /**
   * Asks the storage to let nobody remove the bytes before a day; never shortens. It mirrors the Aufbewahrungsfrist,
   * whose rule lies in the records and holds also where the answer is `unsupported`.
   */
  retain(sha256: string, until: Date): Promise<'locked' | 'unsupported'>;
  /** Mirrors a Sperre: nobody removes the bytes until it is taken off again. */
  hold(sha256: string, state: 'on' | 'off'): Promise<'locked' | 'unsupported'>;
  /** What the storage protects just now, for comparing it with the records. */
  protection(sha256: string): Promise<ObjectProtection | 'missing' | 'unsupported'>;
  health(): Promise<StoreHealth>;
}

/** Refuses anything but a hash before it becomes part of a path or key. */
export function requireSha256(text: string): void {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error('an object is addressed by 64 lower-case hexadecimal digits');
}
