import type { Page } from 'playwright-core';
import type { NotificationsView } from '../../../server/contract/notification-views.js';
import { eventually } from '../../support/api-client.js';
import { violations } from '../../support/pages/axe.js';
import { hasFocus, pressUntilFocused } from '../../support/pages/keyboard.js';
import { officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';

/** Writes down what the operating system would show, and the person has allowed it. */
const SYSTEM = `globalThis.signs = [];
  globalThis.Notification = class {
    static permission = 'granted';
    constructor(title, options) { globalThis.signs.push(title + ': ' + options.body); }
  };`;

const bell = (page: Page) => page.locator('lm-bell > button');
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Benachrichtigungen', exact: true });
const rulesSheet = (page: Page) => page.getByRole('dialog', { name: 'Benachrichtigungen einstellen' });

describe('Angenommen jemand arbeitet nicht immer in der Liste der Aufgaben', () => {
  it('Wer keine Aufgaben hat, hat auch keine Glocke', async () => {
    const { page, close } = await stage.signIn('kim.okafor');
    await page.locator('lm-done-menu').waitFor();
    expect(await bell(page).count()).toBe(0);
    await close();
  }, 60_000);

  it('Allein mit der Tastatur: die Glocke zählt ohne neues Laden, und von der Zeile geht es zur Aufgabe', async () => {
    await readEverything();
    const { page, documents, close } = await stage.signIn('jana.petersen');
    await page.goto('/akten');
    await bell(page).waitFor();
    const loaded = documents();
    const { vorgangId } = await office.file({ nummer: 'RE-2026-4902' });
    const id = await toldAufgabe(vorgangId);
    await page.getByRole('button', { name: 'Benachrichtigungen, 1 ungelesen' }).waitFor();
    expect(documents()).toBe(loaded);
    await pressUntilFocused(page, 'Tab', bell(page));
    await page.keyboard.press('Enter');
    const link = sheet(page).locator(`a[href="/aufgaben/${id}"]`);
    await link.waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet(page).waitFor({ state: 'detached' });
    expect(await hasFocus(bell(page))).toBe(true);
    await page.keyboard.press('Enter');
    await pressUntilFocused(page, 'Tab', link);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/aufgaben/${id}`);
    await page.getByRole('button', { name: 'Benachrichtigungen', exact: true }).waitFor();
    await close();
  }, 90_000);

  it('Mit der Maus: in der Ruhezeit meldet sich nichts, und in der Liste steht alles', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    // Not in the inbox, which would open the new Aufgabe, and so read it.
    await page.goto('/akten');
    await bell(page).click();
    await sheet(page).getByRole('button', { name: 'Einstellen' }).click();
    await rulesSheet(page).getByLabel('Ruhezeit').check();
    for (const label of ['von', 'bis']) await rulesSheet(page).getByLabel(label, { exact: true }).fill('00:00');
    expect(await violations(page)).toEqual([]);
    await rulesSheet(page).getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('button', { name: 'Benachrichtigungen, Ruhezeit' }).waitFor();
    const { vorgangId } = await office.file({ nummer: 'RE-2026-4903' });
    const id = await toldAufgabe(vorgangId);
    await bell(page).click();
    await sheet(page).locator(`a[href="/aufgaben/${id}"]`).waitFor();
    expect(await bell(page).locator('.count').count()).toBe(0);
    await sheet(page).getByRole('button', { name: 'Einstellen' }).click();
    await rulesSheet(page).getByLabel('Ruhezeit').uncheck();
    await rulesSheet(page).getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('button', { name: /Benachrichtigungen, \d+ ungelesen/ }).click();
    await sheet(page).getByRole('button', { name: 'Alle als gelesen vermerken' }).click();
    await page.getByRole('button', { name: 'Benachrichtigungen', exact: true }).waitFor();
    await close();
  }, 90_000);

  it('Das Betriebssystem zeigt, dass etwas wartet, und keinen Namen, keinen Titel und kein Aktenzeichen', async () => {
    const { page, close } = await stage.signIn('deniz.aydin');
    await page.addInitScript(SYSTEM);
    await page.reload();
    await bell(page).click();
    await sheet(page).getByRole('button', { name: 'Einstellen' }).click();
    const wish = rulesSheet(page).getByLabel('Jemand gibt mir eine Aufgabe');
    await wish.selectOption({ label: 'auch über das Betriebssystem' });
    await rulesSheet(page).getByRole('button', { name: 'Speichern' }).click();
    await rulesSheet(page).waitFor({ state: 'detached' });
    const { vorgangId } = await office.file({ nummer: 'RE-2026-4904' });
    const { id, version } = await office.aufgabe('jana.petersen', 'pruefung', vorgangId);
    const colleagues = await (
      await office.as('jana.petersen')
    ).get<{ items: { id: string }[] }>(`/api/aufgaben/${id}/empfaenger?q=Deniz`);
    const [deniz] = colleagues.items;
    const handover = { aufgabeId: id, version, personId: deniz?.id ?? '', note: 'geheim' };
    await (await office.as('jana.petersen')).act('aufgabe.forwardAufgabe', handover);
    const signs = () => page.evaluate<string[]>('globalThis.signs');
    await eventually(async () => (await signs()).length > 0, 'a sign of the operating system');
    expect(await signs()).toEqual(['Laufmappe: Eine neue Aufgabe wartet.']);
    await close();
  }, 90_000);
});

/** The Aufgabe that the bell tells Jana of; asked for in the list it would be opened, and so be read. */
async function toldAufgabe(vorgangId: string): Promise<string> {
  const jana = await office.as('jana.petersen');
  return eventually(async () => {
    const { streams } = await jana.get<NotificationsView>('/api/notifications');
    const groups = streams.flatMap(({ groups: all }) => all).filter(({ vorgang }) => vorgang?.id === vorgangId);
    return groups[0]?.entries[0]?.aufgabe?.id ?? false;
  }, `a notification about ${vorgangId}`);
}

/** What other tests have left to Jana. */
async function readEverything(): Promise<void> {
  const jana = await office.as('jana.petersen');
  const { streams } = await jana.get<NotificationsView>('/api/notifications');
  const ids = streams.flatMap(({ groups }) => groups).flatMap(({ entries }) => entries.map(({ id }) => id));
  if (ids.length > 0) await jana.act('notification.markNotifications', { ids, state: 'read' });
}

let stage: Stage;
let office: OfficeWalk;

beforeAll(async () => {
  stage = await openStage();
  office = officeWalk(stage.url);
}, 60_000);
afterEach(() => expect(stage.takeTroubles()).toEqual([]));
afterAll(() => stage.close());
