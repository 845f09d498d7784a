import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { violations } from '../../support/pages/axe.js';
import { officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { openVorgang, showView } from '../../support/pages/vorgang-page.js';

const letter = (text: string) => ({ name: 'Bescheid.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });

async function menu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Dokument bearbeiten' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Adds a file to the open Vorgang as a draft and chooses it in the register. */
async function addDraft(page: Page, text: string, betreff: string): Promise<void> {
  await page
    .locator('lm-vorgang-pane input[type=file]')
    .first()
    .setInputFiles([letter(text)]);
  const dialog = page.getByRole('dialog', { name: 'Dokument hinzufügen' });
  await dialog.getByText('angekommen').waitFor();
  await dialog.getByLabel('Betreff').fill(betreff);
  await dialog.getByRole('button', { name: 'Dokument hinzufügen' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('option', { name: new RegExp(betreff) }).click();
}

describe('Angenommen ein Vorgang ist offen', () => {
  it('Wenn zwei Dateien kommen, eine davon ein Programm, dann wird eine abgelegt und die andere mit Grund abgewiesen', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0701' });
    const { page, close, takeTroubles } = await stage.signIn('jana.petersen');
    await openVorgang(page, vorgangId);
    const program = { name: 'setup.exe', mimeType: 'text/plain', buffer: Buffer.from('MZ'.padEnd(300, '\0')) };
    await page
      .locator('lm-vorgang-pane input[type=file]')
      .first()
      .setInputFiles([letter('Guten Tag'), program]);
    const dialog = page.getByRole('dialog', { name: 'Dokument hinzufügen' });
    await dialog.getByText('„setup.exe“ wird nicht angenommen').waitFor();
    await dialog.getByText('angekommen').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel('Art').selectOption('Ausgang');
    await dialog.getByLabel('Stand').selectOption('endgültig');
    await dialog.getByRole('button', { name: 'Dokument hinzufügen' }).click();
    await dialog.getByText('hinzugefügt', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Abbrechen' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { register } = await office.vorgang(vorgangId);
    expect(register.at(-1)).toMatchObject({ betreff: 'Bescheid', art: 'ausgang', state: 'gueltig' });
    expect(takeTroubles().filter((line) => !line.includes('/dokumente/uploads'))).toEqual([]);
    await close();
  }, 90_000);

  it('Wenn ein Entwurf ausgecheckt, geändert und eingecheckt wird, dann hat er zwei Fassungen und die erste ist Byte für Byte wie zuvor', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0702' });
    const { page, close } = await stage.signIn('jana.petersen');
    await openVorgang(page, vorgangId);
    await addDraft(page, 'Erste Fassung', 'Bescheid an die Firma');
    await menu(page, 'Angaben ändern');
    const edit = page.getByRole('dialog', { name: 'Angaben ändern' });
    await edit.getByLabel('Betreff').fill('Bescheid an Firma Nord');
    await edit.getByRole('button', { name: 'Angaben ändern' }).click();
    await page.getByRole('option', { name: /Bescheid an Firma Nord/ }).waitFor();
    const download = page.waitForEvent('download');
    await menu(page, 'Auschecken');
    expect(await readFile(await (await download).path(), 'utf8')).toBe('Erste Fassung');
    await page.locator('lm-dokument-bar').getByText('von Ihnen ausgecheckt').waitFor();
    expect(await violations(page)).toEqual([]);
    await menu(page, 'Einchecken');
    const dialog = page.getByRole('dialog', { name: 'Einchecken' });
    await dialog.locator('input[type=file]').setInputFiles([letter('Zweite Fassung')]);
    await dialog.getByLabel('Was ist anders?').fill('Frist ergänzt');
    await dialog.getByRole('button', { name: 'Einchecken' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('lm-dokument-bar').getByText('Frist ergänzt').waitFor();
    await menu(page, 'Fassungen vergleichen');
    await page.locator('lm-compare-versions del').getByText('Erste').waitFor();
    await page.locator('lm-compare-versions ins').getByText('Zweite').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await menu(page, 'Eigenschaften der Datei');
    await page.getByRole('dialog', { name: 'Eigenschaften der Datei' }).getByText('text/plain').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const dokument = (await office.vorgang(vorgangId)).register.find(({ art }) => art === 'vermerk');
    expect(dokument).toMatchObject({ betreff: 'Bescheid an Firma Nord', checkout: null, versions: [{}, {}] });
    const jana = await office.as('jana.petersen');
    expect((await jana.bytes(dokument!.versions[0]!.file.url)).toString()).toBe('Erste Fassung');
    await close();
  }, 90_000);

  it('F4 Wenn ein Dokument ausgecheckt ist, dann führt der Hindernisgrund zu ihm', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0703' });
    const { page, close } = await stage.signIn('jana.petersen');
    await openVorgang(page, vorgangId);
    await addDraft(page, 'Vermerk', 'Vermerk zur Lage');
    await menu(page, 'Auschecken');
    await page.locator('lm-dokument-bar').getByText('von Ihnen ausgecheckt').waitFor();
    await page
      .getByRole('option', { name: /RE-2026-0703/ })
      .first()
      .click();
    await page
      .locator('lm-obstacles')
      .getByRole('button', { name: /„Vermerk zur Lage“ ist ausgecheckt/ })
      .click();
    await page.locator('lm-dokument-bar').getByText('von Ihnen ausgecheckt').waitFor();
    await close();
  }, 90_000);

  it('F7 Wenn er abgeschlossen ist, dann ändert ihn niemand mehr, und nur die Registratur nimmt das mit Grund zurück', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0704' });
    const { page, close } = await stage.signIn('jana.petersen');
    await openVorgang(page, vorgangId);
    await addDraft(page, 'Bescheid', 'Endfassung Bescheid');
    await menu(page, 'Abschließen');
    await page.locator('lm-dokument-bar').getByText('endgültig').waitFor();
    await page.getByRole('button', { name: 'Dokument bearbeiten' }).click();
    expect(await page.getByRole('menuitem').allInnerTexts()).not.toContain('Angaben ändern');
    await close();
    const registratur = await stage.signIn('helga.brandt');
    await openVorgang(registratur.page, vorgangId);
    await registratur.page.getByRole('option', { name: /Endfassung Bescheid/ }).click();
    await menu(registratur.page, 'Endfassung zurücknehmen');
    const dialog = registratur.page.getByRole('dialog', { name: 'Endfassung zurücknehmen' });
    await dialog.getByLabel('Grund').fill('Schreibfehler im Namen');
    await dialog.getByRole('button', { name: 'Endfassung zurücknehmen' }).click();
    await registratur.page.locator('lm-dokument-bar').getByText('Entwurf').waitFor();
    await showView(registratur.page, 'Protokoll');
    await registratur.page.getByText('Schreibfehler im Namen').first().waitFor();
    await registratur.close();
  }, 90_000);
});

let stage: Stage;
let office: OfficeWalk;

beforeAll(async () => {
  stage = await openStage();
  office = officeWalk(stage.url);
}, 60_000);
afterEach(() => expect(stage.takeTroubles()).toEqual([]));
afterAll(() => stage.close());
