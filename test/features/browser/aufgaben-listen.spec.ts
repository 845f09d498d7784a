import type { Page } from 'playwright-core';
import { aufgabeRow, openInbox, waitForOpen } from '../../support/pages/inbox-page.js';
import { officeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';

const INVOICES = [
  { nummer: 'L-1', betragCent: 120_000, betrag: '1.200,00' },
  { nummer: 'L-2', betragCent: 980_000, betrag: '9.800,00' },
  { nummer: 'L-3', betragCent: 45_000, betrag: '450,00' },
];

describe('Angenommen drei Rechnungen liegen bei der Sachbearbeitung', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    const walk = officeWalk(stage.url);
    for (const { nummer, betragCent } of INVOICES) await walk.file({ nummer, betragCent });
  }, 120_000);
  afterAll(() => stage.close());

  const tab = (page: Page, name: RegExp) => page.getByRole('tablist', { name: 'Listen' }).getByRole('tab', { name });

  it('F34 Wenn eine mit der Tastatur auf Wiedervorlage geht, dann ist sie fort, steht in ihrer Liste und lässt sich zurücknehmen', async () => {
    const { page } = await stage.signIn('jana.petersen');
    await openInbox(page);
    await aufgabeRow(page, '1.200,00').click();
    await waitForOpen(page, 'L-1');
    await page.getByRole('listbox', { name: 'Aufgaben' }).focus();
    await page.keyboard.press('w');
    const sheet = page.getByRole('dialog', { name: 'Auf Wiedervorlage legen' });
    await sheet.getByLabel('Wieder vorlegen am').fill('31.2.');
    await page.keyboard.press('Tab');
    await sheet.getByText('Kein Datum.').waitFor();
    await sheet.getByLabel('Wieder vorlegen am').fill('+2w');
    await sheet.getByLabel('Notiz').fill('Gutachten abwarten');
    // The check has a Frist of five days.
    await sheet.getByText('Die Frist läuft vorher ab').waitFor();
    await sheet.getByRole('button', { name: 'Auf Wiedervorlage legen' }).click();
    await aufgabeRow(page, '1.200,00').waitFor({ state: 'detached' });
    await tab(page, /^Wiedervorlage/).click();
    await aufgabeRow(page, '1.200,00').click();
    await page.locator('lm-aufgabe-body').getByText('Gutachten abwarten').waitFor();
    await page.getByRole('listbox', { name: 'Aufgaben' }).focus();
    await page.keyboard.press('z');
    await aufgabeRow(page, '1.200,00').waitFor({ state: 'detached' });
    await tab(page, /^Meine/).click();
    await aufgabeRow(page, '1.200,00').waitFor();
    expect(stage.takeTroubles()).toEqual([]);
  }, 120_000);

  it('F33 F109 Wenn jemand nach Betrag sortiert, dann gilt das nach der Abmeldung auch in einem anderen Browser', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    await openInbox(page);
    await page.getByRole('button', { name: 'Liste anordnen' }).click();
    await page.getByRole('menuitem', { name: 'Größter Betrag zuerst' }).click();
    await page.getByText('Größter Betrag zuerst 3').waitFor();
    await close();
    const other = await stage.signIn('jana.petersen');
    await openInbox(other.page);
    await other.page.getByText('Größter Betrag zuerst 3').waitFor();
    const rows = await other.page.getByRole('listbox', { name: 'Aufgaben' }).getByRole('option').allTextContents();
    expect(rows.map((text) => /[\d.]+,\d\d/.exec(text)?.[0])).toEqual(['9.800,00', '1.200,00', '450,00']);
    await other.page.getByRole('button', { name: 'Liste anordnen' }).click();
    await other.page.getByRole('menuitem', { name: 'nach Frist' }).click();
    await other.page.getByText('Größter Betrag zuerst').waitFor({ state: 'detached' });
  }, 120_000);

  it('F32 Wenn ein Filter gemerkt wird, dann ist er eine Adresse und eine Lasche mit Zahl, auch in einem anderen Browser', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    await page.goto('/aufgaben?frist=bald');
    await page.getByText('Gefunden: frist=bald.').waitFor();
    expect(stage.takeTroubles()).toEqual([expect.stringContaining('frist=bald')]);
    await page.getByRole('button', { name: 'Filter entfernen' }).click();
    await aufgabeRow(page, '450,00').waitFor();
    await page.getByRole('button', { name: 'Liste filtern' }).click();
    const sheet = page.getByRole('dialog', { name: 'Liste filtern' });
    await sheet.getByLabel('Betrag ab').fill('1.000');
    await sheet.getByRole('button', { name: 'Filtern' }).click();
    await aufgabeRow(page, '450,00').waitFor({ state: 'detached' });
    expect(page.url()).toContain('betragAb=100000');
    await page.getByRole('button', { name: 'Filter merken' }).click();
    const keep = page.getByRole('dialog', { name: 'Filter merken' });
    await keep.getByLabel('Name').fill('Größere');
    await keep.getByRole('button', { name: 'Merken' }).click();
    await tab(page, /^Größere 2/).waitFor();
    await close();
    const other = await stage.signIn('jana.petersen');
    await openInbox(other.page);
    await tab(other.page, /^Größere 2/).click();
    await aufgabeRow(other.page, '450,00').waitFor({ state: 'detached' });
    await aufgabeRow(other.page, '9.800,00').waitFor();
    await other.page.getByRole('button', { name: 'Nicht mehr merken' }).click();
    await tab(other.page, /^Größere/).waitFor({ state: 'detached' });
    expect(stage.takeTroubles()).toEqual([]);
  }, 120_000);
});
