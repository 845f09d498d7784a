import type { Page } from 'playwright-core';
import { signIn } from '../../support/api-client.js';
import { violations } from '../../support/pages/axe.js';
import { eingangRow, uploadByChooser } from '../../support/pages/posteingang-page.js';
import { openStage, type Seat, type Stage } from '../../support/pages/stage.js';

/** Enough pieces for the line to break between two of them. A text, so that it stays on the desk once it is examined. */
const LARGE = { name: 'Bauplan.txt', bytes: Buffer.alloc(24_000_000, 'Bauplan, Blatt 1\n') };

describe('Angenommen eine große Datei wird über eine schlechte Leitung hochgeladen', () => {
  it('Wenn die Verbindung abreißt, dann wartet die Seite und geht weiter, wo sie war', async () => {
    const { page } = await desk();
    const line = await breakingLine(page, 2);
    await uploadByChooser(page, { ...LARGE, name: 'Leitung.txt' });
    const list = page.getByRole('region', { name: 'Übertragungen' });
    await list.getByText('Verbindung unterbrochen').waitFor();
    expect(await list.getByRole('progressbar', { name: 'Leitung.txt' }).getAttribute('value')).toMatch(/^[1-9]/);
    expect(await violations(page)).toEqual([]);
    await line.mend();
    // The page tries again by itself, too, and may be faster than the person.
    const pressed = list.getByRole('button', { name: 'Jetzt fortsetzen' }).press('Enter', { timeout: 5_000 });
    await Promise.any([pressed, eingangRow(page, 'Leitung').waitFor()]);
    await eingangRow(page, 'Leitung').waitFor();
    await list.waitFor({ state: 'hidden' });
    expect(line.begun()).toBe(1);
  }, 60_000);

  it('Wenn die Seite neu geladen und dieselbe Datei wieder gewählt wird, dann wird der Rest gesendet', async () => {
    const { page } = await desk();
    const line = await breakingLine(page, 2);
    await uploadByChooser(page, LARGE);
    const list = page.getByRole('region', { name: 'Übertragungen' });
    await list.getByText('Verbindung unterbrochen').waitFor();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await list.getByText(/unterbrochen bei \d+ % von 24 MB/).waitFor();
    await line.mend();
    await uploadByChooser(page, LARGE);
    await eingangRow(page, 'Bauplan').waitFor();
    expect(line.begun()).toBe(1);
  }, 60_000);

  it('Wenn jemand abbricht oder den Rest verwirft, dann bleibt nichts zurück', async () => {
    const { page } = await desk();
    await breakingLine(page, 1);
    await uploadByChooser(page, { ...LARGE, name: 'Doch nicht.txt' });
    const list = page.getByRole('region', { name: 'Übertragungen' });
    await list.getByText('Verbindung unterbrochen').waitFor();
    await list.getByRole('button', { name: 'Abbrechen' }).click();
    await list.waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByRole('button', { name: 'Dateien aufnehmen' }).waitFor();
    expect(await list.isVisible()).toBe(false);
    expect(await eingangRow(page, 'Doch nicht').count()).toBe(0);
  }, 60_000);
});

describe('Angenommen jemand legt einen Brief ab', () => {
  it('Wenn währenddessen ein anderer eintrifft, dann bleibt stehen, was getippt ist', async () => {
    const { page } = await desk();
    await uploadByChooser(page, { name: 'Erster Brief.txt', bytes: Buffer.from('Sehr geehrte Damen und Herren') });
    await eingangRow(page, 'Erster Brief').click();
    const title = page.getByLabel('Titel des Dokuments');
    await title.fill('Beschwerde Nord');
    const colleague = await signIn(stage.url, 'helga.brandt');
    await colleague.upload('Zweiter Brief.txt', Buffer.from('Mit freundlichen Grüßen'));
    await eingangRow(page, 'Zweiter Brief').waitFor();
    expect(await title.inputValue()).toBe('Beschwerde Nord');
  }, 60_000);
});

let stage: Stage;
let seat: Seat;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterEach(async () => {
  // The browser reports each broken request; everything else would be a trouble.
  const troubles = stage.takeTroubles().filter((line) => !/ERR_INTERNET_DISCONNECTED.*\/api\/uploads\//.test(line));
  await seat.close();
  expect(troubles).toEqual([]);
});
afterAll(() => stage.close());

async function desk(): Promise<Seat> {
  seat = await stage.signIn('ines.vogt');
  await seat.page.goto('/posteingang');
  await seat.page.getByRole('button', { name: 'Dateien aufnehmen' }).waitFor();
  return seat;
}

/** A line that lets so many pieces pass and then breaks, until it is mended. */
async function breakingLine(page: Page, pieces: number): Promise<{ mend(): Promise<void>; begun(): number }> {
  let [passed, begun] = [0, 0];
  await page.route('**/api/uploads', async (route) => {
    if (route.request().method() === 'POST') begun += 1;
    await route.continue();
  });
  const piece = '**/api/uploads/*';
  await page.route(piece, async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    passed += 1;
    return passed <= pieces ? route.continue() : route.abort('internetdisconnected');
  });
  return { mend: () => page.unroute(piece), begun: () => begun };
}
