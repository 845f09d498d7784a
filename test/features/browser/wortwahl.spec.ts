import { violations } from '../../support/pages/axe.js';
import { openStage, type Stage } from '../../support/pages/stage.js';

describe('Angenommen in einem Haus heißt das Aktenzeichen Geschäftszeichen', () => {
  it('Wenn das Wort schon für etwas anderes steht, dann sagt das Blatt, wofür, und nichts ändert sich', async () => {
    const { page, close } = await stage.signIn('kim.okafor');
    await page.getByRole('link', { name: 'Wortwahl' }).click();
    await page.getByRole('button', { name: 'Wort ändern: Akte', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Wort ändern: Akte' });
    await sheet.getByLabel('Akte', { exact: true }).fill('');
    await sheet.getByLabel('Akten', { exact: true }).fill('Vorgänge');
    await sheet.getByRole('button', { name: 'Wort ändern' }).click();
    await sheet.getByText('Bitte ausfüllen.').waitFor();
    await sheet.getByLabel('Akte', { exact: true }).fill('Mappe');
    await sheet.getByRole('button', { name: 'Wort ändern' }).click();
    await sheet.getByText('„Vorgänge“ steht schon für „Vorgang“.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(await page.getByRole('row', { name: /die Akte ebenso/ }).count()).toBe(1);
    await close();
  }, 60_000);

  it('Wenn die Administration das Wort ändert, dann steht es bei allen in Überschriften, Knöpfen und Meldungen, auch nach der nächsten Anmeldung', async () => {
    const admin = await stage.signIn('kim.okafor');
    await admin.page.getByRole('link', { name: 'Wortwahl' }).click();
    await admin.page.getByRole('button', { name: 'Wort ändern: Aktenzeichen' }).focus();
    await admin.page.keyboard.press('Enter');
    const sheet = admin.page.getByRole('dialog', { name: 'Wort ändern: Aktenzeichen' });
    await sheet.getByLabel('Aktenzeichen', { exact: true }).fill('Geschäftszeichen');
    await sheet.getByLabel('Aktenzeichens').fill('Geschäftszeichens');
    await sheet.getByRole('listitem').filter({ hasText: 'Geschäftszeichen' }).first().waitFor();
    expect(await violations(admin.page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Wort ändern' }).press('Enter');
    await sheet.waitFor({ state: 'detached' });
    await admin.page.getByRole('button', { name: 'Diese Seite jetzt neu laden' }).click();
    await admin.page.getByRole('row', { name: /das Aktenzeichen Geschäftszeichen .* Kim Okafor/ }).waitFor();
    await admin.close();

    const registry = await stage.signIn('helga.brandt');
    await registry.page.getByRole('link', { name: 'Suche', exact: true }).click();
    await registry.page.getByText('Geschäftszeichen').first().waitFor();
    expect(await registry.page.getByText('Aktenzeichen', { exact: true }).count()).toBe(0);
    await registry.close();
  }, 90_000);
});

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 60_000);
// The refusal of the first test is meant.
afterEach(() =>
  expect(stage.takeTroubles().filter((line) => !line.includes('/api/acts/wording.changeWord'))).toEqual([]),
);
afterAll(() => stage.close());
