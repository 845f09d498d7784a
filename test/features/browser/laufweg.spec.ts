import type { Page } from 'playwright-core';
import { violations } from '../../support/pages/axe.js';
import { officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { openVorgang, showView } from '../../support/pages/vorgang-page.js';

let stage: Stage;
let office: OfficeWalk;

beforeAll(async () => {
  stage = await openStage();
  office = officeWalk(stage.url);
}, 60_000);
afterEach(() => expect(stage.takeTroubles()).toEqual([]));
afterAll(() => stage.close());

const sheet = (page: Page, name = 'In Umlauf geben') => page.getByRole('dialog', { name });

/** Opens the sheet for a new Laufweg of the only Dokument in the Vorgang, with the keyboard alone. */
async function beginLaufweg(page: Page, vorgangId: string): Promise<void> {
  await openVorgang(page, vorgangId);
  await showView(page, 'Laufweg');
  await page.getByText('Noch nichts im Umlauf.').waitFor();
  await page.getByRole('button', { name: 'In Umlauf geben' }).press('Enter');
  await sheet(page).getByRole('checkbox').first().press(' ');
}

/** Types the beginning of a name and takes the first person, without the mouse. */
async function ask(page: Page, place: number, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Person' }).nth(place);
  await field.pressSequentially(name.slice(0, 4));
  await page.getByRole('option', { name: new RegExp(name) }).waitFor();
  await field.press('Enter');
  await page.getByRole('listbox', { name: 'Personen' }).waitFor({ state: 'detached' });
}

describe('F37 Angenommen ein Schreiben soll von mehreren gezeichnet werden', () => {
  it('Wenn eine Gruppe ohne Stationen bleibt oder jemand nie schlusszeichnen könnte, dann sagt es die Seite', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0830' });
    const { page, close } = await stage.signIn('jana.petersen');
    await beginLaufweg(page, vorgangId);
    const dialog = sheet(page);
    await dialog.getByLabel('Was').selectOption({ label: 'Schlusszeichnung' });
    await ask(page, 0, 'Tomasz');
    await dialog.getByText('Tomasz Śliwa darf nicht schlusszeichnen.').waitFor();
    await dialog.getByRole('button', { name: 'In Umlauf geben' }).click();
    await dialog.getByText('So kann der Laufweg nicht laufen').waitFor();
    expect(await violations(page)).toEqual([]);
    // The browser tells every refusal to its console.
    expect(stage.takeTroubles()).toEqual([expect.stringContaining('laufweg.startLaufweg')]);
    await close();
  }, 60_000);

  it('F47 Wenn er ohne Maus gebaut ist, dann wird neben dem Dokument entschieden, und der Laufweg zeigt wer wann', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0831' });
    const { page, close } = await stage.signIn('jana.petersen');
    await beginLaufweg(page, vorgangId);
    const dialog = sheet(page);
    await ask(page, 0, 'Deniz');
    await dialog.getByRole('button', { name: 'Gruppe', exact: true }).press('Enter');
    await ask(page, 1, 'Tomasz');
    await ask(page, 2, 'Ruth');
    // The second station of the group goes out of it and comes back, by keys.
    const last = page.getByRole('combobox', { name: 'Person' }).nth(2);
    await last.press('Alt+ArrowLeft');
    await dialog
      .locator('li')
      .nth(3)
      .getByRole('button', { name: /Einrücken/ })
      .waitFor();
    await page.keyboard.press('Alt+ArrowRight');
    await dialog
      .locator('li')
      .nth(3)
      .getByRole('button', { name: /Ausrücken/ })
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'In Umlauf geben' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const laufweg = page.locator('lm-laufweg-run').first();
    await laufweg.getByText('an der Reihe').waitFor();
    await laufweg.getByText('Gleichzeitig, alle').waitFor();
    expect(await violations(page)).toEqual([]);

    const deniz = await stage.signIn('deniz.aydin');
    const { id } = await office.aufgabe('deniz.aydin', 'mitzeichnung', vorgangId);
    await deniz.page.goto(`/aufgaben/${id}`);
    await deniz.page.locator('lm-document-pane lm-rechnung-sheet').first().waitFor();
    await deniz.page.getByRole('button', { name: 'Mitzeichnen', exact: true }).click();
    await laufweg.getByText('mitgezeichnet').waitFor();
    expect(await laufweg.getByText('an der Reihe').count()).toBe(2);
    await deniz.close();
    await close();
  }, 90_000);

  it('F111 Wenn er läuft, dann lässt sich einfügen, mit Grund überspringen und zurückholen', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0832' });
    const { page, close } = await stage.signIn('jana.petersen');
    await beginLaufweg(page, vorgangId);
    await ask(page, 0, 'Tomasz');
    await sheet(page).getByRole('button', { name: 'In Umlauf geben' }).click();
    const laufweg = page.locator('lm-laufweg-run').first();
    await laufweg.getByRole('button', { name: /Schritte zur Station.*Tomasz/ }).click();
    await page.getByRole('menuitem', { name: 'Danach einfügen' }).click();
    await ask(page, 0, 'Ruth');
    await sheet(page, 'Station einfügen').getByRole('button', { name: 'Station einfügen' }).click();
    await laufweg.getByText('eingefügt von Jana Petersen').waitFor();
    await laufweg.getByRole('button', { name: /Schritte zur Station.*Tomasz/ }).click();
    await page.getByRole('menuitem', { name: 'Station überspringen' }).click();
    const skip = sheet(page, 'Station überspringen');
    await skip.getByLabel('Grund').fill('im Urlaub');
    await skip.getByRole('button', { name: 'Station überspringen' }).click();
    await laufweg.getByText('übersprungen').waitFor();
    await laufweg.getByText('im Urlaub').waitFor();
    expect(await violations(page)).toEqual([]);
    await laufweg.getByRole('button', { name: 'Zurückholen' }).click();
    const recall = sheet(page, 'Zurückholen');
    await recall.getByLabel('Grund').fill('wird neu gefasst');
    await recall.getByRole('button', { name: 'Zurückholen' }).click();
    await laufweg.getByText('zurückgeholt', { exact: true }).waitFor();
    await close();
  }, 90_000);
});
