import type { ActInput } from '../../../../server/contract/acts.js';
import type { ScanPage } from '../../../../server/contract/acts/posteingang.js';

/** A scan whose pages are put into letters. */
export interface Scan {
  readonly eingangId: string;
  readonly fileName: string;
  readonly pages: number;
}

/** A page that is left out keeps its place, so that it can be taken in again where it was. */
export interface Page extends Readonly<ScanPage> {
  readonly key: string;
  readonly state: 'kept' | 'leftOut';
}

export interface Letter {
  readonly id: number;
  readonly pages: readonly Page[];
}

/** What shall become of the scans. Each function below answers with another one; where nothing changes, with the same. */
export interface PageOrder {
  readonly scans: readonly Scan[];
  readonly letters: readonly Letter[];
  /** Identity of the next letter: who watches the letters must know them again when others come and go. */
  readonly next: number;
}

/** Where a page is put: before the page that has this place in the letter now; `new` is a letter of its own at the end. */
export interface PlaceInLetter {
  readonly letter: number | 'new';
  readonly index: number;
}

const EMPTY: PageOrder = { scans: [], letters: [], next: 1 };

/** A scan as it came: one letter of all its pages. */
export function startOrder(scan: Scan): PageOrder {
  return addScan(EMPTY, scan);
}

/** Takes the pages of another scan in, as a letter at the end. */
export function addScan(order: PageOrder, scan: Scan): PageOrder {
  if (order.scans.some(({ eingangId }) => eingangId === scan.eingangId)) return order;
  const source = order.scans.length;
  const letter = { id: order.next, pages: pagesOfScan(source, scan) };
  return { scans: [...order.scans, scan], letters: [...order.letters, letter], next: order.next + 1 };
}

/** All scans as they came. */
export function startOver({ scans }: PageOrder): PageOrder {
  return scans.reduce(addScan, EMPTY);
}

/** Begins a letter with this page; where one begins with it already, joins that with the letter before. */
export function splitOrJoin(order: PageOrder, key: string): PageOrder {
  const place = placeOf(order, key);
  if (!place) return order;
  return place.index === 0 ? joinAt(order, place.at) : splitAt(order, place);
}

/** Moves a page one place; over the edge of its letter into the neighbouring one. */
export function movePage(order: PageOrder, key: string, step: 1 | -1): PageOrder {
  const place = placeOf(order, key);
  if (!place) return order;
  const { at, index, letter } = place;
  const within = index + step;
  if (within >= 0 && within < letter.pages.length) return putPage(order, key, { letter: letter.id, index: within });
  const neighbour = order.letters[at + step];
  if (!neighbour) return order;
  return putPage(order, key, { letter: neighbour.id, index: step === 1 ? 0 : neighbour.pages.length });
}

/** Puts a page somewhere; the index counts without it. A letter that loses its last page is gone. */
export function putPage(order: PageOrder, key: string, { letter, index }: PlaceInLetter): PageOrder {
  const place = placeOf(order, key);
  if (!place || (place.letter.id === letter && place.index === index)) return order;
  const without = order.letters.map(({ id, pages }) => ({ id, pages: pages.filter((page) => page.key !== key) }));
  const placed =
    letter === 'new'
      ? [...without, { id: order.next, pages: [place.page] }]
      : without.map(({ id, pages }) => ({ id, pages: id === letter ? pages.toSpliced(index, 0, place.page) : pages }));
  const letters = placed.filter(({ pages }) => pages.length > 0);
  return { ...order, letters, next: letter === 'new' ? order.next + 1 : order.next };
}

/** Turns a page by a quarter, clockwise. */
export function turnPage(order: PageOrder, key: string): PageOrder {
  return mapPages(order, (page) =>
    page.key === key ? { ...page, turn: ((page.turn + 90) % 360) as Page['turn'] } : page,
  );
}

/** Leaves a page out, or takes it in again. */
export function toggleLeftOut(order: PageOrder, key: string): PageOrder {
  return mapPages(order, (page) =>
    page.key === key ? { ...page, state: page.state === 'kept' ? 'leftOut' : 'kept' } : page,
  );
}

/** Leaves all of these pages out. */
export function leaveOut(order: PageOrder, keys: ReadonlySet<string>): PageOrder {
  return mapPages(order, (page) =>
    keys.has(page.key) && page.state === 'kept' ? { ...page, state: 'leftOut' } : page,
  );
}

/**
 * Leaves the separators out and begins a letter after each: not at the beginning nor at the end of what is there, nor between
 * two sheets that lie on each other, because that would be a letter without a page.
 */
