import type { Locator } from 'playwright-core';

/**
 * Whether all of an element can be seen, after scrolling to it: it lies inside the window, has a size, and at its middle and its four corners
 * (two pixels inside) nothing else lies above it. The licences of bpmn-js and form-js ask this of their mark.
 */
export async function isUncovered(element: Locator): Promise<boolean> {
  await element.scrollIntoViewIfNeeded();
  return element.evaluate((node) => {
    const { document, innerWidth, innerHeight } = globalThis as unknown as Screen;
    const { left, top, right, bottom } = (node as unknown as Boxed).getBoundingClientRect();
    const inWindow = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    const places = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 2, top + 2],
      [right - 2, top + 2],
      [left + 2, bottom - 2],
      [right - 2, bottom - 2],
    ] as const;
    return (
      inWindow &&
      right - left > 8 &&
      places.every(([x, y]) => (node as unknown as Boxed).contains(document.elementFromPoint(x, y)))
    );
  });
}

/** What the check needs of the browser's types; the tests are compiled without them. */
interface Screen {
  readonly document: { elementFromPoint(x: number, y: number): unknown };
  readonly innerWidth: number;
  readonly innerHeight: number;
}

interface Boxed {
  getBoundingClientRect(): { left: number; top: number; right: number; bottom: number };
  contains(other: unknown): boolean;
}
