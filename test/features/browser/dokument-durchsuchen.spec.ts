import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'playwright-core';
import { addPaper } from '../../support/pages/added-paper.js';
import { violations } from '../../support/pages/axe.js';
import { officeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { openVorgang } from '../../support/pages/vorgang-page.js';
import { pagedPdf } from '../../support/paged-pdf.js';

let stage: Stage;
let vorgangId: string;

beforeAll(async () => {
  stage = await openStage();
  const office = officeWalk(stage.url);
  ({ vorgangId } = await office.file({ nummer: 'RE-2026-7311' }));
  await addPaper(office, vorgangId, 'Gutachten', pagedPdf(300));
  const scan = await PDFDocument.create();
  scan.addPage();
  await addPaper(office, vorgangId, 'Scan ohne Text', Buffer.from(await scan.save()));
}, 120_000);
afterAll(() => stage.close());

async function opened(betreff: string) {
  const seat = await stage.signIn('jana.petersen');
  await openVorgang(seat.page, vorgangId);
  await choose(seat.page, betreff);
  return seat;
}

async function choose(page: Page, betreff: string): Promise<void> {
  await page.getByRole('option', { name: new RegExp(betreff) }).click();
  await page.locator('lm-pdf-page canvas').first().waitFor();
}

const field = (page: Page) => page.getByRole('searchbox', { name: 'Im Dokument suchen' });
const hits = (page: Page) => page.getByRole('listbox', { name: 'Treffer' });
const result = (page: Page) => page.locator('lm-search-panel').getByRole('status');
const inView = (page: Page, number: number) =>
  page.locator('lm-pdf-tools').getByText(`Seite ${number} von 300`).waitFor();

describe('Angenommen ein Gutachten hat dreihundert Seiten', () => {
  it('Wenn nichts zu finden ist oder zu wenig getippt, dann steht da, warum', async () => {
    const { page, close } = await opened('Gutachten');
    await page.getByRole('button', { name: 'Im Dokument suchen' }).click();
    await field(page).fill('B');
    await result(page).getByText('Mindestens zwei Zeichen.').waitFor();
    await field(page).fill('.*');
    await result(page).getByText('Kein Treffer.').waitFor();
    expect(await hits(page).count()).toBe(0);
    await choose(page, 'Scan ohne Text');
    await result(page).getByText('Diese Datei hat keinen Text').waitFor();
    await page.locator('lm-pdf-viewer').focus();
    await page.keyboard.press('t');
    await page.getByText('Diese Seite hat keinen Text, nur ein Bild.').waitFor();
    await close();
  }, 120_000);

  it('Wenn jemand mit der Tastatur sucht, dann führen Enter und die Liste von Treffer zu Treffer, und Esc führt zum Papier', async () => {
    const { page, close, takeTroubles } = await opened('Gutachten');
    await page.locator('lm-pdf-viewer').focus();
    await page.keyboard.press('Control+f');
    await page.locator('lm-search-panel input:focus').waitFor();
    await page.keyboard.type('BLATT 29');
    await result(page).getByText('Treffer 1 von 11.').waitFor();
    await inView(page, 29);
    await page.locator('.overlay.found-shown').waitFor();
    await page.keyboard.press('Enter');
    await inView(page, 290);
    await page.keyboard.press('Shift+Enter');
    await inView(page, 29);
    await hits(page).focus();
    await page.keyboard.press('End');
    await inView(page, 299);
    await page.getByRole('option', { name: 'Blatt 299 von 300', selected: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await field(page).waitFor({ state: 'detached' });
    expect(await page.locator('lm-pdf-viewer:focus').count()).toBe(1);
    expect(await page.locator('.overlay.found').count()).toBe(0);
    expect(takeTroubles()).toEqual([]);
    await close();
  }, 120_000);

  it('Wenn etwas gefunden ist, dann liegt die Marke auf dem Wort', async () => {
    const { page, close } = await opened('Gutachten');
    await page.getByRole('button', { name: 'Im Dokument suchen' }).click();
    await field(page).fill('Blatt 1 von');
    const mark = (await page.locator('.overlay.found-shown').boundingBox())!;
    const line = (await page.locator('lm-pdf-page').first().getByText('Blatt 1 von 300').boundingBox())!;
    expect(mark.x).toBeCloseTo(line.x, -1);
    expect(mark.y + mark.height / 2).toBeCloseTo(line.y + line.height / 2, -1);
    expect(mark.width / line.width).toBeGreaterThan(0.65);
    expect(mark.width / line.width).toBeLessThan(0.85);
    await close();
  }, 120_000);

  it('Wenn jemand als Text liest, dann stehen die Worte von derselben Seite da, mit den Treffern, und T führt zum Papier zurück', async () => {
    const { page, close } = await opened('Gutachten');
    await page.getByRole('button', { name: 'Im Dokument suchen' }).click();
    await field(page).fill('Blatt 200 von');
    await inView(page, 200);
    await page.locator('lm-pdf-viewer').focus();
    await page.keyboard.press('t');
    const text = page.locator('lm-text-view');
    await text.locator('mark.shown').getByText('Blatt 200 von').waitFor();
    const [room, mark] = [(await text.boundingBox())!, (await text.locator('mark.shown').boundingBox())!];
    expect(mark.y).toBeGreaterThan(room.y);
    expect(mark.y).toBeLessThan(room.y + room.height);
    expect(await page.locator('lm-text-view:focus').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await text.locator('section').nth(299).waitFor({ state: 'attached' });
    await page.keyboard.press('End');
    await inView(page, 300);
    await page.keyboard.press('t');
    await text.waitFor({ state: 'detached' });
    await page.locator('lm-pdf-viewer:focus').waitFor();
    await inView(page, 300);
    await close();
  }, 120_000);
});
