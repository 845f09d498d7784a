import type { Page } from 'playwright-core';
import { violations } from '../../support/pages/axe.js';
import { officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { openVorgang } from '../../support/pages/vorgang-page.js';
import { docxOf, runs } from '../../support/templates.js';

const MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Takes a Word file as a template over the page, and waits until it stands in the list. */
async function addVorlage(page: Page, name: string, text: string): Promise<void> {
  await page.goto('/vorlagen');
  await page.getByRole('button', { name: 'Dokumentvorlage aufnehmen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Dokumentvorlage aufnehmen' });
  const buffer = await docxOf(runs(text));
  await dialog.locator('input[type=file]').setInputFiles([{ name: `${name}.docx`, mimeType: MIME, buffer }]);
  await dialog.getByLabel('Betreff des neuen Dokuments').fill(`${name} zu {{ vorgang.betreff }}`);
  await dialog.getByText('angekommen').waitFor();
  await dialog.getByRole('button', { name: 'Dokumentvorlage aufnehmen' }).click();
}

describe('Angenommen eine Registratur pflegt Vorlagen', () => {
  it('F11 Wenn eine Datei eine unbekannte Stelle hat, dann wird sie mit Grund abgewiesen, und berichtigt angenommen', async () => {
    const { page, close, takeTroubles } = await stage.signIn('helga.brandt');
    await addVorlage(page, 'Falsche Stelle', '{{ vorgang.titel }}');
    const dialog = page.getByRole('dialog', { name: 'Dokumentvorlage aufnehmen' });
    await dialog.getByText('Gefunden: „vorgang.titel“').waitFor();
    expect(await violations(page)).toEqual([]);
    // The browser notes the refused act.
    expect(takeTroubles()).toHaveLength(1);
    await page.keyboard.press('Escape');
    await addVorlage(page, 'Anhörung Nord', '{{ vorgang.betreff }}, bis {{ eingabe.frist | datum }}');
    await page.getByRole('button', { name: /Anhörung Nord/ }).click();
    await page.getByRole('dialog', { name: 'Vorlage ändern' }).getByText('eingabe.frist | datum').waitFor();
    expect(await violations(page)).toEqual([]);
    await close();
  }, 90_000);

  it('F11 Wenn daraus geschrieben wird, dann zeigt die Vorschau die Werte, und ohne Frist entsteht nichts', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-1101' });
    const registratur = await stage.signIn('helga.brandt');
    await addVorlage(registratur.page, 'Anhörung Süd', '{{ vorgang.betreff }}, bis {{ eingabe.frist | datum }}');
    await registratur.page.getByRole('button', { name: /Anhörung Süd/ }).waitFor();
    await registratur.close();
    const { page, close } = await stage.signIn('jana.petersen');
    await openVorgang(page, vorgangId);
    await page.getByRole('button', { name: 'Neues Dokument' }).click();
    await page.getByRole('menuitem', { name: 'Schreiben aus Vorlage' }).click();
    const dialog = page.getByRole('dialog', { name: 'Schreiben aus Vorlage' });
    await dialog.getByLabel('Vorlage', { exact: true }).fill('anhörung süd');
    await dialog.getByRole('radio', { name: 'Anhörung Süd' }).check();
    await dialog.getByText('Noch ohne Wert: 1').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel('frist').fill('32.12.2026');
    await dialog.getByLabel('frist').press('Tab');
    await dialog.getByText('Gefunden: „32.12.2026“').waitFor();
    await dialog.getByLabel('frist').fill('1.12.2026');
    await dialog.getByLabel('frist').press('Tab');
    await dialog.getByText('Noch ohne Wert').waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Schreiben aus Vorlage' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('option', { name: /Anhörung Süd zu/ }).waitFor();
    const { register } = await office.vorgang(vorgangId);
    expect(register.at(-1)).toMatchObject({ state: 'entwurf', art: 'ausgang' });
    await close();
  }, 90_000);

  it('F11 Wenn eine Aktenvorlage mit der Tastatur gebaut wird, dann steht jeder Teil an seinem Platz', async () => {
    const registratur = await stage.signIn('helga.brandt');
    await registratur.page.goto('/vorlagen');
    await registratur.page.getByRole('tab', { name: 'Aktenvorlagen' }).click();
    await registratur.page.getByRole('button', { name: 'Aktenvorlage anlegen' }).click();
    const sheet = registratur.page.getByRole('dialog', { name: 'Aktenvorlage anlegen' });
    await sheet.getByLabel('Name').fill('Bauvorhaben West');
    for (const [index, betreff] of ['Planung', 'Gutachten'].entries()) {
      await sheet.locator('.add').getByRole('button', { name: 'Vorgang' }).press('Enter');
      await sheet.locator('lm-part-editor input').nth(index).fill(betreff);
    }
    await sheet.locator('lm-part-editor input').nth(1).press('Alt+ArrowRight');
    await sheet.getByText('Platz 2, Ebene 2').waitFor();
    expect(await violations(registratur.page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Aktenvorlage anlegen' }).click();
    await registratur.page.getByRole('button', { name: /Bauvorhaben West/ }).waitFor();
    await registratur.close();
    const jana = await office.as('jana.petersen');
    const { items } = await jana.get<{ items: { id: string }[] }>('/api/vorlagen/akten?q=Bauvorhaben%20West');
    const view = await jana.get<{ parts: unknown[] }>(`/api/vorlagen/akten/${items[0]?.id}`);
    expect(view.parts).toMatchObject([
      { betreff: 'Planung', above: null },
      { betreff: 'Gutachten', above: 0 },
    ]);
  }, 90_000);
});

let stage: Stage;
let office: OfficeWalk;

beforeAll(async () => {
  stage = await openStage();
  office = officeWalk(stage.url);
}, 120_000);
afterEach(() => expect(stage.takeTroubles()).toEqual([]));
afterAll(() => stage.close());
