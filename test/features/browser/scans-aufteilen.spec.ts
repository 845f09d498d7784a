import type { Locator, Page } from 'playwright-core';
import type { AktenplanHits } from '../../../server/contract/aktenplan-views.js';
import type { EingangRow, EingangView } from '../../../server/contract/views.js';
import { eventually, type ApiClient } from '../../support/api-client.js';
import { violations } from '../../support/pages/axe.js';
import { hasFocus, pressUntilFocused } from '../../support/pages/keyboard.js';
import { accepted, officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { scannedPrint } from '../../support/pages/scanned-print.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { type PileSheet, scannedPile, sheetOf } from '../../support/scanned-pile.js';

/** Two letters, the first with a blank back. */
const PILE = [sheetOf('Anna Muster', 1), sheetOf('Anna Muster', 2), [], sheetOf('Bau GmbH', 1), sheetOf('Bau GmbH', 2)];

describe('Angenommen mehrere Briefe sind in einem Stück gescannt', () => {
  it('Wenn jemand anders den Scan inzwischen ablegt, dann sagt das Blatt es, und die Aufteilung bleibt stehen', async () => {
    const scan = await received('Scan_0810.pdf');
    const { page, close } = await stage.signIn('ines.vogt');
    const sheet = await openedSheet(page, scan);
    await pageOf(sheet, 4).click();
    await page.keyboard.press('s');
    await file(scan);
    await sheet.getByRole('button', { name: '2 Briefe anlegen' }).click();
    await sheet.getByRole('alert').waitFor();
    await pageOf(sheet, 4, 'Brief 2').waitFor();
    expect(await violations(page)).toEqual([]);
    // Whoever leaves now is asked first: the work of many keys is not thrown away by one.
    await page.keyboard.press('Escape');
    const question = page.getByRole('dialog', { name: 'Aufteilung verwerfen?' });
    await question.getByRole('button', { name: 'Weiter aufteilen' }).click();
    await question.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await question.getByRole('button', { name: 'Verwerfen' }).click();
    await sheet.waitFor({ state: 'detached' });
    await close();
  }, 90_000);

  it('Wenn jemand sie nur mit Tasten trennt, dann liegen die Briefe im Posteingang, und Z nimmt es zurück', async () => {
    const scan = await received('Scan_0815.pdf');
    const { page, close } = await stage.signIn('ines.vogt');
    await page.goto(`/posteingang/${scan.id}`);
    await page.getByRole('button', { name: /^Aufteilen/ }).waitFor();
    await pressUntilFocused(page, 'Tab', page.getByRole('listbox', { name: 'Sendungen' }));
    await page.keyboard.press('s');
    const sheet = sheetIn(page);
    await sheet.getByText('Noch ist alles, wie es kam.').waitFor();
    expect(await hasFocus(pageOf(sheet, 1))).toBe(true);
    for (const key of ['ArrowRight', 'ArrowRight', 'Delete', 'ArrowRight', 's', 'End', 'r', 'Alt+ArrowLeft']) {
      await page.keyboard.press(key);
    }
    expect(await hasFocus(pageOf(sheet, 5, 'Brief 2, um 90° gedreht'))).toBe(true);
    await page.keyboard.press('Control+z');
    expect(await violations(page)).toEqual([]);
    await sheet.getByRole('button', { name: '2 Briefe anlegen, 1 Seite weglassen' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await sheet.waitFor({ state: 'detached' });
    await page.getByText('2 Briefe angelegt.').first().waitFor();

    const letters = await lettersOf('Scan_0815');
    expect(letters.map(({ pages }) => pages)).toEqual([2, 2]);
    await page.waitForURL((url) => url.pathname.endsWith(letters[0]!.id));
    await page.keyboard.press('z');
    await page.waitForURL((url) => url.pathname.endsWith(scan.id));
    expect(await filesOf('Scan_0815')).toEqual(['Scan_0815.pdf']);
    await close();
  }, 120_000);

  it('Wenn jemand mit der Maus trennt und zieht, dann steht in der Herkunft, woher jede Seite kommt', async () => {
    const scan = await received('Scan_0816.pdf');
    const { page, close } = await stage.signIn('ines.vogt');
    const sheet = await openedSheet(page, scan);
    await sheet.getByRole('button', { name: 'Leere Seiten weglassen (1)' }).click();
    await pageOf(sheet, 4).getByTitle('Hier trennen (S)').click({ force: true });
    await pageOf(sheet, 4, 'Brief 2').waitFor();
    await drag(page, pageOf(sheet, 2), pageOf(sheet, 1));
    await eventually(async () => (await names(sheet))[0]?.startsWith('Seite 2 '), 'page 2 before page 1');
    await drag(page, pageOf(sheet, 5), sheet.getByText('Für einen neuen Brief'));
    await pageOf(sheet, 5, 'Brief 3').waitFor();
    await sheet.getByRole('button', { name: '3 Briefe anlegen, 1 Seite weglassen' }).click();
    await sheet.waitFor({ state: 'detached' });

    await page.getByRole('tab', { name: 'Herkunft' }).click();
    await page.getByText('Seiten 2, 1 aus „Scan_0816.pdf“').waitFor();
    await page.getByText(/^von Ines Vogt am /).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Aufteilung zurücknehmen' }).click();
    await page.waitForURL((url) => url.pathname.endsWith(scan.id));
    expect(await filesOf('Scan_0816')).toEqual(['Scan_0816.pdf']);
    await close();
  }, 120_000);

  it('Wenn ein Brief in zwei Stücken gescannt ist, dann wird einer daraus', async () => {
    const scan = await received('Scan_0820.pdf', [sheetOf('Carla Cordes', 1)]);
    await received('Scan_0821.pdf', [sheetOf('Carla Cordes', 2)]);
    const { page, close } = await stage.signIn('ines.vogt');
    const sheet = await openedSheet(page, scan);
    await sheet.getByRole('button', { name: 'Weiteren Scan dazunehmen' }).click();
    await page.getByRole('button', { name: /^Scan_0821/ }).click();
    await eventually(() => hasFocus(pageOf(sheet, 1, 'Brief 2')), 'the focus on the page that came in');
    await page.keyboard.press('s');
    await sheet.getByRole('button', { name: '1 Brief anlegen' }).click();
    await sheet.waitFor({ state: 'detached' });
    expect((await lettersOf('Scan_082')).map(({ pages }) => pages)).toEqual([2]);
    await close();
  }, 90_000);

  it('F19 Wenn gedruckte Trennblätter dazwischen liegen, dann teilt ein Knopf an ihnen und lässt sie weg', async () => {
    const { page, close } = await stage.signIn('ines.vogt');
    const [askew, upsideDown, written] = await printedAndScanned(page);
    const anna = [sheetOf('Anna Muster', 1), sheetOf('Anna Muster', 2)];
    const pile = [...anna, askew, sheetOf('Bau GmbH', 1), upsideDown, sheetOf('Carla Cordes', 1), written];
    const sheet = await openedSheet(page, await received('Scan_0830.pdf', pile));
    const offer = sheet.getByRole('button', { name: '2 Trennblätter: an ihnen teilen und weglassen' });
    await offer.waitFor();
    await pageOf(sheet, 3, 'Brief 1, Trennblatt: Code gelesen, sonst leer').waitFor();
    // Nobody is to lose what was noted on a sheet: it is named, and left to a person.
    await pageOf(sheet, 7, 'Brief 1, Code eines Trennblatts gelesen, aber nicht leer').waitFor();
    expect(await violations(page)).toEqual([]);
    await pressUntilFocused(page, 'Tab', offer);
    await page.keyboard.press('Enter');
    await pageOf(sheet, 6, 'Brief 3').waitFor();
    expect(await hasFocus(pageOf(sheet, 1))).toBe(true);
    await page.keyboard.press('Control+z');
    await pageOf(sheet, 6, 'Brief 1').waitFor();
    await offer.click();
    await sheet.getByRole('button', { name: '3 Briefe anlegen, 2 Seiten weglassen' }).click();
    await sheet.waitFor({ state: 'detached' });
    expect((await lettersOf('Scan_0830')).map(({ pages }) => pages)).toEqual([2, 1, 2]);
    await close();
  }, 120_000);
});

/** The browser tells of the refusal, too; and a letter that is a scan again may be asked for once more before its page has left it. */
const EXPECTED = /status of (409 .*\/api\/acts\/posteingang\.rearrangeScans|404 .*\/api\/posteingang\/)/;

let stage: Stage;
let office: OfficeWalk;
let poststelle: ApiClient;

/** A scan that was received and examined. */
async function received(name: string, sheets: readonly PileSheet[] = PILE): Promise<EingangView> {
  const { eingangId } = accepted(await poststelle.upload(name, await scannedPile(sheets)));
  return eventually(async () => {
    const view = await poststelle.get<EingangView>(`/api/posteingang/${eingangId}`);
    return view.state !== 'empfangen' && view;
  }, `examination of ${name}`);
}

/** Separators of the desk itself: one a little askew, one upside down, one on which somebody has written. */
async function printedAndScanned(page: Page): Promise<readonly [Buffer, Buffer, Buffer]> {
  // The dialog of the browser would stand over everything: only its call is looked at here.
  await page.addInitScript(
    `window.print = () => { document.body.dataset.printed = document.querySelectorAll('.print-pages svg').length; }`,
  );
  await page.goto('/posteingang');
  await page.getByRole('button', { name: 'Trennblatt drucken' }).click();
  await page.locator('body[data-printed="1"]').waitFor();
  const askew = await scannedPrint(page, { degrees: 2 });
  const upsideDown = await scannedPrint(page, { degrees: 181 });
  const written = await scannedPrint(page, { degrees: -1, note: 'Rückseite' });
  // Last, because it is a print of its own: the page learns of its end.
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.locator('.print-pages').waitFor({ state: 'detached' });
  return [askew, upsideDown, written];
}

async function file({ id, title }: EingangView): Promise<void> {
  const { version } = await poststelle.get<EingangView>(`/api/posteingang/${id}`);
  const { einheiten } = await poststelle.get<AktenplanHits>('/api/aktenplan/treffer?q=20.31.05');
  const aktenplaneinheitId = einheiten[0]!.id;
  const target = { kind: 'aktenplaneinheit', aktenplaneinheitId, akteBetreff: title, vorgangBetreff: title } as const;
  const input = { eingangId: id, version, target, betreff: title, letterDate: null, processId: null };
  accepted(await poststelle.act('posteingang.assignEingang', input));
}

const sheetIn = (page: Page) => page.getByRole('dialog', { name: 'Scan aufteilen oder zusammenlegen' });

async function openedSheet(page: Page, { id }: EingangView): Promise<Locator> {
  await page.goto(`/posteingang/${id}`);
  await page.getByRole('button', { name: /^Aufteilen/ }).click();
  await sheetIn(page).locator('lm-page-card canvas').first().waitFor();
  return sheetIn(page);
}

/** The page with this number, where it is said to be in this letter. */
function pageOf(sheet: Locator, number: number, said = ''): Locator {
  return sheet.getByRole('option', { name: new RegExp(`^Seite ${number} von .*${said}`) });
}

const names = (sheet: Locator) => sheet.getByRole('option').allTextContents();

/** As a hand does: it takes up, begins to move, goes there and lets go. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await to.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  await page.mouse.move(start!.x + start!.width / 2, start!.y + start!.height / 2);
  await page.mouse.down();
  await page.mouse.move(start!.x + start!.width / 2 + 12, start!.y + start!.height / 2 + 12);
  await page.mouse.move(end!.x + end!.width / 3, end!.y + end!.height / 2, { steps: 12 });
  await page.mouse.up();
}

async function rowsNamed(beginning: string): Promise<EingangRow[]> {
  const { items } = await poststelle.get<{ items: EingangRow[] }>('/api/posteingang');
  return items.filter(({ fileName }) => fileName.startsWith(beginning));
}

async function filesOf(beginning: string): Promise<string[]> {
  return (await rowsNamed(beginning)).map(({ fileName }) => fileName);
}

/** The letters at the desk as soon as all of them are examined, in the order of their parts. */
async function lettersOf(beginning: string): Promise<EingangRow[]> {
  const rows = await eventually(async () => {
    const found = await rowsNamed(beginning);
    return found.length > 0 && found.every(({ state }) => state !== 'empfangen') && found;
  }, 'examined letters');
  return rows.sort((one, other) => one.fileName.localeCompare(other.fileName, 'de', { numeric: true }));
}

beforeAll(async () => {
  stage = await openStage();
  office = officeWalk(stage.url);
  poststelle = await office.as('ines.vogt');
}, 60_000);
afterEach(() => expect(stage.takeTroubles().filter((line) => !EXPECTED.test(line))).toEqual([]));
afterAll(() => stage.close());
