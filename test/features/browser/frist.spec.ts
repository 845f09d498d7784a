import { violations } from '../../support/pages/axe.js';
import { officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { openVorgang, showView } from '../../support/pages/vorgang-page.js';

describe('Angenommen ein Vorgang muss bis zu einem Tag fertig sein', () => {
  it('F40 Wenn er ruht und wieder aufgenommen wird, dann rückt seine Frist, und das Protokoll sagt, warum', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-4001' });
    const { page, close } = await stage.signIn('jana.petersen');
    await openVorgang(page, vorgangId);
    const fact = page.locator('lm-vorgang-head').getByRole('button', { name: 'keine' });
    await fact.click();
    const sheet = page.getByRole('dialog', { name: 'Frist des Vorgangs' });
    await sheet.getByLabel('Frist', { exact: true }).fill('31.2.2060');
    await sheet.getByLabel('Grundlage').fill('§ 42a Abs. 2 VwVfG');
    await sheet.getByText('Kein Datum.').waitFor();
    await sheet.getByLabel('Frist', { exact: true }).fill('31.3.2060');
    await sheet.getByLabel('Grund', { exact: true }).fill('Antrag ist vollständig');
    expect(await violations(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Frist setzen' }).click();
    await sheet.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: '31.03.2060' }).click();
    await sheet.getByText('Ruhen lassen').click();
    await sheet.getByLabel('Tage, voraussichtlich').fill('10');
    await sheet.getByLabel('Grund', { exact: true }).fill('Unterlagen fehlen');
    expect(await violations(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Ruhen lassen' }).click();
    await sheet.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: /^10\.04\.2060, ruht bis/ }).click();
    await sheet.getByLabel('Grund', { exact: true }).fill('Unterlagen sind da');
    await sheet.getByRole('button', { name: 'Wieder aufnehmen' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '31.03.2060' }).waitFor();
    await showView(page, 'Protokoll');
    await page.getByText('Wieder aufgenommen nach 0 Tagen').waitFor();
    await close();
  }, 90_000);
});

let stage: Stage;
let office: OfficeWalk;

beforeAll(async () => {
  stage = await openStage();
  office = officeWalk(stage.url);
}, 60_000);
afterEach(() => expect(stage.takeTroubles()).toEqual([]));
afterAll(() => stage.close());
