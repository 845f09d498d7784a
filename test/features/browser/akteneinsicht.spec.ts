import { violations } from '../../support/pages/axe.js';
import { officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { openVorgang } from '../../support/pages/vorgang-page.js';

let stage: Stage;
let office: OfficeWalk;

describe('Angenommen jemand will eine Akte einsehen', () => {
  beforeAll(async () => {
    stage = await openStage();
    office = officeWalk(stage.url);
  }, 60_000);
  afterAll(() => stage.close());

  it('Wenn über jedes Dokument entschieden ist, dann liegt ein Paket mit Prüfsummen zum Herunterladen bereit', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-7301' });
    const { page, close, takeTroubles } = await stage.signIn('jana.petersen');
    await openVorgang(page, vorgangId);
    await page.getByRole('link', { name: 'Akteneinsicht' }).click();
    await page.locator('lm-akteneinsicht .dokumente li').first().waitFor();
    await page.getByText(/Noch nicht entschieden/).waitFor();
    await page.getByRole('button', { name: 'Alle gezeigten ganz' }).click();
    await page.getByText('Es fehlt, wer Einsicht nimmt.').waitFor();
    await page.getByLabel('Wer Einsicht nimmt').fill('Erika Beispiel');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Akteneinsicht zusammenstellen' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Paket' }).click({ timeout: 60_000 });
    expect((await download).suggestedFilename()).toBe('Akteneinsicht.pdf');
    expect(await violations(page)).toEqual([]);
    expect(takeTroubles()).toEqual([]);
    await close();
  }, 120_000);
});
