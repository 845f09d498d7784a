import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { violations } from '../../support/pages/axe.js';
import { officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';

let stage: Stage;
let office: OfficeWalk;

beforeAll(async () => {
  stage = await openStage();
  office = officeWalk(stage.url);
}, 60_000);
afterAll(() => stage.close());

/** Goes from the Akte to its Weitergabe. */
async function openWeitergabe(page: Page, akteId: string): Promise<void> {
  await page.goto(`/akten?akte=${akteId}`);
  await page.getByRole('link', { name: 'Weitergeben' }).click();
  await page.locator('lm-dokument-choice li').first().waitFor();
}

describe('F13 Angenommen eine andere Behörde braucht eine Akte', () => {
  it('F13 Wenn eine Kopie mit Link und Code weitergegeben wird, dann holt sie nur, wer beides hat, und nicht mehr, wenn sie zurückgezogen ist', async () => {
    const { akteId } = await office.file({ nummer: 'RE-2026-1301' });
    const { page, close, takeTroubles } = await stage.signIn('jana.petersen');
    await openWeitergabe(page, akteId);
    await page.getByText('Es fehlt, wer die Akte bekommt.').waitFor();
    await page.getByLabel('Empfänger').fill('Landkreis Nordfeld');
    await page.getByLabel('Grund').fill('Der Betrieb zieht um');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Akte weitergeben' }).click();
    const sheet = page.getByRole('dialog', { name: 'Link und Code für den Empfänger' });
    const link = (await sheet.locator('.secret.link').textContent())?.trim() ?? '';
    const code = (await sheet.locator('.secret.code').textContent())?.trim() ?? '';
    expect(await violations(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Übernommen' }).click();
    const row = page.locator('lm-made-list li').filter({ hasText: 'Landkreis Nordfeld' });
    await row.getByText('liegt bereit').waitFor({ timeout: 60_000 });
    expect(await violations(page)).toEqual([]);

    const outside = await stage.visit();
    await outside.page.goto(link);
    await outside.page.getByLabel('Code').fill('0000-0000-0000');
    await outside.page.getByRole('button', { name: 'Weiter' }).click();
    await outside.page.locator('lm-refusal-alert').waitFor();
    expect(outside.page.url()).not.toContain('lw_');
    expect(await violations(outside.page)).toEqual([]);
    await outside.page.getByLabel('Code').fill(code.toLowerCase().replaceAll('-', ' '));
    await outside.page.getByRole('button', { name: 'Weiter' }).click();
    await outside.page.getByText('Musterkreis', { exact: true }).waitFor();
    expect(await violations(outside.page)).toEqual([]);
    const download = outside.page.waitForEvent('download');
    await outside.page.getByRole('button', { name: 'Herunterladen (ZIP)' }).click();
    const bytes = await readFile(await (await download).path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');

    await page.reload();
    await row.getByText('1 von 3 Mal abgeholt').waitFor();
    await row.getByRole('button', { name: 'Weitergabe zurückziehen' }).click();
    const why = page.getByRole('dialog', { name: 'Weitergabe zurückziehen' });
    await why.getByLabel('Grund').fill('doppelt geschickt');
    await why.getByRole('button', { name: 'Weitergabe zurückziehen' }).click();
    await row.getByText('doppelt geschickt').waitFor();
    await outside.page.getByRole('button', { name: 'Herunterladen (ZIP)' }).click();
    await outside.page.locator('lm-refusal-alert').waitFor();
    await outside.close();
    expect(takeTroubles()).toEqual([]);
    await close();
  }, 180_000);

  it('F13 Wenn niemand etwas anbietet, dann sagt die Seite der Angebote, worauf sie wartet', async () => {
    const { page, close } = await stage.signIn('ines.vogt');
    await page.getByRole('link', { name: 'Weitergaben' }).click();
    await page.getByText('Niemand bietet Ihnen eine Akte an.').waitFor();
    expect(await violations(page)).toEqual([]);
    await close();
  }, 60_000);
});
