import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from '../../platform/find-program.js';

const run = promisify(execFile);

/** A page takes about 5 s on one core at 300 dpi; nobody waits for it, but a page that hangs must end. */
const PAGE_LIMIT_MILLISECONDS = 120_000;
/** What is longer than that was hardly scanned to be read by a machine in one piece. */
const MOST_PAGES = 200;
/** Resolution that Tesseract is trained for. */
const DOTS_PER_INCH = '300';

/** Whether the programs for this kind are installed: Tesseract, and poppler's pdftoppm for a PDF. */
export function canRecognise(mime: string): boolean {
  if (!findProgram('tesseract')) return false;
  return mime.startsWith('image/') || (mime === 'application/pdf' && findProgram('pdftoppm') !== null);
}

/** Who waits for the words of a scan. */
export interface Watch {
  /** Ends the work. */
  readonly signal: AbortSignal;
  /** Told before each page. */
  onPage(): Promise<void>;
}

/**
 * The words on the pages of a scan; null where none were found or a program failed.
 * @throws when the signal ends it, or `onPage` throws
 */
export async function recogniseText(
  path: string,
  mime: string,
  folder: string,
  { signal, onPage }: Watch,
): Promise<string | null> {
  const texts: string[] = [];
  const pages = mime === 'application/pdf' ? await ifItCan(signal, () => drawPages(path, folder, signal)) : [path];
  for (const page of pages ?? []) {
    await onPage();
    const text = await ifItCan(signal, () => recognisePage(page, signal));
    // The scan stays what it is, without text; the state says so.
    if (text === null) return null;
    texts.push(text);
  }
  const text = texts.join('\n').trim();
  return text === '' ? null : text;
}

/** What a program of others gives, or null where it fails; that we have ended it is no failure of the file. */
async function ifItCan<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) throw error;
    return null;
  }
}

async function drawPages(path: string, folder: string, signal: AbortSignal): Promise<string[]> {
  const prefix = join(folder, 'page');
  await run('pdftoppm', ['-r', DOTS_PER_INCH, '-gray', '-l', String(MOST_PAGES), path, prefix], {
    timeout: PAGE_LIMIT_MILLISECONDS,
    signal,
  });
  const files = await readdir(folder);
  return files
    .filter((name) => name.startsWith('page-'))
    .sort()
    .map((name) => join(folder, name));
}

async function recognisePage(page: string, signal: AbortSignal): Promise<string> {
  const { stdout } = await run('tesseract', [page, '-', '-l', 'deu'], {
    timeout: PAGE_LIMIT_MILLISECONDS,
    signal,
    maxBuffer: 10_000_000,
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  return stdout;
}
