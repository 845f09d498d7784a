import type { Sentence } from '../contract/rejections.js';
import { STARTUP_TEXTS, type StartupCode } from './startup-texts.js';

/**
 * Why the server cannot start or go on: one cause and one remedy in both languages. It is thrown, not returned, because
 * nothing between the place that finds it and the top level can do anything about it.
 */
export class StartupProblem extends Error {
  readonly code: StartupCode;
  readonly de: string;
  readonly en: string;
  readonly remedyDe: string;
  readonly remedyEn: string;

  /** `values` fill the `{name}` places of the sentences that the catalogue has for `code`. */
  constructor(code: StartupCode, values: Readonly<Record<string, string | number>> = {}) {
    const [cause, remedy] = [STARTUP_TEXTS[code].cause, STARTUP_TEXTS[code].remedy];
    super(fill(cause.en, values));
    this.name = 'StartupProblem';
    this.code = code;
    this.de = fill(cause.de, values);
    this.en = fill(cause.en, values);
    this.remedyDe = fill(remedy.de, values);
    this.remedyEn = fill(remedy.en, values);
  }
}

const FOLDER_TROUBLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ELOOP', 'EIO']);

/**
 * What an error means for the person who starts the server. Errors of the operating system that reach the top level are
 * translated here once (full disk, port in use, no permission); anything else is a bug and keeps its message.
 */
export function toStartupProblem(error: unknown): StartupProblem {
  if (error instanceof StartupProblem) return error;
  const { code, path, address, port, message } = systemError(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StartupProblem('diskFull', { folder: path ?? '.' });
  if (code === 'EADDRINUSE') return new StartupProblem('portInUse', { host: address ?? '', port: port ?? '' });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartupProblem('addressUnavailable', { host: address ?? '' });
  }
  if (code === 'EACCES' && port !== undefined) return new StartupProblem('portForbidden', { port });
  if (path !== undefined && FOLDER_TROUBLE.has(code ?? '')) {
    return new StartupProblem('folderUnusable', { folder: path, reason: oneLine(message) });
  }
  return new StartupProblem('unexpected', { reason: oneLine(message) });
}

/** The four lines a person reads: cause and remedy in German, then in English. Never a stack trace. */
export function describeStartupProblem(error: unknown): string {
  const problem = toStartupProblem(error);
  return [
    problem.de,
    `Abhilfe: ${problem.remedyDe}`,
    problem.en,
    `Remedy: ${problem.remedyEn}`,
    ...(process.env['LAUFMAPPE_TRACE'] === '1' && error instanceof Error ? [String(error.stack)] : []),
  ].join('\n');
}

/** First line of a message, so that a cause stays one line whatever a library puts into its errors. */
export function oneLine(text: string): string {
  return (text.trim().split(/\r?\n/)[0] ?? '').trim();
}

function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

interface SystemError {
  readonly code?: string;
  readonly path?: string;
  readonly address?: string;
  readonly port?: number;
  readonly message: string;
}

/** By shape, not by class: errors of the file system are of another realm in worker threads and tests. */
function systemError(error: unknown): SystemError {
  const known = typeof error === 'object' && error !== null && 'message' in error;
  return known ? (error as SystemError) : { message: String(error) };
}

/** A line on the terminal while the server starts. */
export type Say = (sentence: Sentence) => void;
