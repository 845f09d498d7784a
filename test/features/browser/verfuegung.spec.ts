import type { Page } from 'playwright-core';
import { violations } from '../../support/pages/axe.js';
import { actButton, aufgabeRow, openInbox, taskPane } from '../../support/pages/inbox-page.js';
import { pressUntilFocused } from '../../support/pages/keyboard.js';
import { officeWalk, paidVorgang, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { openVorgang, showView } from '../../support/pages/vorgang-page.js';

let stage: Stage;
let office: OfficeWalk;

beforeAll(async () => {
  stage = await openStage();
  office = officeWalk(stage.url);
}, 90_000);
afterEach(() => expect(stage.takeTroubles()).toEqual([]));
afterAll(() => stage.close());

const sheet = (page: Page, name = 'Verfügen') => page.getByRole('dialog', { name });
const entry = (page: Page) => page.locator('lm-verfuegung-entry').first();

/** Types the beginning of a name into the field that has the focus after some steps, and takes the person. */
async function toPerson(page: Page, place: number, name: string): Promise<void> {
  const field = sheet(page).getByRole('combobox', { name: 'Person' }).nth(place);
  await pressUntilFocused(page, 'Tab', field);
  await page.keyboard.type(name.slice(0, 4));
  await page.getByRole('option', { name: new RegExp(name) }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('listbox', { name: 'Personen' }).waitFor({ state: 'detached' });
}

/** Opens the Aufgabe of this title by the keyboard, and does what it asks. */
async function workOff(page: Page, title: string, answer: string, note: string): Promise<void> {
  await openInbox(page);
  await aufgabeRow(page, title).first().click();
  await actButton(page, answer).waitFor();
  await taskPane(page).getByLabel('Bemerkung').fill(note);
  await actButton(page, answer).press('Enter');
  await aufgabeRow(page, title).waitFor({ state: 'detached' });
}

describe('Angenommen jemand verfügt in einem Vorgang', () => {
  it('Wenn nur die Tastatur da ist, dann wird verfügt, von zwei Personen erledigt und z. d. A. geschlossen', async () => {
    const vorgangId = await paidVorgang(office, 'RE-2026-6201');
    const { page, close } = await stage.signIn('jana.petersen');
    await openVorgang(page, vorgangId);
    await showView(page, 'Verfügungen');
    await page.getByText('Noch nichts verfügt.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('v');
    const dialog = sheet(page);
    await dialog.getByText('Punkt 1: Es fehlt, an wen er geht.').waitFor();
    await pressUntilFocused(page, 'Tab', dialog.getByRole('button', { name: 'z. K., dann z. d. A.' }));
    await page.keyboard.press('Enter');
    await toPerson(page, 0, 'Ruth');
    await pressUntilFocused(page, 'Tab', dialog.getByRole('button', { name: 'Punkt', exact: true }));
    await page.keyboard.press('Enter');
    await pressUntilFocused(page, 'Tab', dialog.locator('li').nth(1).getByLabel('Was'));
    await page.keyboard.type('z. w');
    await toPerson(page, 1, 'Deniz');
    await pressUntilFocused(page, 'Tab', dialog.getByLabel('Was zu veranlassen ist'));
    await page.keyboard.type('Gewährleistung vormerken');
    expect(await violations(page)).toEqual([]);
    await pressUntilFocused(page, 'Tab', dialog.locator('footer').getByRole('button', { name: 'Verfügen' }));
    await page.keyboard.press('Enter');
    await entry(page).getByText('0 von 3 erledigt').waitFor();
    await entry(page).getByText('Gewährleistung vormerken').waitFor();
    await entry(page).getByText('wartet auf die anderen Punkte').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /Punkt 2 einer Verfügung ist offen/ }).waitFor();

    const ruth = await stage.signIn('ruth.lindqvist');
    await workOff(ruth.page, 'Zur Kenntnis: ', 'Zur Kenntnis genommen', 'gelesen');
    await ruth.close();
    const deniz = await stage.signIn('deniz.aydin');
    await workOff(deniz.page, 'Zur weiteren Veranlassung: ', 'Erledigt', 'bis 2031 vorgemerkt');
    await deniz.close();

    await entry(page).getByText('2 von 3 erledigt').waitFor();
    await entry(page).getByText('bis 2031 vorgemerkt').waitFor();
    await openInbox(page);
    await aufgabeRow(page, 'z. d. A. schließen').click();
    await actButton(page, 'z. d. A. verfügen').press('Enter');
    await aufgabeRow(page, 'z. d. A. schließen').waitFor({ state: 'detached' });
    await openVorgang(page, vorgangId);
    await showView(page, 'Verfügungen');
    await entry(page).getByText('3 von 3 erledigt').waitFor();
    expect(await violations(page)).toEqual([]);
    await close();
  }, 240_000);

  it('Wenn ein Punkt nicht mehr gewollt ist, dann bleibt er mit dem Grund stehen, und ein weiterer kommt dazu', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-6202' });
    const { page, close } = await stage.signIn('jana.petersen');
    await openVorgang(page, vorgangId);
    await page.keyboard.press('v');
    const dialog = sheet(page);
    await dialog.getByRole('button', { name: 'Wv. in 2 Wochen' }).press('Enter');
    await dialog.locator('footer').getByRole('button', { name: 'Verfügen' }).press('Enter');
    await entry(page).getByText('Wv.', { exact: true }).waitFor();

    await entry(page).getByRole('button', { name: 'Punkt ergänzen' }).press('Enter');
    const adding = sheet(page, 'Punkt ergänzen');
    await adding.getByLabel('Was').selectOption({ label: 'b. R. – bitte Rücksprache' });
    const field = adding.getByRole('combobox', { name: 'Person' });
    await field.pressSequentially('Deni');
    await page.getByRole('option', { name: /Deniz/ }).waitFor();
    await field.press('Enter');
    expect(await violations(page)).toEqual([]);
    await adding.getByRole('button', { name: 'Punkt ergänzen' }).press('Enter');
    await entry(page).getByText('ergänzt von Jana Petersen').waitFor();

    await entry(page).getByRole('button', { name: 'Punkt aufheben 2' }).press('Enter');
    const why = sheet(page, 'Punkt aufheben');
    await why.getByLabel('Grund').fill('schon besprochen');
    await why.getByRole('button', { name: 'Punkt aufheben' }).press('Enter');
    await entry(page).getByText('aufgehoben').waitFor();
    await entry(page).getByText('schon besprochen').waitFor();
    expect(await violations(page)).toEqual([]);
    await entry(page).getByRole('button', { name: 'Verfügung zurücknehmen' }).press('Enter');
    await entry(page).getByText('zurückgenommen von Jana Petersen').waitFor();
    await close();
  }, 120_000);
});
