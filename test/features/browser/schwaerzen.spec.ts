import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { bytesTell } from '../../../server/schwaerzung/pdf/check-redacted.js';
import { namedLetter } from '../../support/schwaerzungen.js';
import { violations } from '../../support/pages/axe.js';
import { officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { openVorgang } from '../../support/pages/vorgang-page.js';

let stage: Stage;
let office: OfficeWalk;

/** Files a letter with this name in it and opens it to be redacted. */
async function redact(page: Page, vorgangId: string, name: string, betreff: string): Promise<void> {
  await openVorgang(page, vorgangId);
  const file = { name: 'Anfrage.pdf', mimeType: 'application/pdf', buffer: namedLetter(name) };
  await page.locator('lm-vorgang-pane input[type=file]').first().setInputFiles([file]);
  const dialog = page.getByRole('dialog', { name: 'Dokument hinzufügen' });
  await dialog.getByText('angekommen').waitFor();
  await dialog.getByLabel('Betreff').fill(betreff);
  await dialog.getByRole('button', { name: 'Dokument hinzufügen' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('option', { name: new RegExp(betreff) }).click();
  await page.getByRole('button', { name: 'Dokument bearbeiten' }).click();
  await page.getByRole('menuitem', { name: 'Schwärzen' }).click();
  await page.locator('lm-marking-page canvas').first().waitFor();
}

async function make(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Erstellen …' }).click();
  const sheet = page.getByRole('dialog', { name: 'Geschwärztes Dokument erstellen' });
  expect(await violations(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Geschwärztes Dokument erstellen' }).click();
  await sheet.waitFor({ state: 'detached', timeout: 60_000 });
}

describe('Angenommen ein Brief nennt jemanden', () => {
  beforeAll(async () => {
    stage = await openStage();
    office = officeWalk(stage.url);
  }, 60_000);
  afterAll(() => stage.close());

  it('Wenn alle Stellen gesucht und markiert werden, dann steht der Name nicht mehr im neuen Dokument, und ein Neuladen verliert nichts', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-7201' });
    const { page, close, takeTroubles } = await stage.signIn('jana.petersen');
    await redact(page, vorgangId, 'Unverwechselbar', 'Anfrage zum Schwärzen');
    await page.getByLabel('Wörter suchen').fill('unverwechselbar');
    await page.getByRole('button', { name: 'Alle markieren (1)' }).click();
    await page.locator('lm-mark-list').getByText('Unverwechselbar').waitFor();
    await page.getByText('gemerkt', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await page.locator('lm-mark-list').getByText('Unverwechselbar').waitFor();
    await page.getByText('Vorschau').click();
    await page.locator('.mark.preview').first().waitFor();
    await make(page);
    await page.getByRole('option', { name: /Anfrage zum Schwärzen, geschwärzt/ }).waitFor();
    const { register } = await office.vorgang(vorgangId);
    const made = register.at(-1);
    expect(made).toMatchObject({ betreff: 'Anfrage zum Schwärzen, geschwärzt', state: 'gueltig' });
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Herunterladen' }).first().click();
    const bytes = await readFile(await (await download).path());
    expect(bytesTell(bytes, ['Unverwechselbar'])).toBe(false);
    expect(takeTroubles()).toEqual([]);
    await close();
  }, 120_000);

  it('Wenn jemand nur die Tastatur hat, dann wird Wort für Wort markiert, zurückgenommen und wieder markiert', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-7202' });
    const { page, close } = await stage.signIn('jana.petersen');
    await redact(page, vorgangId, 'Tastenfrau', 'Anfrage mit Tasten');
    await page.locator('lm-marking-pages').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('lm-mark-list').getByText('Tastenfrau wohnt').waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('lm-mark-list').getByText('Noch nichts markiert').waitFor();
    await page.keyboard.press('Control+y');
    await page.locator('lm-mark-list li').waitFor();
    await close();
  }, 90_000);

  it('Wenn ein Rechteck gezogen wird, dann nennt die Liste, was darunter steht', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-7203' });
    const { page, close } = await stage.signIn('jana.petersen');
    await redact(page, vorgangId, 'Rechteckfrau', 'Anfrage mit Rechteck');
    await page.getByText('Rechteck', { exact: true }).click();
    const paper = (await page.locator('lm-marking-page').first().boundingBox())!;
    const scale = paper.width / 595.28;
    const at = (x: number, y: number) => [paper.x + x * scale, paper.y + (841.89 - y) * scale] as const;
    await page.mouse.move(...at(95, 716));
    await page.mouse.down();
    await page.mouse.move(...at(180, 690), { steps: 5 });
    await page.mouse.up();
    await page.locator('lm-mark-list').getByText('Rechteckfrau').waitFor();
    await close();
  }, 90_000);
});
