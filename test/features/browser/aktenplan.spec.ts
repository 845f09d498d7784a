import type { Page } from 'playwright-core';
import { violations } from '../../support/pages/axe.js';
import { openStage, type Stage } from '../../support/pages/stage.js';

describe('F1 Angenommen die Behörde hat einen Aktenplan', () => {
  it('Wenn eine Sachbearbeitung ihn ansieht, dann kann sie ihn lesen, aber nicht ändern', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    await openPosition(page, '20.31');
    await page.getByText('Aufbewahrung', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Stelle ändern' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Einlesen' }).count()).toBe(0);
    await close();
  }, 60_000);

  it('Wenn die Registratur eine Stelle anlegt und stilllegt, dann steht beides in der Geschichte', async () => {
    const { page, close } = await stage.signIn('helga.brandt');
    await openPosition(page, '20.31');
    await page.getByRole('button', { name: 'Stelle anlegen' }).click();
    const adding = page.getByRole('dialog', { name: 'Stelle anlegen' });
    expect(await violations(page)).toEqual([]);
    await adding.getByLabel('Kennzeichen').fill('20.31.77');
    await adding.getByLabel('Titel').fill('Tierschutz');
    await adding.getByRole('button', { name: 'Stelle anlegen' }).click();
    await page.getByRole('heading', { level: 1, name: '20.31.77 Tierschutz' }).waitFor();
    // 20.31 itself inherits: the position that says it is named, not the next one above.
    await page.getByText('geerbt von 20', { exact: true }).first().waitFor();
    await page.getByText('nimmt neue Akten auf').waitFor();
    await page.getByRole('button', { name: 'Stelle stilllegen' }).click();
    const closing = page.getByRole('dialog', { name: 'Stelle stilllegen' });
    await closing.getByRole('button', { name: 'Stelle stilllegen' }).click();
    await page.getByRole('button', { name: 'Stelle wieder öffnen' }).waitFor();
    const history = page.getByRole('table', { name: 'Geschichte' }).getByRole('row');
    await history.nth(2).waitFor();
    expect(await history.allInnerTexts()).toMatchObject([
      expect.stringContaining('gilt ab'),
      expect.stringContaining('stillgelegt'),
      expect.stringContaining('offen'),
    ]);
    await close();
  }, 60_000);

  it('Wenn die Registratur eine Tabelle mit einem Fehler einliest, dann sagt der Probelauf die Zeile und nichts ändert sich', async () => {
    const { page, close } = await stage.signIn('helga.brandt');
    await page.goto('/aktenplan');
    await page.getByRole('button', { name: 'Einlesen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Aktenplan einlesen' });
    const table = 'kennzeichen;titel;aufbewahrung;aussonderungsart\n77;Tiere;10;V\n78;Jagd;ewig;V\n';
    await choose(page, table);
    await dialog.getByText('Zeile 3, Feld „aufbewahrung“').waitFor();
    expect(await violations(page)).toEqual([]);
    const take = dialog.getByRole('button', { name: 'Aktenplan übernehmen' });
    expect(await take.getAttribute('aria-disabled')).toBe('true');
    await choose(page, table.replace('ewig', '30'));
    await dialog.getByText('2 neu').waitFor();
    await take.click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('treeitem').filter({ hasText: '78' }).waitFor();
    await close();
  }, 60_000);
});

describe('F3 Angenommen eine Sachbearbeitung arbeitet in ihren Akten', () => {
  it('Wenn sie Akte und Vorgang anlegt und den Papierteil einträgt, dann steht alles im Protokoll', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    await page.goto('/akten');
    await page.getByRole('searchbox', { name: 'Filtern' }).fill('20.31.02');
    await page.getByRole('treeitem').filter({ hasText: '20.31.02' }).click();
    await page.getByRole('button', { name: 'Akte anlegen' }).click();
    const opening = page.getByRole('dialog', { name: 'Akte anlegen' });
    expect(await violations(page)).toEqual([]);
    await opening.getByLabel('Betreff').fill('Pacht der Wiesen am Mühlbach');
    await opening.getByLabel('Medium').selectOption('hybrid');
    await opening.getByRole('button', { name: 'Akte anlegen' }).click();
    await opening.getByText('Bitte ausfüllen.').waitFor();
    await opening.getByLabel('Standort des Papierteils').fill('Keller, Regal 3');
    await opening.getByRole('button', { name: 'Akte anlegen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Pacht der Wiesen am Mühlbach' }).waitFor();
    await page.getByText('Keller, Regal 3').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Vorgang anlegen' }).click();
    const vorgang = page.getByRole('dialog', { name: 'Vorgang anlegen' });
    await vorgang.getByLabel('Betreff').fill('Verlängerung 2027');
    await vorgang.getByRole('button', { name: 'Vorgang anlegen' }).click();
    await page.waitForURL(/\/akten\/[0-9a-f-]{36}$/, { waitUntil: 'commit' });
    await page.locator('lm-vorgang-head h1').filter({ hasText: 'Verlängerung 2027' }).waitFor();
    await page.getByRole('tab', { name: 'Angaben' }).click();
    await page.getByRole('button', { name: 'Vorgang bearbeiten' }).click();
    const editing = page.getByRole('dialog', { name: 'Vorgang bearbeiten' });
    await editing.getByLabel('Bemerkung').fill('eilt');
    await editing.getByRole('button', { name: 'Vorgang bearbeiten' }).click();
    await editing.waitFor({ state: 'detached' });
    await page.getByText('eilt', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Protokoll' }).click();
    await page.getByText('Geändert: Bemerkung').waitFor();
    await close();
  }, 90_000);
});

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterEach(() => expect(stage.takeTroubles()).toEqual([]));
afterAll(() => stage.close());

/** Opens a position of the Aktenplan by filtering for its Kennzeichen. */
async function openPosition(page: Page, kennzeichen: string): Promise<void> {
  await page.goto('/aktenplan');
  await page.getByRole('searchbox', { name: 'Filtern' }).fill(kennzeichen);
  await page
    .getByRole('treeitem')
    .filter({ hasText: `${kennzeichen} ` })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: kennzeichen }).waitFor();
}

async function choose(page: Page, table: string): Promise<void> {
  const file = { name: 'Aktenplan.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
  await page.locator('dialog[open] input[type=file]').setInputFiles(file);
}
