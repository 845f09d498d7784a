import type { Locator, Page } from 'playwright-core';

/** Opens the Modeler and waits until the diagram of the first process is drawn. */
export async function openModeler(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Modeler' }).click();
  await page.locator('lm-model-canvas .djs-element').first().waitFor();
}

/** Selects a step by the list „Gliederung“, so that its properties show at the right; the diagram comes back. */
export async function selectStep(page: Page, name: string): Promise<void> {
  await page.getByText('Gliederung', { exact: true }).click();
  // Every entry names the steps that follow it too; its own name is the strong one.
  const itself = page.getByText(name, { exact: true }).and(page.locator('strong'));
  await page.locator('lm-outline-list').getByRole('button').filter({ has: itself }).click();
  await page.getByText('Diagramm', { exact: true }).click();
}

/** The field „Name“ of the selected step in the properties; its group is opened first. */
export async function nameField(page: Page): Promise<Locator> {
  const field = page.locator('.bio-properties-panel [name=name]');
  if (!(await field.isVisible())) await page.locator('.bio-properties-panel-group-header').first().click();
  await field.waitFor();
  return field;
}

/** The findings of the check, each with the button that leads to its element. */
export function findings(page: Page): Locator {
  return page.locator('lm-finding-list').getByRole('listitem');
}

/** Waits until the server has judged the model as it stands. */
export async function waitForCheck(page: Page, outcome: 'clean' | 'findings'): Promise<void> {
  if (outcome === 'findings') return findings(page).first().waitFor();
  return page.locator('lm-finding-list').getByText('ohne Befund').waitFor();
}

export function deployButton(page: Page): Locator {
  return page.locator('.screen-head').getByRole('button', { name: 'In Kraft setzen' });
}
