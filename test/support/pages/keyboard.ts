import type { Locator, Page } from 'playwright-core';

/** More stops than any screen has: a walk that does not end goes round in circles. */
const MOST_STOPS = 120;

/** Presses a key until the target has the focus, as somebody without a pointer does; fails where it is never reached. */
export async function pressUntilFocused(page: Page, key: string, target: Locator): Promise<void> {
  for (let stop = 0; stop <= MOST_STOPS; stop++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reached ${String(target)}`);
}

/** Presses a key until the target is there, e.g. `j` until the wanted row is the active one. */
export async function pressUntilThere(page: Page, key: string, target: Locator): Promise<void> {
  for (let stop = 0; stop <= MOST_STOPS; stop++) {
    if ((await target.count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never brought ${String(target)}`);
}

/** Whether the element, or something inside it, has the focus. */
export async function hasFocus(target: Locator): Promise<boolean> {
  if ((await target.count()) === 0) return false;
  return target.first().evaluate((node) => {
    const { document } = globalThis as unknown as { document: { activeElement: unknown } };
    return (node as unknown as { contains(other: unknown): boolean }).contains(document.activeElement);
  });
}

/** Name of the pane that has the focus; null where the focus is elsewhere. */
export async function focusedPane(page: Page): Promise<string | null> {
  const pane = page.locator('[data-pane]:focus, [data-pane]:has(:focus)');
  return (await pane.count()) === 0 ? null : pane.first().getAttribute('aria-label');
}
