import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A text file of the repository. */
export interface RepositoryFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * The files that git tracks or would track: what a reader of the repository gets.
 * @param pattern what the path must match
 */
export function repositoryFiles(pattern: RegExp): RepositoryFile[] {
  return repositoryPaths()
    .filter((path) => pattern.test(path))
    .flatMap((path) => {
      const bytes = readIfThere(path);
      return bytes === null || bytes.includes(0) ? [] : [{ path, text: bytes.toString('utf8') }];
    });
}

function repositoryPaths(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    encoding: 'utf8',
  });
  return [...new Set(listed.split('\0').filter(Boolean))];
}

/** A file that was deleted but not yet committed is still listed. */
function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
