import type { BrowserContext, Page } from 'playwright-core';
import { violations } from '../../support/pages/axe.js';
import { actButton, aufgabeRow, openInbox, taskPane, waitForOpen } from '../../support/pages/inbox-page.js';
import { officeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { createRandom } from '../mutations/random.js';

const TYPED = 'Leistung am 18.11. abgenommen, zwei Punkte offen.';
const MILLISECONDS = 400;
/** Of a hundred. */
const LOST = 1;

describe('Angenommen das Netz braucht 400 ms und verliert jede hundertste Anfrage', () => {
  it('Wenn eine Aufgabe bearbeitet und erledigt wird, dann geht nichts verloren und nichts geschieht doppelt', async () => {
    const { vorgangId } = await office().file({ nummer: 'N-1', betragCent: 130_100 });
    const { page, close } = await stage.signIn('jana.petersen');
    await slowDown(page);
    const lost = await loseRequests(page.context());
    await page.reload();
    await openInbox(page);
    await aufgabeRow(page, '1.301,00').click();
    await waitForOpen(page, 'N-1');
    await remarkOn(page).fill(TYPED);
    await actButton(page, 'Sachlich richtig').click();
    await aufgabeRow(page, '1.301,00').waitFor({ state: 'detached' });
    expect(await completions(vorgangId)).toBe(1);
    expect((await office().vorgang(vorgangId)).history.filter(({ de }) => de.startsWith('Erledigt'))).toHaveLength(1);
    // Acts lose their first answer whatever the dice say: the test would prove nothing on a lucky day.
    expect(lost.answers()).toBeGreaterThan(0);
    expect(unexpected()).toEqual([]);
    await close();
  }, 180_000);
});

describe('Angenommen das Netz ist eine halbe Minute fort', () => {
  it('Wenn jemand einen endgültigen Schritt tut, dann wird er nicht vorgemerkt, und noch einmal gedrückt geschieht er einmal', async () => {
    const { vorgangId } = await office().file({ nummer: 'N-2', betragCent: 130_200 });
    const { page, close } = await opened('N-2', '1.302,00');
    await remarkOn(page).fill(TYPED);
    await page.context().setOffline(true);
    await pill(page)
      .getByText(/^Offline seit \d\d:\d\d$/)
      .waitFor();
    await actButton(page, 'Sachlich richtig').click();
    await taskPane(page)
      .getByRole('alert')
      .getByText('Dieser Schritt ist endgültig und wird nicht vorgemerkt.')
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await page.clock.fastForward(30_000);
    expect([await remarkOn(page).inputValue(), await completions(vorgangId)]).toEqual([TYPED, 0]);

    await page.context().setOffline(false);
    await pill(page).getByText('Verbunden').waitFor();
    expect([await remarkOn(page).inputValue(), await completions(vorgangId)]).toEqual([TYPED, 0]);
    await actButton(page, 'Sachlich richtig').click();
    await aufgabeRow(page, '1.302,00').waitFor({ state: 'detached' });
    expect(await completions(vorgangId)).toBe(1);
    expect(unexpected()).toEqual([]);
    await close();
  }, 120_000);

  it('Wenn jemand etwas tut, das sich zurücknehmen lässt, dann wartet es und geschieht danach von selbst, einmal', async () => {
    await office().file({ nummer: 'N-3', betragCent: 130_300 });
    const { page, close } = await opened('N-3', '1.303,00');
    const acts = keysOf(page, 'aufgabe.setWiedervorlage');
    await page.keyboard.press('Escape');
    await page.keyboard.press('w');
    const sheet = page.getByRole('dialog', { name: 'Auf Wiedervorlage legen' });
    await sheet.getByLabel('Wieder vorlegen am').fill('+2w');
    await page.context().setOffline(true);
    await sheet.getByRole('button', { name: 'Auf Wiedervorlage legen' }).click();
    await pill(page)
      .getByText(/^Offline seit \d\d:\d\d · 1 Änderung wartet$/)
      .waitFor();
    await page.clock.fastForward(30_000);
    await page.context().setOffline(false);
    await aufgabeRow(page, '1.303,00').waitFor({ state: 'detached' });
    await pill(page).getByText('Verbunden').waitFor();
    expect(new Set(acts()).size).toBe(1);
    expect(unexpected()).toEqual([]);
    await close();
  }, 120_000);
});

describe('Angenommen ein Teil der Seite kommt nicht an', () => {
  it('Wenn jemand ein Blatt oder eine Ansicht öffnet, dann steht da, was fehlt, und neu geladen ist es da', async () => {
    const { vorgangId } = await office().file({ nummer: 'N-4', betragCent: 130_400 });
    const { page, close } = await stage.signIn('jana.petersen');
    await page.goto(`/akten/${vorgangId}`);
    await page.getByText('Lesbare Fassung der elektronischen Rechnung').waitFor();
    await page.route('**/chunk-*.js', (route) => route.abort());
    const missing = page.getByRole('alert').filter({ hasText: 'Dieser Teil der Seite ließ sich nicht laden.' });
    await page.getByRole('tab', { name: 'Laufweg' }).click();
    await missing.waitFor();
    expect(await violations(page)).toEqual([]);
    await page.unroute('**/chunk-*.js');
    await missing.getByRole('button', { name: 'Neu laden' }).press('Enter');
    await page.getByRole('tab', { name: 'Laufweg' }).click();
    await page.locator('lm-laufweg-tab').waitFor();
    expect(unexpected()).toEqual([]);
    await close();
  }, 90_000);
});

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());

const office = () => officeWalk(stage.url);
const remarkOn = (page: Page) => taskPane(page).getByLabel('Bemerkung');
const pill = (page: Page) => page.locator('lm-connection-pill');

/** Jana has this Aufgabe open; the time of her page can be moved. */
async function opened(nummer: string, amount: string) {
  const seat = await stage.signIn('jana.petersen');
  await seat.page.clock.install();
  await seat.page.reload();
  await openInbox(seat.page);
  await aufgabeRow(seat.page, amount).click();
  await waitForOpen(seat.page, nummer);
  return seat;
}

/** How often an Aufgabe of this Vorgang was completed, by its history. */
async function completions(vorgangId: string): Promise<number> {
  const { history } = await office().vorgang(vorgangId);
  return history.filter(({ de }) => de.startsWith('Erledigt')).length;
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const conditions = { offline: false, latency: MILLISECONDS, downloadThroughput: -1, uploadThroughput: -1 };
  await session.send('Network.emulateNetworkConditions', conditions);
}

/** Loses requests before they arrive by dice that always fall alike, and the first answer of every act after it was done. */
async function loseRequests(context: BrowserContext) {
  const [acts, dice] = [new Set<string>(), createRandom(20_261_130)];
  await context.route('**/api/**', async (route) => {
    const key = (await route.request().allHeaders())['idempotency-key'];
    if (key !== undefined && !acts.has(key)) {
      acts.add(key);
      await route.fetch();
      return route.abort('connectionreset');
    }
    return dice.below(100) < LOST ? route.abort('connectionreset') : route.continue();
  });
  return { answers: () => acts.size };
}

/** The keys under which an act leaves the page, one for each try. */
function keysOf(page: Page, act: string): () => string[] {
  const keys: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith(`/api/acts/${act}`)) keys.push(request.headers()['idempotency-key'] ?? '');
  });
  return () => keys;
}

/** What the browser complained about besides requests that a broken line has lost. */
function unexpected(): string[] {
  return stage.takeTroubles().filter((line) => !line.includes('net::ERR_'));
}
