import type { Page } from 'playwright-core';
import type { SessionView } from '../../../server/contract/views.js';
import { actButton, aufgabeRow, openInbox, taskPane, waitForOpen } from '../../support/pages/inbox-page.js';
import { untilDrawn } from '../../support/pages/keyboard.js';
import { officeWalk } from '../../support/pages/office-walk.js';
import { openStage, signInByForm, type Stage } from '../../support/pages/stage.js';

const TYPED = 'Leistung am 18.11. abgenommen, zwei Punkte offen.';

/** Hebrew; a Persian word with its non-joiner; a family of joined emoji. */
const RIGHT_TO_LEFT = 'מרים לוי · می\u200cخواهم · \u{1f469}\u200d\u{1f469}\u200d\u{1f467} ✅';
const KONTAKT = { Name: 'می\u200cخواهم', Vorname: 'מרים', Ort: 'حيفا' };

/** Ends the session behind the back of the page, as an administration does or the time. */
async function endSession(page: Page): Promise<void> {
  const { csrfToken } = (await (await page.request.get('/api/session')).json()) as SessionView;
  const headers = { 'x-csrf-token': csrfToken };
  expect((await page.request.post('/api/sign-out', { headers, data: {} })).status()).toBe(200);
}

describe('Angenommen jemand tippt, und die Sitzung endet', () => {
  it('Wenn jemand anderes sich anmeldet, dann findet er nichts davon; wer getippt hat, findet alles', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    await openInbox(page);
    await aufgabeRow(page, '1.200,00').click();
    await waitForOpen(page, 'E-1');
    const remark = taskPane(page).getByLabel('Bemerkung');
    await remark.fill(TYPED);
    await endSession(page);
    await actButton(page, 'Sachlich richtig').click();
    await signInByForm(page, 'jana.petersen');
    await waitForOpen(page, 'E-1');
    expect(await remark.inputValue()).toBe(TYPED);

    await endSession(page);
    await actButton(page, 'Sachlich richtig').click();
    await signInByForm(page, 'deniz.aydin');
    await endSession(page);
    await page.getByRole('link', { name: 'Posteingang' }).click();
    await signInByForm(page, 'jana.petersen');
    await openInbox(page);
    await aufgabeRow(page, '1.200,00').click();
    await waitForOpen(page, 'E-1');
    expect(await remark.inputValue()).toBe('');
    // Whoever is refused reads so in the console, too; the other person does not find the Aufgabe under its address.
    for (const line of stage.takeTroubles()) expect(line).toMatch(/status of 40[14]/);
    await close();
  }, 120_000);
});

