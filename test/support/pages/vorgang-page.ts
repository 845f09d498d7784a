import type { Locator, Page } from 'playwright-core';

/** Opens a Vorgang by its address, as a link in a mail does. */
export async function openVorgang(page: Page, vorgangId: string): Promise<void> {
  await page.goto(`/akten/${vorgangId}`);
  await page.locator('lm-vorgang-head h1').waitFor();
}

/** Shows one of the views of the open Vorgang, e.g. „Protokoll“. */
export async function showView(page: Page, name: string): Promise<void> {
  await page.getByRole('tablist', { name: 'Ansichten des Vorgangs' }).getByRole('tab', { name }).click();
}

export function closeButton(page: Page): Locator {
  return page.locator('lm-vorgang-pane .act-bar').getByRole('button', { name: 'z. d. A. verfügen' });
}
