import type { Page } from 'playwright-core';
import { violations } from '../support/pages/axe.js';
import { openStage, type Stage } from '../support/pages/stage.js';

describe('F105 whoever wants more room', () => {
  it('chooses it by keyboard: text and rows grow, and it is still so after a reload', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    await page.goto('/ui');
    const compact = await measures(page);
    await page.getByRole('button', { name: /Angemeldet als/ }).press('Enter');
    await page.getByRole('menuitem', { name: 'Großzügig' }).press('Enter');
    const roomy = await measures(page);
    expect(roomy.row / compact.row).toBeCloseTo(1.25, 1);
    expect(roomy.text / compact.text).toBeCloseTo(1.125, 2);
    await page.reload();
    expect(await measures(page)).toEqual(roomy);
    await close();
  }, 60_000);

  it.each(['light', 'dark'] as const)(
    'finds every part of the interface without a violation in %s and in the forced colours of the system',
    async (theme) => {
      const { page, close } = await stage.signIn('jana.petersen', { theme, density: 'comfortable' });
      await page.goto('/ui');
      await page.locator('lm-parts').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'active' });
      expect(await violations(page)).toEqual([]);
      await close();
    },
    60_000,
  );
});

/** Height of the first row and of its text in px. */
async function measures(page: Page): Promise<{ row: number; text: number }> {
  const row = page.locator('lm-parts lm-listbox [role=option]').first();
  const box = await row.boundingBox();
  const size = await row.locator('.line').evaluate((title) => {
    const { getComputedStyle } = globalThis as unknown as { getComputedStyle(element: unknown): { fontSize: string } };
    return getComputedStyle(title).fontSize;
  });
  return { row: box?.height ?? 0, text: parseFloat(size) };
}

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterEach(() => expect(stage.takeTroubles()).toEqual([]));
afterAll(() => stage.close());
