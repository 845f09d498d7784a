import { readFile, writeFile } from 'node:fs/promises';
import { A4, type DrawnPage } from '../platform/pdf/drawing.js';
import { composePdf } from '../platform/pdf/compose-pdf.js';
import { QUIET, TEXT } from '../platform/pdf/colours.js';
import { LEFT, placeBlocks, WIDTH, type Block } from '../platform/pdf/page-blocks.js';
import { composeRegister } from '../platform/pdf/register/compose-register.js';
import type { CoverSheet, RegisterPart } from '../platform/pdf/register/register-parts.js';
import { text } from '../platform/pdf/text-items.js';
import { textLines } from '../platform/pdf/text-lines.js';
import type { AkteneinsichtItem } from './akteneinsicht.js';
import { germanDay } from '../contract/german-day.js';

export interface PackageInput {
  readonly cover: Omit<CoverSheet, 'createdAt'>;
  readonly items: readonly (AkteneinsichtItem & { readonly path: string | null })[];
  readonly target: string;
}

export interface ComposedPackage {
  readonly pages: number;
  /** Of each item, in its order. */
  readonly places: readonly { readonly firstPage: number; readonly pages: number }[];
}

/** Puts the package together: cover, register, the list of what is kept back with all hashes, the Dokumente. In a worker process. */
export async function composePackage({ cover, items, target }: PackageInput): Promise<ComposedPackage> {
  const list = hashList(cover, items);
  const parts: RegisterPart[] = [
    {
      ...{ kind: 'dokument', ordnungsnummer: '–', date: '', betreff: 'Auslassungen, Schwärzungen und Prüfsummen' },
      content: { kind: 'bytes', mime: 'application/pdf', name: 'Pruefsummen.pdf', sha256: '', read: async () => list },
    },
    ...items.filter(({ path }) => path !== null).map((item) => partOf(item)),
  ];
  const composed = await composeRegister({ ...cover, createdAt: null }, parts);
  await writeFile(target, composed.bytes, { flag: 'wx', mode: 0o600 });
  const placed = composed.parts.slice(1);
  let next = 0;
  const places = items.map(({ path }) => {
    if (path === null) return { firstPage: 0, pages: 0 };
    const { firstPage = 0, pages = 0 } = placed[next++] ?? {};
    return { firstPage, pages };
  });
  return { pages: composed.pages, places };
}

function partOf({ nummer, date, betreff, file, path }: PackageInput['items'][number]): RegisterPart {
  if (!file || path === null) throw new Error('A Dokument that is given has bytes');
  const { mime, name, sha256 } = file;
  return {
    ...{ kind: 'dokument', ordnungsnummer: short(nummer), date: german(date), betreff },
    content: { kind: 'bytes', mime, name, sha256, read: () => readFile(path) },
  };
}

/** Number in its Vorgang; the whole one stands in the list. */
function short(nummer: string): string {
  return nummer.slice(nummer.lastIndexOf('/') + 1);
}

function german(day: string | null): string {
  return day === null ? '' : germanDay(day);
}

function hashList(cover: PackageInput['cover'], items: readonly AkteneinsichtItem[]): Uint8Array {
  const blocks = [
    lineBlock('Auslassungen, Schwärzungen und Prüfsummen', 16, 'H1'),
    ...items.flatMap((item) => [
      lineBlock(`${item.nummer}${item.date ? `, ${german(item.date)}` : ''}: ${SHARES[item.share]}`, 11, 'H2'),
      ...(item.share === 'leftOut' ? [lineBlock(item.reason, 10, 'P')] : []),
      ...(item.file ? [lineBlock(`SHA-256 ${item.file.sha256}`, 8.5, 'P')] : []),
    ]),
  ];
  const pages = placeBlocks(blocks).map((drawn): DrawnPage => ({ ...A4, items: drawn }));
  return composePdf({ title: cover.title, author: cover.mandant, language: 'de-DE', createdAt: null }, pages);
}

const SHARES = { whole: 'ganz', redacted: 'geschwärzt', leftOut: 'ausgelassen' } as const;

function lineBlock(words: string, size: number, role: 'H1' | 'H2' | 'P'): Block {
  const lines = textLines(words, WIDTH, size).slice(0, 20);
  const leading = size * 1.4;
  const [weight, colour] = role === 'P' ? (['Regular', QUIET] as const) : (['Bold', TEXT] as const);
  return {
    height: lines.length * leading + (role === 'P' ? 2 : 8),
    draw: (top) => lines.map((line, row) => text(role, line, LEFT, top - size - row * leading, size, weight, colour)),
  };
}
