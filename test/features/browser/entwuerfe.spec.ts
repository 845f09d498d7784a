import type { Page } from 'playwright-core';
import type { SessionView } from '../../../server/contract/views.js';
import { violations } from '../../support/pages/axe.js';
import { actButton, aufgabeRow, openInbox, taskPane, waitForOpen } from '../../support/pages/inbox-page.js';
import { keptDrafts, waitForDrafts } from '../../support/pages/kept-drafts.js';
import { officeWalk } from '../../support/pages/office-walk.js';
import { openStage, signInByForm, type Stage } from '../../support/pages/stage.js';

const TYPED = 'Leistung am 18.11. abgenommen, zwei Punkte offen.';

const remarkOn = (page: Page) => taskPane(page).getByLabel('Bemerkung');
const notice = (page: Page) => taskPane(page).getByText('Ihr Entwurf von');

describe('Angenommen jemand füllt das Formular einer Aufgabe aus und hat es nicht gesendet', () => {
  it('Wenn die Seite neu geladen wird, dann steht alles wieder da, und „Verwerfen“ gibt es auf', async () => {
    const { page, close } = await typing('D-1', '1.201,00');
    await page.reload();
    await waitForOpen(page, 'D-1');
    expect(await remarkOn(page).inputValue()).toBe(TYPED);
    await notice(page).waitFor();
    expect(await violations(page)).toEqual([]);

    await taskPane(page).getByRole('button', { name: 'Verwerfen' }).press('Enter');
    await notice(page).waitFor({ state: 'detached' });
    await waitForDrafts(page, 0);
    await page.waitForFunction("document.querySelector('lm-task-form textarea')?.value === ''");
    await page.reload();
    await waitForOpen(page, 'D-1');
    expect([await remarkOn(page).inputValue(), await notice(page).count()]).toEqual(['', 0]);
    expect(stage.takeTroubles()).toEqual([]);
    await close();
  }, 120_000);

  it('Wenn sie sich abmeldet, dann liegt nichts mehr auf dem Rechner, auch nicht aus einem zweiten Fenster', async () => {
    const { page, close } = await typing('D-2', '1.202,00');
    const second = await page.context().newPage();
    await second.goto(page.url());
    await waitForOpen(second, 'D-2');
    expect(await remarkOn(second).inputValue()).toBe(TYPED);

    await page.getByRole('button', { name: /^Angemeldet als/ }).click();
    await page.getByRole('menuitem', { name: 'Abmelden' }).click();
    for (const window of [page, second]) await window.locator('input[name=username]').waitFor();
    await waitForDrafts(page, 0);
    await signInByForm(page, 'jana.petersen');
    await openInbox(page);
    await aufgabeRow(page, '1.202,00').click();
    await waitForOpen(page, 'D-2');
    expect([await remarkOn(page).inputValue(), await notice(page).count()]).toEqual(['', 0]);
    expect(unexpected()).toEqual([]);
    await close();
  }, 120_000);

  it('Wenn die Sitzung endet und die Seite neu geladen wird, dann findet die nächste Person nichts davon', async () => {
    const { page, close } = await typing('D-3', '1.203,00');
    await endSession(page);
    // Nobody has signed out: the row still lies there, and says nothing.
    for (const row of await waitForDrafts(page, 1)) expect(row).not.toContain('abgenommen');
    await page.reload();
    await signInByForm(page, 'deniz.aydin');
    await waitForDrafts(page, 0);
    expect(unexpected()).toEqual([]);
    await close();
  }, 120_000);

  it('Wenn der Browser nichts aufbewahrt, dann wird trotzdem geschrieben und erledigt', async () => {
    await officeWalk(stage.url).file({ nummer: 'D-4', betragCent: 120_400 });
    const { page, close } = await stage.visit();
    await page.addInitScript(
      "IDBFactory.prototype.open = () => { throw new DOMException('private', 'SecurityError'); }",
    );
    await page.reload();
    await signInByForm(page, 'jana.petersen');
    await openInbox(page);
    await aufgabeRow(page, '1.204,00').click();
    await waitForOpen(page, 'D-4');
    await remarkOn(page).fill(TYPED);
    await actButton(page, 'Sachlich richtig').click();
    await aufgabeRow(page, '1.204,00').waitFor({ state: 'detached' });
    expect(stage.takeTroubles()).toEqual([]);
    await close();
  }, 120_000);
});

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());

/** Jana has typed into the form of this invoice, and her browser has kept it. */
async function typing(nummer: string, amount: string) {
  await officeWalk(stage.url).file({ nummer, betragCent: Number(amount.replace(/\D/g, '')) });
  const seat = await stage.signIn('jana.petersen');
  await openInbox(seat.page);
  await aufgabeRow(seat.page, amount).click();
  await waitForOpen(seat.page, nummer);
  expect(await keptDrafts(seat.page)).toEqual([]);
  await remarkOn(seat.page).fill(TYPED);
  await waitForDrafts(seat.page, 1);
  return seat;
}

/** What the browser complained about besides a session that is over, and the stage's own script in a window still empty. */
function unexpected(): string[] {
  return stage.takeTroubles().filter((line) => !/status of 40[14]|'localStorage' property/.test(line));
}

/** Ends the session behind the back of the page, as an administration does or the time. */
async function endSession(page: Page): Promise<void> {
  const { csrfToken } = (await (await page.request.get('/api/session')).json()) as SessionView;
  const headers = { 'x-csrf-token': csrfToken };
  expect((await page.request.post('/api/sign-out', { headers, data: {} })).status()).toBe(200);
}
