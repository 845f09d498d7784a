import type { Page } from 'playwright-core';
import { violations } from '../../support/pages/axe.js';
import { officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { openVorgang, showView } from '../../support/pages/vorgang-page.js';

describe('F8 Angenommen die Registratur legt Zusatzfelder selbst fest', () => {
  it('Wenn der Schlüssel vergeben ist, dann sagt das Blatt, von wem', async () => {
    const { page, close } = await stage.signIn('helga.brandt');
    await define(page, 'Vorgänge', 'Gewässerklasse');
    await page.getByRole('button', { name: 'Zusatzfeld anlegen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Zusatzfeld anlegen' });
    await dialog.getByLabel('Name, deutsch').fill('Gewässerklasse');
    await dialog.getByLabel('Name, englisch').fill('Class of waters');
    await dialog.getByRole('button', { name: 'Zusatzfeld anlegen' }).click();
    await dialog.getByText('hat schon das Zusatzfeld „Gewässerklasse“').waitFor();
    expect(await violations(page)).toEqual([]);
    await close();
  }, 60_000);

  it('Wenn ein Wert nicht passt, dann steht der Grund am Feld, und sonst in den Angaben; enger wird es nur bestätigt', async () => {
    const registry = await stage.signIn('helga.brandt');
    await define(registry.page, 'Vorgänge', 'Flurstück am Bach', async (dialog) => {
      await dialog.getByLabel('Längstens Zeichen').fill('12');
    });
    expect(await violations(registry.page)).toEqual([]);
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0820' });
    const { page, close } = await stage.signIn('jana.petersen');
    await openVorgang(page, vorgangId);
    await showView(page, 'Angaben');
    await page.getByRole('button', { name: 'Vorgang bearbeiten' }).click();
    const editing = page.getByRole('dialog', { name: 'Vorgang bearbeiten' });
    await editing.getByLabel('Flurstück am Bach').fill('viel zu langer Wert');
    await editing.getByRole('button', { name: 'Vorgang bearbeiten' }).click();
    await editing.locator('lm-zusatz-fields .error').getByText('Erwartet: 1 bis 12 Zeichen').waitFor();
    expect(await violations(page)).toEqual([]);
    await editing.getByLabel('Flurstück am Bach').fill('Flur 3, 12/4');
    await editing.getByRole('button', { name: 'Vorgang bearbeiten' }).click();
    await editing.waitFor({ state: 'detached' });
    await page.locator('lm-zusatz-facts').getByText('Flur 3, 12/4').waitFor();
    await close();

    await registry.page.getByRole('button', { name: 'Zusatzfeld ändern: Flurstück am Bach' }).click();
    const sheet = registry.page.getByRole('dialog', { name: 'Zusatzfeld ändern' });
    await sheet.getByLabel('Längstens Zeichen').fill('4');
    await sheet.getByRole('button', { name: 'Zusatzfeld ändern' }).click();
    await sheet.getByText('Gespeicherte Angaben passen danach nicht mehr: 1').waitFor();
    expect(await violations(registry.page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Trotzdem ändern' }).click();
    await sheet.waitFor({ state: 'detached' });
    await registry.page
      .getByRole('row', { name: /Flurstück am Bach/ })
      .getByText('bis 4')
      .waitFor();
    await registry.close();
  }, 120_000);

  it('Wenn ein Feld mit der Tastatur nach oben rückt und stillgelegt wird, dann zeigt es die Liste', async () => {
    const { page, close } = await stage.signIn('helga.brandt');
    await define(page, 'Akten', 'Erstes Aktenfeld');
    await define(page, 'Akten', 'Zweites Aktenfeld');
    await page.getByRole('button', { name: 'Zweites Aktenfeld: nach oben' }).press('Enter');
    await page.locator('lm-zusatzfelder tr:has-text("Zweites Aktenfeld") + tr:has-text("Erstes Aktenfeld")').waitFor();
    await page.getByRole('button', { name: 'Stilllegen: Zweites Aktenfeld' }).press('Enter');
    await page.getByRole('button', { name: 'Wieder verwenden: Zweites Aktenfeld' }).waitFor();
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
// A refusal is an answer; the browser counts it as a resource that did not load.
const REFUSED = /status of (409|422) .*\/api\/acts\/(zusatzfeld|akte)\./;
afterEach(() => expect(stage.takeTroubles().filter((line) => !REFUSED.test(line))).toEqual([]));
afterAll(() => stage.close());

/** Defines a short text for one kind of record, and whatever else `more` fills in. */
async function define(
  page: Page,
  kind: string,
  name: string,
  more: (dialog: ReturnType<Page['getByRole']>) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await page.goto('/zusatzfelder');
  await page.locator('lm-segmented').getByText(kind, { exact: true }).click();
  await page.getByRole('button', { name: 'Zusatzfeld anlegen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Zusatzfeld anlegen' });
  await dialog.getByLabel('Name, deutsch').fill(name);
  await dialog.getByLabel('Name, englisch').fill(`${name} (en)`);
  await more(dialog);
  await dialog.getByRole('button', { name: 'Zusatzfeld anlegen' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: new RegExp(name) }).waitFor();
}
