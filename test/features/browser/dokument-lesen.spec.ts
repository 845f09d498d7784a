import type { Page } from 'playwright-core';
import { eventually } from '../../support/api-client.js';
import { addPaper } from '../../support/pages/added-paper.js';
import { violations } from '../../support/pages/axe.js';
import { officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { openVorgang } from '../../support/pages/vorgang-page.js';
import { pagedPdf } from '../../support/paged-pdf.js';

let stage: Stage;
let office: OfficeWalk;
let vorgangId: string;

async function show(page: Page, betreff: string): Promise<void> {
  await openVorgang(page, vorgangId);
  await page.getByRole('option', { name: new RegExp(betreff) }).click();
  await page.locator('lm-pdf-page canvas').first().waitFor();
}

const pageInView = (page: Page) => page.locator('lm-pdf-tools');
const list = (page: Page) => page.getByRole('listbox', { name: 'Seiten' });

describe('Angenommen ein Gutachten hat tausend Seiten', () => {
  beforeAll(async () => {
    stage = await openStage();
    office = officeWalk(stage.url);
    ({ vorgangId } = await office.file({ nummer: 'RE-2026-7301' }));
    await addPaper(office, vorgangId, 'Gutachten', pagedPdf(1_000));
    await addPaper(office, vorgangId, 'Kurzbrief', pagedPdf(2, 'none'));
  }, 120_000);
  afterAll(() => stage.close());

  it('Wenn jemand die Seiten mit der Tastatur durchgeht, dann folgt das Papier, und gezeichnet ist nur, was zu sehen ist', async () => {
    const { page, close, takeTroubles } = await stage.signIn('jana.petersen');
    await show(page, 'Gutachten');
    await page.locator('lm-pdf-viewer').focus();
    await page.keyboard.press('l');
    await list(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await pageInView(page).getByText('Seite 3 von 1000').waitFor();
    await page.keyboard.press('End');
    await pageInView(page).getByText('Seite 1000 von 1000').waitFor();
    await page.getByRole('option', { name: 'Seite 1000', selected: true }).locator('canvas').waitFor();
    expect(await page.locator('lm-page-thumbnail canvas').count()).toBeLessThan(12);
    expect(await page.locator('lm-page-thumbnail').count()).toBeLessThan(40);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await list(page).waitFor({ state: 'detached' });
    expect(await page.locator('lm-pdf-viewer:focus').count()).toBe(1);
    expect(takeTroubles()).toEqual([]);
    await close();
  }, 120_000);

  it('Wenn jemand die Leiste offen lässt, dann ist sie nach dem Neuladen offen, und ein Klick führt zur Seite', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    await show(page, 'Gutachten');
    await page.getByRole('button', { name: 'Seitenleiste', exact: true }).click();
    await list(page).waitFor();
    await page.reload();
    await page.getByRole('option', { name: /Gutachten/ }).click();
    await page.getByRole('option', { name: 'Seite 4', exact: true }).click();
    await pageInView(page).getByText('Seite 4 von 1000').waitFor();
    await close();
  }, 90_000);

  it('Wenn die Datei eine Gliederung hat, dann führt sie mit Pfeilen und Enter zur Stelle, und sonst steht da, dass sie keine hat', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    await show(page, 'Gutachten');
    await page.getByRole('button', { name: 'Seitenleiste', exact: true }).click();
    await page.getByRole('button', { name: 'Die Seitenleiste zeigt' }).click();
    await page.getByRole('menuitem', { name: 'Gliederung' }).click();
    await page.getByRole('treeitem', { name: 'Sachverhalt' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await pageInView(page).getByText('Seite 2 von 1000').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('option', { name: /Kurzbrief/ }).click();
    await page.getByText('Diese Datei hat keine Gliederung.').waitFor();
    await close();
  }, 90_000);

  it('Wenn eine Seite quer zwischen hohen liegt, dann ist auch sie in voller Breite zu sehen', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    await show(page, 'Kurzbrief');
    const [upright, across] = [page.locator('lm-pdf-page').first(), page.locator('lm-pdf-page').last()];
    await across.scrollIntoViewIfNeeded();
    await eventually(async () => {
      const [high, wide] = [await upright.boundingBox(), await across.boundingBox()];
      return wide!.width > wide!.height && Math.abs(wide!.width - high!.width) < 2;
    }, 'both pages are as wide as their room');
    const sideways = await page.locator('lm-pdf-viewer').evaluate((viewer) => {
      const { scrollWidth, clientWidth } = viewer as unknown as { scrollWidth: number; clientWidth: number };
      return scrollWidth - clientWidth;
    });
    expect(sideways).toBe(0);
    await close();
  }, 90_000);

  it('Wenn gedreht wird und zwei Seiten nebeneinander liegen, dann bleibt die Seite im Bild, und der Text liegt auf seinen Wörtern', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    await show(page, 'Kurzbrief');
    const paper = page.locator('lm-pdf-page').first();
    const upright = (await paper.boundingBox())!;
    await menu(page, 'Nach rechts drehen');
    const word = paper.getByText('Blatt 1 von 2');
    await page.locator("lm-pdf-page .text-layer[data-main-rotation='90']").first().waitFor();
    const [across, turned] = [(await paper.boundingBox())!, (await word.boundingBox())!];
    expect(across.width).toBeGreaterThan(across.height);
    expect(upright.height).toBeGreaterThan(upright.width);
    expect(turned.height).toBeGreaterThan(turned.width);
    expect(turned.x).toBeGreaterThan(across.x);
    expect(turned.y + turned.height).toBeLessThan(across.y + across.height + 1);
    await menu(page, 'Zwei Seiten nebeneinander');
    const [left, right] = [(await paper.boundingBox())!, (await page.locator('lm-pdf-page').last().boundingBox())!];
    expect(right.x).toBeGreaterThan(left.x + left.width);
    expect(right.y).toBe(left.y);
    await close();
  }, 90_000);

  it('Wenn gedruckt wird, dann gehen nur die gewünschten Seiten an den Drucker, und nichts vom Bildschirm', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    // The dialog of the browser would stand over everything: only its call is looked at here.
    await page.addInitScript(
      `window.print = () => { document.body.dataset.printed = document.querySelectorAll('.print-pages img').length; }`,
    );
    await show(page, 'Gutachten');
    await menu(page, 'Drucken …');
    const sheet = page.getByRole('dialog', { name: 'Drucken' });
    await sheet.getByLabel('Bis Seite').fill('1001');
    await sheet.getByText('Bitte Seiten zwischen 1 und 1000 angeben.').waitFor();
    await sheet.getByLabel('Bis Seite').fill('900');
    await sheet.getByText('Höchstens 200 Seiten auf einmal').waitFor();
    await sheet.getByLabel('Bis Seite').fill('3');
    expect(await violations(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Drucken' }).click();
    await page.locator('body[data-printed="3"]').waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(3);
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    await sheet.waitFor({ state: 'detached' });
    expect(await page.locator('.print-pages').count()).toBe(0);
    await close();
  }, 120_000);
});

async function menu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Ansicht des Dokuments' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