export function splitAtSeparators(order: PageOrder, separators: ReadonlySet<string>): PageOrder {
  const behind = order.letters.flatMap(({ pages }) =>
    pages.flatMap(({ key }, at) => (separators.has(pages[at - 1]?.key ?? '') && !separators.has(key) ? key : [])),
  );
  return behind.reduce(
    (split, key) => (dividesKept(split, key) ? splitOrJoin(split, key) : split),
    leaveOut(order, separators),
  );
}

/** All pages in the order in which they are shown. */
export function allPages({ letters }: PageOrder): Page[] {
  return letters.flatMap(({ pages }) => pages);
}

/** What the server is asked for. A scan of which nothing is kept is not touched: it stays at the desk as it came. */
export function toInput(order: PageOrder, versionOf: (eingangId: string) => number): RearrangeInput {
  const letters = keptLetters(order);
  const used = order.scans.flatMap((_, source) =>
    letters.flat().some((page) => page.source === source) ? source : [],
  );
  return {
    sources: used.flatMap((source) => {
      const eingangId = order.scans[source]?.eingangId;
      return eingangId === undefined ? [] : { eingangId, version: versionOf(eingangId) };
    }),
    letters: letters.map((pages) => ({
      pages: pages.map(({ source, page, turn }) => ({ source: used.indexOf(source), page, turn })),
    })),
  };
}

export type RearrangeInput = ActInput<'posteingang.rearrangeScans'>;

/** Whether every letter is still a whole scan as it came: then there is nothing to do. */
export function unchanged(order: PageOrder): boolean {
  return keptLetters(order).every((pages) => {
    const scan = order.scans[pages[0]?.source ?? 0];
    return (
      pages.length === scan?.pages &&
      pages.every(({ source, page, turn }, index) => source === pages[0]?.source && page === index + 1 && turn === 0)
    );
  });
}

/** How many letters it will be, and how many pages of the scans taken apart are in none of them. */
export function figures(order: PageOrder): { readonly letters: number; readonly leftOut: number } {
  const { letters, sources } = toInput(order, () => 0);
  const taken = new Set(sources.map(({ eingangId }) => eingangId));
  const of = order.scans.reduce((sum, { eingangId, pages }) => sum + (taken.has(eingangId) ? pages : 0), 0);
  return { letters: letters.length, leftOut: of - letters.reduce((sum, { pages }) => sum + pages.length, 0) };
}

function keptLetters({ letters }: PageOrder): Page[][] {
  return letters.map(({ pages }) => pages.filter(({ state }) => state === 'kept')).filter((pages) => pages.length > 0);
}

function pagesOfScan(source: number, { pages }: Scan): Page[] {
  return Array.from({ length: pages }, (_, index) => ({
    ...{ key: `${source}-${index + 1}`, source, page: index + 1 },
    ...{ turn: 0, state: 'kept' },
  }));
}

interface Place {
  /** Place of the letter, and of the page in it. */
  readonly at: number;
  readonly index: number;
  readonly letter: Letter;
  readonly page: Page;
}

function placeOf({ letters }: PageOrder, key: string): Place | null {
  for (const [at, letter] of letters.entries()) {
    const index = letter.pages.findIndex((page) => page.key === key);
    const page = letter.pages[index];
    if (page) return { at, index, letter, page };
  }
  return null;
}

/** Whether pages are kept in the letter on both sides of where this page begins. */
function dividesKept(order: PageOrder, key: string): boolean {
  const place = placeOf(order, key);
  const kept = ({ state }: Page) => state === 'kept';
  return (
    place !== null &&
    [place.letter.pages.slice(0, place.index), place.letter.pages.slice(place.index)].every((pages) => pages.some(kept))
  );
}

function splitAt(order: PageOrder, { at, index, letter }: Place): PageOrder {
  const before = { id: letter.id, pages: letter.pages.slice(0, index) };
  const after = { id: order.next, pages: letter.pages.slice(index) };
  return { ...order, letters: order.letters.toSpliced(at, 1, before, after), next: order.next + 1 };
}

function joinAt(order: PageOrder, at: number): PageOrder {
  const [before, letter] = [order.letters[at - 1], order.letters[at]];
  if (!before || !letter) return order;
  const joined = { id: before.id, pages: [...before.pages, ...letter.pages] };
  return { ...order, letters: order.letters.toSpliced(at - 1, 2, joined) };
}

/** The same order where no page changes: nothing was done then, and nothing is to be taken back. */
function mapPages(order: PageOrder, change: (page: Page) => Page): PageOrder {
  const letters = order.letters.map((letter) => {
    const pages = letter.pages.map(change);
    return pages.every((page, index) => page === letter.pages[index]) ? letter : { ...letter, pages };
  });
  return letters.every((letter, index) => letter === order.letters[index]) ? order : { ...order, letters };
}
