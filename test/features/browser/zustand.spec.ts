import { violations } from '../../support/pages/axe.js';
import { openStage, type Stage } from '../../support/pages/stage.js';

describe('Angenommen die Administration will wissen, ob alles läuft', () => {
  it('F100 Wenn sie den Zustand öffnet, dann sieht sie Lichter, Einrichtung mit Abhilfe und das Log', async () => {
    const { page, close } = await stage.signIn('kim.okafor');
    await page.getByRole('link', { name: 'Zustand' }).click();
    const lights = page.getByRole('table', { name: 'Teile der Anlage' });
    await lights.getByRole('row').nth(5).waitFor({ timeout: 45_000 });
    const setup = page.getByRole('table', { name: 'Einrichtung' });
    await setup.getByText('LAUFMAPPE_SMTP_URL und LAUFMAPPE_MAIL_FROM setzen.').waitFor();
    await page.getByRole('heading', { name: 'Log des Servers' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Enthält').fill('gibt es nicht');
    await page.getByLabel('Enthält').press('Enter');
    await page.getByText('Keine solche Zeile.').waitFor();
    expect(await violations(page)).toEqual([]);
    await close();
  }, 90_000);
});

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterEach(() => expect(stage.takeTroubles()).toEqual([]));
afterAll(() => stage.close());
