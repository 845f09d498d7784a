import { reject, type Rejection } from '../contract/rejections.js';
import { sqlState } from './postgres/database.js';

/**
 * Trouble that comes from outside and passes: a full disk, a database that is away. Whoever meets it can say so and try
 * again later.
 *
 * @returns `platform.storageFull` or `platform.unavailable`; null for a bug
 */
export function expectedTrouble(error: unknown): Rejection | null {
  const code = sqlState(error) ?? '';
  if (FULL.has(code)) return reject('platform.storageFull');
  const away = /^(08|57P)/.test(code) || BROKEN_CONNECTION.has(code) || NO_CONNECTION.test(String(error));
  return away ? reject('platform.unavailable') : null;
}

// 53100: PostgreSQL's own disk is full.
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);
// Class 08: connection exceptions; 57P01…03: the database is shutting down or starting. The rest comes from the driver.
const BROKEN_CONNECTION = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE']);
const NO_CONNECTION =
  /Connection terminated|timeout exceeded when trying to connect|is not queryable|not currently accepting connections/;
