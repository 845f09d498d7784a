import type { Locator, Page } from 'playwright-core';

/** More stops than any screen has: a walk that does not end goes round in circles. */
const MOST_STOPS = 120;

/** Presses a key until the target has the focus, as somebody without a pointer does; fails where it is never reached. */
export async function pressUntilFocused(page: Page, key: string, target: Locator): Promise<void> {
  for (let stop = 0; stop <= MOST_STOPS; stop++) {
    if (await hasFocus(target)) return;
    await pressAndSee(page, key);
  }
  throw new Error(
    `${key} never reached ${String(target)}; where it went last:\n${(await stops(page, key)).join('\n')}`,
  );
}

/** One more round, for the reader of the failure: dialogs that are open, and what has the focus after each press. */
async function stops(page: Page, key: string): Promise<string[]> {
  const open = await page.locator('dialog[open] h2').allTextContents();
  const seen = [`Open dialogs: ${open.join(', ') || 'none'}`];
  for (let stop = 0; stop < 20; stop++) {
    await page.keyboard.press(key);
    seen.push(
      await page
        .locator(':focus')
        .first()
        .evaluate((node) => (node as unknown as { outerHTML: string }).outerHTML.slice(0, 120), null, {
          timeout: 1_000,
        })
        .catch(() => 'nothing'),
    );
  }
  return seen;
}

/** Presses a key until the target is there, e.g. `j` until the wanted row is the active one. */
export async function pressUntilThere(page: Page, key: string, target: Locator): Promise<void> {
  for (let stop = 0; stop <= MOST_STOPS; stop++) {
    if ((await target.count()) > 0) return;
    await pressAndSee(page, key);
  }
  throw new Error(`${key} never brought ${String(target)}`);
}

/** As a person does: what a key has done is seen before it is pressed again. Two in one frame would step over the target. */
async function pressAndSee(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await untilDrawn(page);
}

/** What the page has been told so far is done and on the screen. */
export async function untilDrawn(page: Page): Promise<void> {
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
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
