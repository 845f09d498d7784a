import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesTell } from '../pdf/check-redacted.js';

/** Text of a file as poppler reads it, hidden words included. */
export function pdftotext(pdf: Uint8Array): string {
  return inFolder(pdf, (path) => ask('pdftotext', ['-enc', 'UTF-8', path, '-']));
}

/** All objects of a file unpacked, as qpdf writes them. */
export function qdf(pdf: Uint8Array): Buffer {
  return inFolder(pdf, (path) => {
    ask('qpdf', ['--qdf', '--object-streams=disable', path, `${path}.qdf`]);
    return readFileSync(`${path}.qdf`);
  });
}

/** Encrypted so that it opens only with a password. */
export function locked(pdf: Uint8Array): Buffer {
  return inFolder(pdf, (path) => {
    ask('qpdf', ['--encrypt', 'geheim', 'geheim', '256', '--', path, `${path}.locked`]);
    return readFileSync(`${path}.locked`);
  });
}

/** Grey levels of the first page at 72 dpi, as poppler draws it. */
export function pixelsOf(pdf: Uint8Array): { width: number; height: number; level(x: number, y: number): number } {
  return inFolder(pdf, (path) => {
    ask('pdftoppm', ['-gray', '-r', '72', '-f', '1', '-l', '1', '-singlefile', path, path]);
    const bytes = readFileSync(`${path}.pgm`);
    const [, width = '0', height = '0'] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40)) ?? [];
    const [columns, rows] = [Number(width), Number(height)];
    const start = bytes.length - columns * rows;
    return { width: columns, height: rows, level: (x, y) => bytes[start + y * columns + x] ?? -1 };
  });
}

/** Whether one of the judges finds the word anywhere. */
export function isFound(pdf: Uint8Array, word: string): boolean {
  const unpacked = qdf(pdf);
  return (
    pdftotext(pdf).toLowerCase().includes(word.toLowerCase()) ||
    bytesTell(unpacked, [word]) ||
    bytesTell(Buffer.from(pdf), [word])
  );
}

/** Their warnings about odd files are not ours. */
function ask(judge: string, parameters: readonly string[]): string {
  return execFileSync(judge, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

function inFolder<Value>(pdf: Uint8Array, use: (path: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), 'laufmappe-redacted-'));
  try {
    const path = join(folder, 'file.pdf');
    writeFileSync(path, pdf);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
