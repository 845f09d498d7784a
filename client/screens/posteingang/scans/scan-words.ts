import type { PageLook } from './page-look.js';
import type { Letter, Page, PageOrder } from './page-order.js';

/** „1 Seite“, „3 Seiten“ */
export function pageCount(pages: number): string {
  return pages === 1 ? $localize`:@@scan.onePage:1 Seite` : $localize`:@@scan.pages:${pages}:pages: Seiten`;
}

/** „Brief 2 · 3 Seiten“; a letter of which nothing is kept has no number, because it becomes none. */
export function headingOf({ pages }: Letter, number: number | null): string {
  const kept = pages.filter(({ state }) => state === 'kept').length;
  if (number === null) return $localize`:@@scan.noLetter:Kein Brief · nur weggelassene Seiten`;
  return `${letterName(number)} · ${pageCount(kept)}`;
}

/** „Brief 2“ */
export function letterName(number: number): string {
  return $localize`:@@scan.letter:Brief ${number}:number:`;
}

/** The numbers of the letters, by their identity; null for those that become none. */
export function letterNumbers({ letters }: PageOrder): ReadonlyMap<number, number | null> {
  let number = 0;
  return new Map(
    letters.map(({ id, pages }) => [id, pages.some(({ state }) => state === 'kept') ? ++number : null] as const),
  );
}

/** What a page is, as it is spoken: where it comes from, where it goes, and what was done with it. */
export function nameOfPage(order: PageOrder, page: Page, letter: number | null, look: PageLook | null): string {
  const fileName = order.scans[page.source]?.fileName ?? '';
  return [
    $localize`:@@scan.pageOf:Seite ${page.page}:page: von ${fileName}:fileName:`,
    page.state === 'leftOut' ? $localize`:@@scan.leftOut:weggelassen` : letter === null ? '' : letterName(letter),
    page.turn === 0 ? '' : $localize`:@@scan.turned:um ${page.turn}:turn:° gedreht`,
    look === null ? '' : LOOKS[look].why,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** What is written on a page that looks like this, and why: that is read out, and stands in the tooltip. */
export const LOOKS: Readonly<Record<PageLook, { readonly chip: string; readonly why: string }>> = {
  blank: {
    chip: $localize`:@@scan.blank:vermutlich leer`,
    why: $localize`:@@scan.blank:vermutlich leer`,
  },
  separator: {
    chip: $localize`:@@scan.separator:Trennblatt`,
    why: $localize`:@@scan.separatorWhy:Trennblatt: Code gelesen, sonst leer`,
  },
  moreThanSeparator: {
    chip: $localize`:@@scan.notSeparator:Trennblatt, nicht leer`,
    why: $localize`:@@scan.notSeparatorWhy:Code eines Trennblatts gelesen, aber nicht leer: bitte ansehen`,
  },
};

/** „2 Trennblätter: an ihnen teilen und weglassen“ */
export function separatorsOffer(separators: number): string {
  return separators === 1
    ? $localize`:@@scan.separatorOne:1 Trennblatt: an ihm teilen und weglassen`
    : $localize`:@@scan.separators:${separators}:separators: Trennblätter: an ihnen teilen und weglassen`;
}

/** What the button does: „3 Briefe anlegen, 1 Seite weglassen“. */
export function whatHappens({ letters, leftOut }: { readonly letters: number; readonly leftOut: number }): string {
  const make =
    letters === 1
      ? $localize`:@@scan.makeOne:1 Brief anlegen`
      : $localize`:@@scan.make:${letters}:letters: Briefe anlegen`;
  return leftOut === 0 ? make : $localize`:@@scan.makeLeaving:${make}:make:, ${pageCount(leftOut)}:pages: weglassen`;
}

/** What has happened: „3 Briefe angelegt.“ */
export function whatHappened(letters: number): string {
  return letters === 1
    ? $localize`:@@scan.madeOne:1 Brief angelegt.`
    : $localize`:@@scan.made:${letters}:letters: Briefe angelegt.`;
}

/** „Seite 2“, „Seiten 3–5, 1“: in the order given, neighbours as one range. */
export function pagesInWords(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last?.[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  const said = ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
  return pages.length === 1
    ? $localize`:@@scan.rangeOne:Seite ${said}:pages:`
    : $localize`:@@scan.range:Seiten ${said}:pages:`;
}
