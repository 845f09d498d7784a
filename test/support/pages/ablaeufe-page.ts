import type { Locator, Page } from 'playwright-core';

/** Opens the monitor by the rail and waits until the diagram of the first process is drawn. */
export async function openAblaeufe(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Abläufe' }).click();
  await page.locator('lm-ablaeufe lm-diagram .djs-element').first().waitFor();
}

/** Shows one of the lists beside the diagram. */
export async function showList(page: Page, name: 'Schritte' | 'Laufende Vorgänge' | 'Störungen'): Promise<void> {
  await page.getByRole('tablist', { name: 'Was läuft' }).getByRole('tab', { name }).click();
}

/** Opens the review of one interference with the instance of this Vorgang. */
export async function operateOn(page: Page, aktenzeichen: string, act: string): Promise<Locator> {
  await page.getByRole('button', { name: `Eingriffe: ${aktenzeichen}` }).click();
  await page.getByRole('menuitem', { name: act }).click();
  const review = page.getByRole('dialog', { name: act });
  await review.waitFor();
  return review;
}

/** The word that a diagram on this page shows for an incident. */
export function incidentMark(page: Page): Locator {
  return page.locator('lm-diagram .mark.stopped');
}
