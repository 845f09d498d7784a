import { readFile } from 'node:fs/promises';
import { checkPackage0503 } from '../../../archive/package/check-package-0503.js';
import { openPackage } from '../../../archive/package/read-package.js';
import { DEMO_PASSWORD } from '../../../server/demo/people.js';
import { rechnungXml } from '../../support/letters.js';
import {
  actButton,
  aufgabeRow,
  openInbox,
  waitForOpen,
  signOnSheet,
  signSheet,
  taskPane,
} from '../../support/pages/inbox-page.js';
import { chooseNewAkte, eingangRow, uploadByChooser, uploadByDrop } from '../../support/pages/posteingang-page.js';
import { openStage, type Seat, type Stage } from '../../support/pages/stage.js';
import { isUncovered } from '../../support/pages/uncovered.js';
import { closeButton } from '../../support/pages/vorgang-page.js';

const LARGE = { nummer: 'RE-2026-4711', betragCent: 1_245_080, betrag: '12.450,80' };
const ELEVEN_YEARS = 4018 * 86_400_000;
const SMALL = { nummer: 'RE-2026-4712', betragCent: 48_000, betrag: '480,00' };

describe('Angenommen Poststelle, Sachbearbeitung und Leitung sind zugleich angemeldet', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 60_000);
  afterAll(() => stage.close());

  it('Wenn zwei Rechnungen eingehen, dann geht die eine durch alle Hände bis in das Paket des Archivs', async () => {
    const [poststelle, jana, leitung] = await Promise.all([
      stage.signIn('ines.vogt'),
      stage.signIn('jana.petersen'),
      stage.signIn('ruth.lindqvist'),
    ]);
    await Promise.all([openInbox(jana.page), openInbox(leitung.page)]);

    await receive(poststelle);
    await fileInNewAkte(poststelle, LARGE.nummer);
    await aufgabeRow(jana.page, LARGE.betrag).waitFor();
    await fileAsProposed(poststelle, SMALL.nummer);
    await aufgabeRow(jana.page, SMALL.betrag).waitFor();

    await check(jana);
    await refuseZdA(jana);
    await coSign(await stage.signIn('deniz.aydin'));
    const kasse = await stage.signIn('tomasz.sliwa');
    await coSign(kasse);
    await signFinally(leitung);
    await pay(kasse);
    await closeZdA(jana);

    const [archiv, administration] = await Promise.all([stage.signIn('amir.rakimov'), stage.signIn('kim.okafor')]);
    await archiv.page.goto('/aussonderung');
    await archiv.page.getByText('Keine Frist ist abgelaufen.').waitFor();
    await passElevenYears(administration);
    await transfer(archiv);

    expect(stage.takeTroubles()).toEqual([]);
    expect([poststelle, jana, leitung].map((seat) => seat.documents())).toEqual([1, 1, 1]);
  }, 240_000);
});

/** One letter by the file dialog, one dropped on the page; both are read before anybody files them. */
async function receive({ page }: Seat): Promise<void> {
  await page.getByRole('link', { name: 'Posteingang' }).click();
  await uploadByChooser(page, { name: 'Rechnung-4711.xml', bytes: rechnungXml(LARGE) });
  await eingangRow(page, LARGE.nummer).waitFor();
  await uploadByDrop(page, { name: 'Rechnung-4712.xml', bytes: rechnungXml(SMALL) });
  await eingangRow(page, SMALL.nummer).waitFor();
}

/** The card is filled by hand; the keys of the desk file it. */
async function fileInNewAkte({ page }: Seat, nummer: string): Promise<void> {
  await eingangRow(page, nummer).click();
  await chooseNewAkte(page, '20.31.05');
  await page.keyboard.press('Control+Enter');
  await eingangRow(page, nummer).waitFor({ state: 'detached' });
}

/** The same sender again: the Akte of the first letter is proposed, and the keys of the desk accept it. */
async function fileAsProposed({ page }: Seat, nummer: string): Promise<void> {
  await eingangRow(page, nummer).click();
  await page.getByRole('radio', { name: /20\.31\.05-0001/, checked: true }).waitFor({ state: 'attached' });
  await page.getByRole('listbox', { name: 'Sendungen' }).press('Control+Enter');
  await eingangRow(page, nummer).waitFor({ state: 'detached' });
}

/** „Sachlich richtig“: the row leaves, and the next Aufgabe opens by itself. */
async function check({ page }: Seat): Promise<void> {
  await aufgabeRow(page, LARGE.betrag).click();
  await waitForOpen(page, LARGE.nummer);
  await taskPane(page).getByLabel('Bemerkung').fill('Leistung am 18.11. abgenommen.');
  expect(await isUncovered(taskPane(page).locator('.fjs-powered-by a'))).toBe(true);
  await actButton(page, 'Sachlich richtig').click();
  await aufgabeRow(page, LARGE.betrag).waitFor({ state: 'detached' });
  await waitForOpen(page, SMALL.nummer);
}

