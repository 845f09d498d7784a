import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Permission } from '../../contract/permissions.js';
import type { Rejection } from '../../contract/rejections.js';
import type { ActContext } from '../act-runner.js';
import type { Transaction } from '../transaction.js';

/** Stored bytes and how they leave: their name, type and hash. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  readonly mime: string;
  readonly name: string;
}

/** A file on its way in. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Readable;
  /** The sender's name for this one upload; null where it gave none. */
  readonly idempotencyKey: string | null;
}

/** Text or bytes that are made while they leave, however long they are. */
export interface Download {
  readonly name: string;
  readonly mime: string;
  readonly pieces: AsyncIterable<string | Uint8Array>;
}

/** Reads once more with the person's rights, in a transaction of its own: a slow reader must not hold one open. */
export type ReadAgain = <T extends object>(work: (tx: Transaction) => Promise<T | Rejection>) => Promise<T>;

/** A request whose body, if any, is read as it comes. */
export interface TransferRequest {
  /** Percent-decoded `x-file-name`; null where there is none. */
  readonly fileName: string | null;
  header(name: string): string | undefined;
  readonly bytes: Readable;
}

/** Values of the `:name` places of the path. */
export type PathValues = Readonly<Record<string, string>>;

/** Names that may stand behind the `?` of an address, with what they mean: they are part of the published API. */
export type QueryNames = Readonly<Record<string, string>>;

/**
 * One route besides `POST /api/acts/<name>`. Every route names the permission it needs; there is no route without a
 * sign-in except those that `application.ts` lists one by one.
 */
export type Route =
  | {
      readonly kind: 'view';
      readonly path: string;
      readonly permission: Permission;
      readonly query: QueryNames;
      load(tx: Transaction, values: PathValues, query: PathValues): Promise<object | Rejection>;
    }
  | {
      readonly kind: 'reading';
      readonly path: string;
      readonly permission: Permission;
      find(tx: Transaction, values: PathValues, query: PathValues): Promise<object | Rejection>;
      read(found: object): Promise<object | Rejection>;
    }
  | {
      readonly kind: 'question';
      readonly path: string;
      readonly permission: Permission;
      readonly schema: z.ZodType;
      answer(tx: Transaction, input: unknown): Promise<object | Rejection>;
    }
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly permission: Permission;
      find(tx: Transaction, values: PathValues): Promise<StoredFile | Rejection>;
    }
  | {
      readonly kind: 'download';
      readonly path: string;
      readonly permission: Permission;
      readonly query: QueryNames;
      produce(
        tx: Transaction,
        values: PathValues,
        query: PathValues,
        readAgain: ReadAgain,
      ): Promise<Download | Rejection>;
    }
  | {
      readonly kind: 'upload';
      readonly path: string;
      readonly permission: Permission;
      receive(context: ActContext, file: UploadedFile): Promise<object | Rejection>;
    }
  | {
      readonly kind: 'transfer';
      readonly method: 'POST' | 'PATCH' | 'DELETE';
      readonly path: string;
      readonly permission: Permission;
      work(context: ActContext, values: PathValues, request: TransferRequest): Promise<object | Rejection>;
    };

/** `GET path`: a read model, loaded in one transaction with the person's rights. */
export function view(
  path: string,
  permission: Permission,
  load: (tx: Transaction, values: PathValues, query: PathValues) => Promise<object | Rejection>,
  query: QueryNames = {},
): Route {
  return { kind: 'view', path, permission, load, query };
}

/**
 * `GET path` with slow work after the question to the database: `find` looks with the person's rights, `read` works on what
 * was found while no connection waits for it.
 */
export function reading<Found extends object>(
  path: string,
  permission: Permission,
  find: (tx: Transaction, values: PathValues, query: PathValues) => Promise<Found | Rejection>,
  read: (found: Found) => Promise<object | Rejection>,
): Route {
  return { kind: 'reading', path, permission, find, read: (found) => read(found as Found) };
}

/** `POST path` that changes nothing: a read model whose question is too large for an address. */
export function question<Input>(
  path: string,
  permission: Permission,
  schema: z.ZodType<Input>,
  answer: (tx: Transaction, input: Input) => Promise<object | Rejection>,
): Route {
  return { kind: 'question', path, permission, schema, answer: (tx, input) => answer(tx, input as Input) };
}

/** `GET path`: stored bytes, with ranges. */
export function file(
  path: string,
  permission: Permission,
  find: (tx: Transaction, values: PathValues) => Promise<StoredFile | Rejection>,
): Route {
  return { kind: 'file', path, permission, find };
}

/** `GET path`: made for this request, such as a list as CSV. */
export function download(
  path: string,
  permission: Permission,
  produce: Extract<Route, { kind: 'download' }>['produce'],
  query: QueryNames = {},
): Route {
  return { kind: 'download', path, permission, produce, query };
}

/**
 * `POST path` with the raw bytes as body and the file's name in `x-file-name`. A page that sends an `idempotency-key`
 * may send the same file again when it does not know whether the first time arrived. With `x-upload-id` instead of a body
 * it takes the bytes of a finished upload, which came in pieces.
 */
export function upload(
  path: string,
  permission: Permission,
  receive: (context: ActContext, file: UploadedFile) => Promise<object | Rejection>,
): Route {
  return { kind: 'upload', path, permission, receive };
}

/** A step of bringing a file in that is not a record yet: no act, no audit row. See `platform/uploads/upload.http.ts`. */
export function transfer(
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  permission: Permission,
  work: (context: ActContext, values: PathValues, request: TransferRequest) => Promise<object | Rejection>,
): Route {
  return { kind: 'transfer', method, path, permission, work };
}

/** The value of a place that the path certainly has. */
export function place(values: PathValues, name: string): string {
  const value = values[name];
  if (value === undefined) throw new Error(`The path has no place :${name}`);
  return value;
}
