import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reject, type Rejection } from '../contract/rejections.js';
import { projectPath } from '../platform/project-path.js';
import { schreibenSchema, type Schreiben } from './schreiben.js';

/**
 * Reads a Vorlage of the authority.
 *
 * @param name of the file without its end, e.g. `eingangsbestaetigung`
 * @returns `vorlage.unknown` where there is none, `vorlage.unreadable` where its content is no Vorlage
 */
export async function readVorlage(
  name: string,
  folder = projectPath('processes/templates'),
): Promise<Schreiben | Rejection> {
  // A name comes from a model, which people upload: it must not become a path.
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return reject('vorlage.unknown', { name });
  let json: unknown;
  try {
    json = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return reject('vorlage.unreadable', { name, reason: error.message });
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return reject('vorlage.unknown', { name });
    throw error;
  }
  const parsed = schreibenSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return reject('vorlage.unreadable', { name, reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` });
}