/** The Vorgang is far from done: the page lists everything that stands against it, and offers no button to go on. */
async function refuseZdA({ page }: Seat): Promise<void> {
  await openVorgangOf(page, LARGE.nummer);
  await page.locator('lm-vorgang-pane .act-bar').getByRole('listitem').nth(2).waitFor();
  await closeButton(page).click();
  const dialog = page.getByRole('dialog', { name: 'z. d. A. verfügen' });
  await dialog.getByText('Das steht noch entgegen:').waitFor();
  const reasons = await dialog.getByRole('listitem').allTextContents();
  expect(reasons).toHaveLength(3);
  expect(reasons.filter((reason) => /Mitzeichnung/.test(reason))).toHaveLength(2);
  expect(await dialog.getByRole('button', { name: 'z. d. A. verfügen' }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Abbrechen' }).click();
}

async function openVorgangOf(page: Seat['page'], nummer: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Suchen, Aktenzeichen oder Befehl' }).fill(nummer);
  await page.getByRole('option').filter({ hasText: nummer }).first().click();
  await page.locator('lm-vorgang-head h1').filter({ hasText: nummer }).waitFor();
}

async function coSign({ page }: Seat): Promise<void> {
  await openInbox(page);
  await aufgabeRow(page, LARGE.betrag).click();
  await waitForOpen(page, LARGE.nummer);
  await actButton(page, 'Mitzeichnen').click();
  await aufgabeRow(page, LARGE.betrag).waitFor({ state: 'detached' });
}

/** A wrong password signs nothing; the right one does, and the Aufgabe leaves the inbox of the Leitung. */
async function signFinally(leitung: Seat): Promise<void> {
  const { page } = leitung;
  await aufgabeRow(page, LARGE.betrag).click();
  await waitForOpen(page, LARGE.nummer);
  await actButton(page, 'Schlusszeichnen').click();
  await signSheet(page).getByText('12.450,80').first().waitFor();
  await signOnSheet(page, 'falsch');
  await signSheet(page).getByRole('alert').waitFor();
  expect(leitung.takeTroubles()).toEqual([expect.stringContaining('/api/acts/zeichnung.signDokument')]);
  await signOnSheet(page, DEMO_PASSWORD);
  await signSheet(page).waitFor({ state: 'detached' });
  await aufgabeRow(page, LARGE.betrag).waitFor({ state: 'detached' });
}

async function pay({ page }: Seat): Promise<void> {
  await aufgabeRow(page, LARGE.betrag).click();
  await waitForOpen(page, LARGE.nummer);
  await taskPane(page).getByLabel('Tag der Zahlung').fill('2026-11-26');
  await taskPane(page).getByLabel('Buchungszeichen').fill('20/4711');
  await actButton(page, 'Erledigen').click();
  await aufgabeRow(page, LARGE.betrag).waitFor({ state: 'detached' });
}

/** The page of the Akte, open since the refusal, hears of the payment by itself and now lets the Vorgang be closed. */
async function closeZdA({ page }: Seat): Promise<void> {
  await page.locator('lm-vorgang-pane .act-bar lm-obstacles').waitFor({ state: 'detached' });
  await closeButton(page).click();
  const dialog = page.getByRole('dialog', { name: 'z. d. A. verfügen' });
  await dialog.getByRole('button', { name: 'z. d. A. verfügen' }).click();
  await page.locator('lm-vorgang-head').getByText('z. d. A.', { exact: true }).waitFor();
}

async function passElevenYears({ page }: Seat): Promise<void> {
  await page.getByRole('button', { name: 'Uhr der Vorführung' }).click();
  await page.getByRole('menuitem', { name: '11 Jahre vorstellen' }).click();
}

/** Preview first, then the package; what is downloaded is opened and judged as the archive will do it. */
async function transfer({ page }: Seat): Promise<void> {
  await page.getByRole('checkbox', { name: new RegExp(LARGE.nummer) }).check();
  await page.getByRole('button', { name: 'Vorschau' }).click();
  await page.getByText('ohne Befund').waitFor();
  await page.getByRole('tab', { name: 'Nachricht' }).click();
  await page
    .getByText(/Aussonderung\.Aussonderung\.0503/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Abgabe erstellen' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Herunterladen' }).click();
  const bytes = await readFile(await (await download).path());
  const name = (await download).suggestedFilename();
  expect(name).toMatch(/\.xdomea$|\.zip$/);
  expect(await checkPackage0503(bytes, name, { now: new Date(Date.now() + ELEVEN_YEARS) })).toEqual([]);
  expect(await entriesOf(bytes)).toContainEqual(expect.stringMatching(/\.pdf$/));
}

async function entriesOf(bytes: Buffer): Promise<string[]> {
  const opened = await openPackage(bytes);
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.findings));
  opened.close();
  return opened.entries.map(({ name }) => name);
}
