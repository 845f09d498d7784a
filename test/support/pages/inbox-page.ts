import type { Locator, Page } from 'playwright-core';

/** Opens the inbox by the rail and shows one of its lists. */
export async function openInbox(page: Page, list: 'Meine' | 'Sachgebiet' = 'Meine'): Promise<void> {
  await page.getByRole('link', { name: 'Aufgaben' }).click();
  await page.getByRole('tablist', { name: 'Listen' }).getByRole('tab', { name: list }).click();
}

/** The row of the list that shows this text. */
export function aufgabeRow(page: Page, text: string): Locator {
  return page.getByRole('listbox', { name: 'Aufgaben' }).getByRole('option').filter({ hasText: text });
}

/** Waits until the Aufgabe about the invoice of this number stands open beside the list, with its form to fill. */
export async function waitForOpen(page: Page, nummer: string): Promise<void> {
  const body = taskPane(page).locator('lm-aufgabe-body').filter({ hasText: nummer });
  await body.locator('.fjs-form').waitFor();
}

/** The pane of the open Aufgabe. */
export function taskPane(page: Page): Locator {
  return page.getByRole('region', { name: 'Aufgabe', exact: true });
}

/** A button of the act bar, e.g. „Sachlich richtig“. */
export function actButton(page: Page, name: string): Locator {
  return taskPane(page).locator('lm-act-bar').getByRole('button', { name });
}

/** The Schlusszeichnung in its two steps: the review sheet, then the password of the person. */
export async function signOnSheet(page: Page, password: string): Promise<void> {
  const sheet = signSheet(page);
  await sheet.getByLabel('Ihr Kennwort').fill(password);
  await sheet.getByRole('button', { name: 'Schlusszeichnen' }).click();
}

export function signSheet(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Schlusszeichnung' });
}
