import { DEMO_PASSWORD } from '../../server/demo/people.js';
import { launchBrowser } from '../support/browser.js';
import { actButton, aufgabeRow, openInbox, signSheet, waitForOpen } from '../support/pages/inbox-page.js';
import { pressUntilFocused, pressUntilThere } from '../support/pages/keyboard.js';
import { officeWalk, type OfficeWalk } from '../support/pages/office-walk.js';
import { eingangRow } from '../support/pages/posteingang-page.js';
import { openStage, type Stage } from '../support/pages/stage.js';
import { openVorgang } from '../support/pages/vorgang-page.js';
import { startOrca, type ScreenReader } from './screen-reader/orca.js';
import { READER_WALKS, type ReaderWalk, renewReaderResults } from './screen-reader/reader-results.js';

/**
 * What is asked about is what a person hears, who presses only keys and sees nothing. Each walk has a screen with one window:
 * nobody on it would tell Orca which of several is in front.
 */
describe('with a screen reader', () => {
  walk('signIn', async () => {
    const { page } = await stage.visit();
    await reader.hears(/Anmelden · Laufmappe/);
    await pressUntilFocused(page, 'Tab', page.getByLabel('Anmeldename'));
    await reader.hears(/Anmeldename entry required/);
    await page.keyboard.type('jana.petersen');
    await page.keyboard.press('Tab');
    await reader.hears(/Kennwort password text/);
    await page.keyboard.type('falsch');
    await page.keyboard.press('Enter');
    await reader.hears(/Name oder Kennwort stimmt nicht/);
    await page.locator('input[name=password]').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await reader.hears(/Aufgaben · Laufmappe/);
  });

  walk('complete', async () => {
    await office.file({ nummer: 'RE-2026-0301', betragCent: 130_100 });
    await office.file({ nummer: 'RE-2026-0302', betragCent: 130_200 });
    const { page } = await stage.signIn('jana.petersen');
    await openInbox(page);
    const row = aufgabeRow(page, '1.301,00');
    await row.waitFor();
    await pressUntilFocused(page, 'F6', page.getByRole('listbox', { name: 'Aufgaben' }));
    await reader.hears(/Aufgaben list box/);
    await pressUntilThere(page, 'j', row.and(page.locator('[aria-selected=true]')));
    await reader.hears(/Sachliche Prüfung: Hellweg Gebäudetechnik GmbH in \d+ Tagen .* 1\.301,00\s€ 1 Dokument\./);
    await waitForOpen(page, 'RE-2026-0301');
    await pressUntilFocused(page, 'Tab', page.getByLabel('Bemerkung'));
    await reader.hears(/Bemerkung entry/);
    await page.keyboard.press('Control+Enter');
    await reader.hears(/Erledigt\. Nächste Aufgabe: Sachliche Prüfung/);
  });

  walk('file', async () => {
    await office.upload({ nummer: 'RE-2026-0303' });
    const { page } = await stage.signIn('ines.vogt');
    await page.goto('/posteingang');
    await reader.hears(/Posteingang · Laufmappe/);
    const row = eingangRow(page, 'RE-2026-0303');
    await row.waitFor();
    await pressUntilFocused(page, 'F6', page.getByRole('listbox', { name: 'Sendungen' }));
    await reader.hears(/Sendungen list box/);
    await pressUntilThere(page, 'j', row.and(page.locator('[aria-selected=true]')));
    await reader.hears(/RE-2026-0303/);
    await page.getByText('RE-2026-0303 ·').waitFor();
    await pressUntilFocused(page, 'F6', page.getByRole('radiogroup', { name: 'Wohin gehört das?' }));
    await reader.hears(/Wohin gehört das\? panel/);
    await reader.hears(/neuer Vorgang (sicher|prüfen) .{10,}\n(selected )?radio button/);
    await page.keyboard.press('Enter');
    await reader.hears(/Abgelegt in \d/);
    await page.keyboard.press('z');
    await reader.hears(/Zurückgenommen: Ablegen – /);
  });

  walk('sign', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0304', betragCent: 130_400 });
    await office.complete('jana.petersen', 'pruefung', vorgangId, { entscheidung: 'richtig' });
    const { id } = await office.aufgabe('ruth.lindqvist', 'schlusszeichnung', vorgangId);
    const { page } = await stage.signIn('ruth.lindqvist');
    await page.goto(`/aufgaben/${id}`);
    await waitForOpen(page, 'RE-2026-0304');
    await actButton(page, 'Schlusszeichnen').waitFor();
    await reader.forget();
    await page.keyboard.press('Control+Enter');
    await reader.hears(/Schlusszeichnung dialog/);
    await pressUntilFocused(page, 'Tab', signSheet(page).getByLabel('Ihr Kennwort'));
    await reader.hears(/Ihr Kennwort password text/);
    await page.keyboard.type('falsch');
    await page.keyboard.press('Enter');
    await reader.hears(/Das Kennwort stimmt nicht; es wurde nicht gezeichnet/);
    await signSheet(page).getByLabel('Ihr Kennwort').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await reader.hears(/Schlussgezeichnet und signiert/);
  });

  walk('find', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0305', betragCent: 130_500 });
    const { page } = await stage.signIn('jana.petersen');
    await openVorgang(page, vorgangId);
    await pressUntilFocused(page, 'F6', page.getByRole('tree', { name: 'Aktenplan' }));
    await reader.hears(/Aktenplan tree/);
    await reader.hears(/Rechnung RE-2026-0305, Hellweg Gebäudetechnik GmbH.*\ntree level 5/);
    await pressUntilFocused(page, 'F6', page.getByRole('region', { name: 'Register' }));
    await reader.hears(/Schriftgut list box/);
    await reader.hears(/Rechnung RE-2026-0305|Freigabevermerk/);
  });

  walk('palette', async () => {
    const { page } = await stage.signIn('jana.petersen');
    await openInbox(page);
    await reader.forget();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Kontakte');
    await reader.hears(/Kontakte Bereiche/);
    await page.keyboard.press('Enter');
    await reader.hears(/Kontakte · Laufmappe/);
  });
});

const heard: ReaderWalk[] = [];

function walk(name: ReaderWalk, steps: () => Promise<void>): void {
  it(`F106 ${READER_WALKS[name]}`, async () => {
    await steps();
    heard.push(name);
  }, 120_000);
}

let reader: ScreenReader;
let stage: Stage;
let office: OfficeWalk;

let browser = '';

beforeEach(async () => {
  reader = await startOrca();
  stage = await openStage({}, undefined, () => launchBrowser(null, reader.environment));
  office = officeWalk(stage.url);
  browser = stage.browser;
}, 120_000);
afterEach(async () => {
  await stage.close();
  await reader.stop();
});
afterAll(async () => {
  const asked = process.env['LAUFMAPPE_RENEW_ACCESSIBILITY'];
  await renewReaderResults({ reader: reader.name, browser, walks: heard }, asked);
});
