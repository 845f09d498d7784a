import type { Page } from 'playwright-core';
import { violations } from '../../support/pages/axe.js';
import { officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { openVorgang, showView } from '../../support/pages/vorgang-page.js';

describe('F10 Angenommen das Haus führt ein Verzeichnis seiner Kontakte', () => {
  it('Wenn der Name fehlt, dann wird niemand angelegt', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    await page.goto('/kontakte');
    // The register is empty if this test is the first: then a second button says so in the middle of the page.
    await page.getByRole('button', { name: 'Kontakt anlegen' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Kontakt anlegen' });
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel('Ort').fill('Quellstadt');
    await dialog.getByRole('button', { name: 'Kontakt anlegen' }).click();
    await dialog.getByText('Bitte ausfüllen.').waitFor();
    await close();
  }, 60_000);

  it('Wenn zwei Einträge dieselbe Person meinen, dann führt die Registratur sie zusammen und nimmt es zurück', async () => {
    const { page, close } = await stage.signIn('helga.brandt');
    await add(page, { Name: 'Zwillinger', Vorname: 'Ada', Ort: 'Norddorf' });
    await add(page, { Name: 'Zwillinger', Vorname: 'Ada', Ort: 'Süddorf' });
    await page.getByRole('button', { name: 'Zusammenführen: Zwillinger, Ada' }).click();
    const dialog = page.getByRole('dialog', { name: 'Zusammenführen' });
    await dialog.getByText('Dublette: Zwillinger, Ada').waitFor();
    await dialog.getByText('Norddorf').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Zusammenführen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Zusammengeführte Einträge' }).waitFor();
    await page.getByRole('button', { name: 'Zusammenführung zurücknehmen: Zwillinger, Ada' }).click();
    await page.getByRole('heading', { name: 'Vielleicht derselbe' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await close();
  }, 60_000);

  it('F62 Wenn jemand an einem Vorgang teilnimmt, dann führt der eine zum anderen, bis die Beteiligung endet', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0810' });
    const { page, close } = await stage.signIn('jana.petersen');
    await add(page, { Name: 'Quellmüller', Vorname: 'Friederike', Ort: 'Quellstadt' });
    await openVorgang(page, vorgangId);
    await showView(page, 'Angaben');
    await page.getByText('Niemand ist eingetragen.').waitFor();
    await page.getByRole('button', { name: 'Beteiligte hinzufügen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Beteiligte hinzufügen' });
    await dialog.getByLabel('Kontakt suchen').fill('quellmue frie');
    await dialog.getByRole('option', { name: 'Quellmüller, Friederike' }).click();
    await dialog.getByLabel('Rolle im Vorgang').fill('Bevollmächtigung');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Beteiligte hinzufügen' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Quellmüller, Friederike' }).click();
    await page.getByRole('heading', { level: 1, name: 'Quellmüller, Friederike' }).waitFor();
    await page.getByText('Bevollmächtigung').waitFor();
    await page.locator(`lm-kontakt-pane a[href*="/akten/${vorgangId}"]`).click();
    await showView(page, 'Angaben');
    await page.getByRole('button', { name: 'Beteiligung beenden: Quellmüller, Friederike' }).click();
    await page.getByText('Niemand ist eingetragen.').waitFor();
    await close();
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

/** Adds somebody to the register and waits until the entry is shown. */
async function add(page: Page, facts: Readonly<Record<string, string>>): Promise<void> {
  await page.goto('/kontakte');
  await page.getByRole('button', { name: 'Kontakt anlegen' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Kontakt anlegen' });
  for (const [label, value] of Object.entries(facts)) await dialog.getByLabel(label, { exact: true }).fill(value);
  await dialog.getByRole('button', { name: 'Kontakt anlegen' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page
    .locator('lm-kontakt-pane')
    .getByText(facts['Ort'] ?? '')
    .waitFor();
}