describe('Angenommen jemand macht es anders als gedacht', () => {
  it('Wenn zwei Fenster dieselbe Aufgabe erledigen, dann liest das zweite, dass sie erledigt ist, und behält seinen Text', async () => {
    const { vorgangId, page, close } = await opened('E-2', '1.210,00');
    const second = await page.context().newPage();
    // It does not hear of what the first one does, as if both pressed in the same moment.
    await second.route('**/api/live', (route) => route.abort());
    await second.goto(page.url());
    await waitForOpen(second, 'E-2');
    await remarkOn(second).fill(TYPED);
    await actButton(page, 'Sachlich richtig').click();
    await aufgabeRow(page, '1.210,00').waitFor({ state: 'detached' });
    await actButton(second, 'Sachlich richtig').click();
    await taskPane(second).getByRole('alert').getByText('Gefunden: Sie ist schon erledigt.').waitFor();
    expect([await remarkOn(second).inputValue(), await completions(vorgangId)]).toEqual([TYPED, 1]);
    for (const line of stage.takeTroubles())
      expect(line).toMatch(/status of 409|net::ERR_FAILED|'localStorage' property/);
    await close();
  }, 120_000);

  it('Wenn jemand doppelt klickt oder eine Taste hält, dann geschieht es einmal, und mit der nächsten Aufgabe nichts', async () => {
    const { vorgangId, page, close } = await opened('E-3', '1.220,00');
    await officeWalk(stage.url).file({ nummer: 'E-7', betragCent: 122_500 });
    await aufgabeRow(page, '1.225,00').waitFor();
    const acts: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && acts.push(new URL(request.url()).pathname));
    await page.keyboard.down('Control');
    await page.keyboard.down('Enter');
    await aufgabeRow(page, '1.220,00').waitFor({ state: 'detached' });
    await taskPane(page).locator('.fjs-form').waitFor();
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.keyboard.up('Control');
    // A hand needs up to half a second for the second click, and the next Aufgabe stands there by then.
    await actButton(page, 'Sachlich richtig').hover();
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    await untilDrawn(page);
    expect(await completions(vorgangId)).toBe(1);
    expect(acts.filter((path) => path.includes('completeAufgabe'))).toHaveLength(1);
    expect(stage.takeTroubles()).toEqual([]);
    await close();
  }, 120_000);

  it('Wenn jemand sich anmeldet, dann tritt der Bildschirm an die Stelle der Anmeldung, und zurück führt nicht auf sie', async () => {
    const { page, close } = await stage.visit();
    await page.goto('/kontakte');
    await page.waitForURL('**/anmelden?**');
    const entries = () => page.evaluate<number>('history.length');
    const before = await entries();
    await signInByForm(page, 'jana.petersen');
    await page.waitForURL('**/kontakte');
    expect(await entries()).toBe(before);
    await close();
  }, 120_000);

  it('Wenn jemand mitten im Formular zurückgeht und wieder vor, dann steht alles noch da', async () => {
    const { page, close } = await opened('E-4', '1.230,00', 'Kontakte');
    await remarkOn(page).fill(TYPED);
    // The library tells what was typed when the field is left.
    await page.keyboard.press('Tab');
    await page.goBack();
    await page.waitForURL('**/kontakte');
    await page.goForward();
    await waitForOpen(page, 'E-4');
    expect(await remarkOn(page).inputValue()).toBe(TYPED);
    expect(stage.takeTroubles()).toEqual([]);
    await close();
  }, 120_000);

  it('Wenn jemand im Feld bleibt und mit der Tastatur abschließt, dann ist dabei, was eben getippt wurde', async () => {
    const { vorgangId, page, close } = await opened('E-8', '1.260,00');
    await remarkOn(page).focus();
    await page.keyboard.type(TYPED);
    await page.keyboard.press('Control+Enter');
    await aufgabeRow(page, '1.260,00').waitFor({ state: 'detached' });
    expect(JSON.stringify(await officeWalk(stage.url).vorgang(vorgangId))).toContain(TYPED);
    expect(stage.takeTroubles()).toEqual([]);
    await close();
  }, 120_000);

  it('Wenn jemand ein Megabyte einfügt, dann liest er die Grenze am Feld, und der Text bleibt stehen', async () => {
    const { vorgangId, page, close } = await opened('E-5', '1.240,00');
    const pasted = 'Leistung wie vereinbart. '.repeat(40_000);
    await remarkOn(page).fill(pasted);
    await actButton(page, 'Sachlich richtig').click();
    await taskPane(page).getByText('Höchstens 2000 Zeichen.').waitFor();
    expect((await remarkOn(page).inputValue()).length).toBe(pasted.length);
    expect(await completions(vorgangId)).toBe(0);
    expect(stage.takeTroubles()).toEqual([]);
    await close();
  }, 120_000);

  it('Wenn jemand von rechts nach links schreibt oder mit Emoji, dann steht es überall so, wie es getippt ist', async () => {
    const { vorgangId, page, close } = await opened('E-6', '1.250,00');
    await remarkOn(page).fill(RIGHT_TO_LEFT);
    await actButton(page, 'Sachlich richtig').click();
    await aufgabeRow(page, '1.250,00').waitFor({ state: 'detached' });
    const vermerk = await officeWalk(stage.url).vorgang(vorgangId);
    expect(JSON.stringify(vermerk)).toContain(RIGHT_TO_LEFT);

    await page.goto('/kontakte');
    await page.getByRole('button', { name: 'Kontakt anlegen' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Kontakt anlegen' });
    for (const [label, text] of Object.entries(KONTAKT)) await dialog.getByLabel(label, { exact: true }).fill(text);
    await dialog.getByRole('button', { name: 'Kontakt anlegen' }).click();
    await dialog.waitFor({ state: 'detached' });
    for (const text of Object.values(KONTAKT)) await page.locator('lm-kontakt-pane').getByText(text).first().waitFor();
    await page.reload();
    await page.getByText(KONTAKT.Name).first().waitFor();
    expect(stage.takeTroubles()).toEqual([]);
    await close();
  }, 120_000);
});

let stage: Stage;

const remarkOn = (page: Page) => taskPane(page).getByLabel('Bemerkung');

/** Jana has the check of this invoice open. @param by a screen at which she was before */
async function opened(nummer: string, amount: string, by?: 'Kontakte') {
  const { vorgangId } = await officeWalk(stage.url).file({ nummer, betragCent: Number(amount.replace(/\D/g, '')) });
  const seat = await stage.signIn('jana.petersen');
  if (by) {
    await seat.page.getByRole('link', { name: by }).click();
    // The next link would take its place before it is in the history.
    await seat.page.waitForURL('**/kontakte');
  }
  await openInbox(seat.page);
  await aufgabeRow(seat.page, amount).click();
  await waitForOpen(seat.page, nummer);
  return { ...seat, vorgangId };
}

/** How often an Aufgabe of this Vorgang was completed, by its history. */
async function completions(vorgangId: string): Promise<number> {
  const { history } = await officeWalk(stage.url).vorgang(vorgangId);
  return history.filter(({ de }) => de.startsWith('Erledigt')).length;
}

beforeAll(async () => {
  stage = await openStage();
  await officeWalk(stage.url).file({ nummer: 'E-1', betragCent: 120_000 });
}, 120_000);
afterAll(() => stage.close());
