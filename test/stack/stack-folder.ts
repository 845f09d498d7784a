import { join, resolve } from 'node:path';

/**
 * Folder of the real servers: binaries in `bin`, data of each server in a folder of its own. It survives between runs,
 * because building takes minutes. Absolute: versitygw compares its folders as texts.
 */
export function stackPath(...parts: string[]): string {
  return join(resolve(process.env['LAUFMAPPE_STACK']?.trim() || '.stack'), ...parts);
}
