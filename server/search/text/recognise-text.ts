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

/** The words on the pages of a scan; null where none were found or a program failed. */
export async function recogniseText(path: string, mime: string, folder: string): Promise<string | null> {
  try {
    const pages = mime === 'application/pdf' ? await drawPages(path, folder) : [path];
    const texts: string[] = [];
    for (const page of pages) texts.push(await recognisePage(page));
    const text = texts.join('\n').trim();
    return text === '' ? null : text;
  } catch {
    // The scan stays what it is, without text; the state says so.
    return null;
  }
}

async function drawPages(path: string, folder: string): Promise<string[]> {
  const prefix = join(folder, 'page');
  await run('pdftoppm', ['-r', DOTS_PER_INCH, '-gray', '-l', String(MOST_PAGES), path, prefix], {
    timeout: PAGE_LIMIT_MILLISECONDS,
  });
  const files = await readdir(folder);
  return files
    .filter((name) => name.startsWith('page-'))
    .sort()
    .map((name) => join(folder, name));
}

async function recognisePage(page: string): Promise<string> {
  const { stdout } = await run('tesseract', [page, '-', '-l', 'deu'], {
    timeout: PAGE_LIMIT_MILLISECONDS,
    maxBuffer: 10_000_000,
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  return stdout;
}
