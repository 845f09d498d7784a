import { pressUntilFocused } from '../../support/pages/keyboard.js';
import { openStage, type Stage } from '../../support/pages/stage.js';

const WORDS = 'Der Fokus ist auf dunklem Grund nicht zu sehen';

describe('Angenommen jemand kommt mit einer Seite nicht zurecht', () => {
  it('F106 Wenn er es ohne Anmeldung und nur mit der Tastatur meldet, dann liest es die Administration und schließt es ab', async () => {
    const visitor = await stage.visit();
    const { page } = visitor;
    await page.locator('input[name=username]').waitFor();
    await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'Barriere melden' }));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Barriere melden' }).getByText('/anmelden').waitFor();
    await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'Meldung senden' }));
    await page.keyboard.press('Enter');
    await page.getByText('Bitte ausfüllen.').waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type(WORDS);
    await page.keyboard.press('Tab');
    await page.keyboard.type('ute@example.org');
    await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'Meldung senden' }));
    await page.keyboard.press('Enter');
    await page.getByText('Danke, die Meldung ist bei der Administration.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Barriere melden');
    await visitor.close();

    const administration = await stage.signIn('kim.okafor');
    const desk = administration.page;
    await desk.goto('/zustand');
    const row = desk.getByRole('table', { name: 'Gemeldete Barrieren' }).getByRole('row');
    const own = row.filter({ hasText: 'ute@example.org' });
    await own.getByText('Antwort an').waitFor();
    await own.getByRole('button', { name: 'Abschließen' }).press('Enter');
    await desk.locator('dialog[open] textarea:focus').waitFor();
    await desk.keyboard.type('Kontrast erhöht, geantwortet');
    await pressUntilFocused(desk, 'Tab', desk.getByRole('button', { name: 'Meldung abschließen' }));
    await desk.keyboard.press('Enter');
    await row.getByText('Kontrast erhöht, geantwortet').waitFor();
    expect(await own.count()).toBe(0);
    await administration.close();
  }, 90_000);

  it('F106 Wenn sie am Telefon mit dem Finger meldet, dann steht die Seite dabei, aber keine Nummer eines Vorgangs', async () => {
    const { page, close } = await stage.signIn('jana.petersen', { size: { width: 390, height: 844 } });
    // An unknown record on purpose: its address has an id, and the answer is an error of the page.
    const unknown = page.waitForResponse((response) => response.status() === 404);
    await page.goto('/akten/0192f0c1-7a3b-7000-8000-000000000001');
    await unknown;
    await page.getByRole('button', { name: 'Barriere melden' }).click();
    const dialog = page.getByRole('dialog', { name: 'Barriere melden' });
    await dialog.getByText('/akten/…').waitFor();
    await dialog.getByLabel('Was ging nicht?').fill(WORDS);
    await dialog.getByRole('button', { name: 'Meldung senden' }).click();
    await dialog.getByText('Danke').waitFor();
    await close();
    stage.takeTroubles();
  }, 60_000);

  it.each(['/anmelden', '/einladung', '/abholen', '/mandanten', '/barrierefreiheit', '/nirgends'])(
    'F106 Dann führt von %s ohne Anmeldung ein Weg zu Erklärung und Meldung',
    async (path) => {
      const { page, close } = await stage.visit();
      await page.goto(path);
      await page.getByRole('button', { name: 'Barriere melden' }).waitFor();
      await page.getByRole('contentinfo').getByRole('link', { name: 'Barrierefreiheit' }).click();
      for (const section of [
        ...['Stand der Vereinbarkeit', 'Nicht barrierefreie und noch nicht geprüfte Inhalte'],
        ...['Erstellung dieser Erklärung', 'Rückmeldung und Kontakt', 'Schlichtungsverfahren'],
      ]) {
        await page.getByRole('heading', { name: section }).waitFor();
      }
      await page.getByText('Musterkreis bemüht sich').waitFor();
      await close();
    },
    60_000,
  );
});

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterEach(() => expect(stage.takeTroubles()).toEqual([]));
afterAll(() => stage.close());
