import type { ScanPage } from '../contract/acts/posteingang.js';
import type { Examination } from '../contract/examination.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { onDesk, type Eingang, type EingangPlace } from './eingang.js';

/** An Eingang whose pages somebody wants to take apart or put together, as far as that depends on it. */
export interface Scan extends EingangPlace {
  readonly fileName: string;
  readonly examination: Examination | null;
}

// As many as somebody lays side by side; the pages of two full document feeders (500 sheets, both sides).
const [MOST_SCANS, MOST_LETTERS, MOST_PAGES] = [20, 200, 2_000];
// The process that makes the letters holds all scans at once; see the measurement beside its limits (`letters/letter-maker.ts`).
const MOST_MEGABYTES = 200;

/** Why the pages of this Eingang stay as they are; null where they can be taken apart and put together. */
export function scanObstacle(scan: Scan, version: number, linkedCount: number): Rejection | null {
  const placed = onDesk(scan, version);
  if (isRejection(placed)) return placed;
  if (linkedCount > 0) return reject('posteingang.hasLinked', { count: linkedCount });
  const { fileName: file, examination } = scan;
  if (examination?.mime !== 'application/pdf') {
    return reject('posteingang.scanKind', { file, mime: examination?.mime ?? '' });
  }
  if ((examination.signatures?.signatures.length ?? 0) > 0) return reject('posteingang.scanSigned', { file });
  if (examination.parts.length > 0) return reject('posteingang.scanCarriesFiles', { file });
  const notes = new Set([examination.reason, ...examination.warnings].map((note) => note?.code));
  if (notes.has('pdf.encrypted')) return reject('posteingang.scanEncrypted', { file });
  if (notes.has('pdf.xfa')) return reject('posteingang.scanForm', { file });
  if (notes.has('pdf.damaged') || examination.pages === null) return reject('posteingang.scanDamaged', { file });
  return null;
}

/** A scan of which is known how many pages it has. */
export interface CountedScan {
  readonly fileName: string;
  readonly size: number;
  readonly pages: number;
}

export type Letters = readonly { readonly pages: readonly ScanPage[] }[];

/** Everything that stands against these letters; an empty list means that they can be made. */
export function letterObstacles(scans: readonly CountedScan[], letters: Letters): Rejection[] {
  const bounds = boundObstacles(scans, letters);
  if (bounds.length > 0) return bounds;
  const found = letters.flatMap(({ pages }, index) =>
    pages.length === 0 ? [reject('posteingang.letterWithoutPages', { letter: index + 1 })] : [],
  );
  const taken = letters.flatMap(({ pages }) => pages);
  found.push(
    ...scans.flatMap((scan, index) =>
      pageObstacles(
        scan,
        taken.filter(({ source }) => source === index),
      ),
    ),
  );
  if (found.length === 0 && isAsItCame(scans, letters)) found.push(reject('posteingang.nothingRearranged'));
  return found;
}

function boundObstacles(scans: readonly CountedScan[], letters: Letters): Rejection[] {
  const megabytes = Math.ceil(scans.reduce((sum, { size }) => sum + size, 0) / 1_000_000);
  const tooMany = tooMuchAtOnce(
    scans.length,
    letters.length,
    scans.reduce((sum, { pages }) => sum + pages, 0),
  );
  const tooLarge =
    megabytes > MOST_MEGABYTES ? reject('posteingang.scansTooLarge', { most: MOST_MEGABYTES, found: megabytes }) : null;
  return [tooMany, tooLarge].filter((obstacle) => obstacle !== null);
}

/** Whether this is more than one act takes. */
export function tooMuchAtOnce(scans: number, letters: number, pages: number): Rejection | null {
  if (scans <= MOST_SCANS && letters <= MOST_LETTERS && pages <= MOST_PAGES) return null;
  const most = { mostScans: MOST_SCANS, mostLetters: MOST_LETTERS, mostPages: MOST_PAGES };
  return reject('posteingang.tooMuchAtOnce', { ...most, scans, letters, pages });
}

function pageObstacles({ fileName: file, pages }: CountedScan, taken: readonly ScanPage[]): Rejection[] {
  if (taken.length === 0) return [reject('posteingang.scanUnused', { file })];
  const seen = new Set<number>();
  const twice = new Set<number>();
  for (const { page } of taken) (seen.has(page) ? twice : seen).add(page);
  return [
    ...[...seen].filter((page) => page > pages).map((page) => reject('posteingang.noSuchPage', { file, page, pages })),
    ...[...twice].map((page) => reject('posteingang.pageTwice', { file, page })),
  ];
}

/** One scan, one letter, every page in its place: a copy that says nothing new. */
function isAsItCame([scan, ...others]: readonly CountedScan[], [letter, ...more]: Letters): boolean {
  if (!scan || !letter || others.length > 0 || more.length > 0) return false;
  return (
    letter.pages.length === scan.pages && letter.pages.every(({ page, turn }, at) => page === at + 1 && turn === 0)
  );
}

/** Pages of a scan that no letter takes, such as the empty backs of sheets. */
export function pagesLeftOut({ pages }: Pick<CountedScan, 'pages'>, source: number, letters: Letters): number[] {
  const taken = new Set(
    letters.flatMap((letter) => letter.pages.filter((page) => page.source === source)).map(({ page }) => page),
  );
  return Array.from({ length: pages }, (_, at) => at + 1).filter((page) => !taken.has(page));
}

/** Name of a letter, after the scan that its first page comes from. */
export function letterName(scanName: string, number: number, letters: number): string {
  const stem = scanName.replace(/\.pdf$/i, '');
  const ending = letters === 1 ? ', neu geordnet.pdf' : `, Teil ${number}.pdf`;
  return `${[...stem].slice(0, LONGEST_NAME - ending.length).join('')}${ending}`;
}

// As the names of everything that comes in (`safeName`).
const LONGEST_NAME = 120;

/** A letter that was made of scans, and what has become of it. */
export interface MadeLetter extends Pick<Eingang, 'state' | 'fileName' | 'forwarding'> {
  /** Whether a person has set it aside with a word of their own; the examination may have set it aside, too. */
  readonly noted: boolean;
  readonly linkedCount: number;
}

/** What stands against taking a letter apart again; null while it lies at the desk and nobody has done anything with it. */
export function restoreObstacle(letter: MadeLetter): Rejection | null {
  const { state, fileName: file, forwarding, noted, linkedCount } = letter;
  if (state === 'zugeordnet') return reject('posteingang.letterFiled', { file });
  if (state === 'aufgeteilt') return reject('posteingang.letterRearranged', { file });
  if (state === 'dublette' || linkedCount > 0) return reject('posteingang.letterLinked', { file });
  if (forwarding) return reject('posteingang.letterForwarded', { file });
  return noted ? reject('posteingang.letterSetAside', { file }) : null;
}
