import { violations } from '../../support/pages/axe.js';
import { closedVorgang, officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { openVorgang, showView } from '../../support/pages/vorgang-page.js';

describe('F5 Angenommen ein Vorgang ist z. d. A.', () => {
  it('Wenn eine Sachbearbeitung ihn ansieht, dann kann sie ihn nicht wieder öffnen', async () => {
    const vorgangId = await closedVorgang(office, 'RE-2026-0501');
    const { page, close } = await stage.signIn('jana.petersen');
    await openVorgang(page, vorgangId);
    await page.locator('lm-vorgang-head').getByText('z. d. A.', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Wieder öffnen' }).count()).toBe(0);
    await close();
  }, 60_000);

  it('Wenn die Registratur ihn mit einem Grund wieder öffnet, dann ist er offen und das Protokoll nennt den Grund', async () => {
    const vorgangId = await closedVorgang(office, 'RE-2026-0502');
    const { page, close } = await stage.signIn('helga.brandt');
    await openVorgang(page, vorgangId);
    await page.getByRole('button', { name: 'Wieder öffnen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Wieder öffnen' });
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Wieder öffnen' }).click();
    await dialog.getByText('Bitte schreiben Sie, warum.').waitFor();
    await dialog.getByLabel('Grund').fill('Widerspruch vom 20.11.2026');
    await dialog.getByRole('button', { name: 'Wieder öffnen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'z. d. A. verfügen' }).waitFor();
    await showView(page, 'Protokoll');
    await page.getByText('Widerspruch vom 20.11.2026').first().waitFor();
    expect((await office.vorgang(vorgangId)).state).toBe('offen');
    await close();
  }, 60_000);
});

let stage: Stage;
let office: OfficeWalk;

beforeAll(async () => {
  stage = await openStage();
  office = officeWalk(stage.url);
}, 60_000);
afterEach(() => expect(stage.takeTroubles()).toEqual([]));
afterAll(() => stage.close());
