import { violations } from '../../support/pages/axe.js';
import { officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { openVorgang } from '../../support/pages/vorgang-page.js';

describe('F113 Angenommen die Registratur öffnet einen Vorgang', () => {
  it('Wenn sie fragt, wer ihn sehen kann, dann steht bei jeder Person, warum', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0601' });
    const { page, close } = await stage.signIn('helga.brandt');
    await openVorgang(page, vorgangId);
    await page.getByRole('button', { name: 'Wer kann das sehen?' }).click();
    const dialog = page.getByRole('dialog', { name: 'Wer kann das sehen, und warum?' });
    await dialog.getByText('Regel: das ganze Haus darf hier bearbeiten (der ganze Aktenplan).').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel('Name').fill('Petersen');
    await dialog.getByLabel('Name').press('Enter');
    await dialog.getByText('1 von 8 Personen').waitFor();
    await close();
  }, 60_000);

  it('Wenn sie die Akte für eine Einheit schützt, dann gibt es sie für die anderen nicht mehr', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0602' });
    const { page, close } = await stage.signIn('helga.brandt');
    await openVorgang(page, vorgangId);
    await page.getByRole('button', { name: 'Wer kann das sehen?' }).click();
    await page.getByRole('button', { name: 'Akte schützen' }).click();
    const sheet = page.getByRole('dialog', { name: 'Akte schützen' });
    await sheet.getByLabel('Wer bekommt das Recht?').selectOption({ label: 'Einheit 20.31 Liegenschaften' });
    await sheet.getByLabel('Grund').fill('Rechtsstreit');
    expect(await violations(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Akte schützen' }).click();
    await page.getByText('geschützte Akte').waitFor();
    await close();
    const other = await stage.signIn('deniz.aydin');
    await other.page.goto(`/akten/${vorgangId}`);
    await other.page.getByText('Nicht gefunden, oder Sie dürfen es nicht sehen.').first().waitFor();
    await other.close();
    expect((await office.vorgang(vorgangId)).id).toBe(vorgangId);
  }, 60_000);
});

describe('F65 Angenommen die Administration fragt, wer was sieht', () => {
  it('Wenn sie einen Bericht verlangt, dann nennt er jede Stelle des Aktenplans und lässt sich ausgeben', async () => {
    const { page, close } = await stage.signIn('kim.okafor');
    await page.goto('/rechte');
    await page.getByRole('tab', { name: 'Wer sieht was?' }).click();
    await page.getByLabel('Person oder Einheit').selectOption({ label: 'Einheit 20.31 Liegenschaften' });
    await page.getByLabel('Kennzeichen im Aktenplan').fill('20.31');
    await page.getByRole('button', { name: 'Bericht zeigen' }).click();
    await page.getByRole('row', { name: /20\.31\.04 Bewirtschaftung der Liegenschaften bearbeiten/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Als CSV herunterladen' }).click();
    expect((await download).suggestedFilename()).toMatch(/^Rechte 20\.31 Liegenschaften .*\.csv$/);
    await close();
  }, 60_000);

  it('F113 Wenn sie nach einer Person und einem Aktenzeichen fragt, dann liest sie den Grund, und was eine Änderung täte', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0603' });
    const { aktenzeichen } = await office.vorgang(vorgangId);
    const { page, close } = await stage.signIn('kim.okafor');
    await page.goto('/rechte');
    await page.getByLabel('Person').selectOption({ label: 'Deniz Aydın (20.11 Haushalt)' });
    await page.getByLabel('Aktenzeichen').fill(aktenzeichen);
    await page.getByLabel('Was wäre, wenn …').selectOption({ label: 'die Person wäre anders ermächtigt' });
    await page.getByLabel('Ermächtigt bis').selectOption('geheim');
    await page.getByRole('button', { name: 'Erklären' }).click();
    await page.getByText('Nur durchgespielt; es wurde nichts geändert.').waitFor();
    expect(await violations(page)).toEqual([]);
    await close();
  }, 60_000);
});

let stage: Stage;
let office: OfficeWalk;

beforeAll(async () => {
  stage = await openStage();
  office = officeWalk(stage.url);
}, 60_000);
afterEach(() => stage.takeTroubles());
afterAll(() => stage.close());
