import type { Locator, Page } from 'playwright-core';
import { violations } from '../../support/pages/axe.js';
import { officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { openVorgang, showView } from '../../support/pages/vorgang-page.js';

describe('Angenommen zwei bearbeiten denselben Vorgang', () => {
  it('Wenn beide den Betreff ändern, dann stehen beide Fassungen nebeneinander, und keine geht ungesehen verloren', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0900' });
    const [jana, helga] = [await stage.signIn('jana.petersen'), await stage.signIn('helga.brandt')];
    const sheet = await edit(jana.page, vorgangId);
    await sheet.getByLabel('Betreff').fill('Rechnung der Stadtwerke, geprüft');
    await sheet.getByLabel('Bemerkung').fill('Zähler abgelesen');

    const other = await edit(helga.page, vorgangId);
    await other.getByLabel('Betreff').fill('Stadtwerke, Abschlag November');
    await other.getByRole('button', { name: 'Vorgang bearbeiten' }).click();
    await other.waitFor({ state: 'detached' });
    await helga.close();

    const subject = sheet.getByRole('group', { name: 'Betreff' });
    await subject.getByText('Stadtwerke, Abschlag November').waitFor();
    await subject.getByText('Rechnung der Stadtwerke, geprüft').waitFor();
    expect(await violations(jana.page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Vorgang bearbeiten' }).press('Enter');
    // Nothing was sent: the focus leads to the choice.
    await subject.getByRole('radio', { name: /Ihre Fassung/ }).press('ArrowDown');
    await sheet.getByRole('button', { name: 'Vorgang bearbeiten' }).press('Enter');
    await sheet.waitFor({ state: 'detached' });
    await jana.page.getByText('Zähler abgelesen').waitFor();
    expect((await office.vorgang(vorgangId)).betreff).toBe('Stadtwerke, Abschlag November');
    await jana.close();
  }, 90_000);
});

async function edit(page: Page, vorgangId: string): Promise<Locator> {
  await openVorgang(page, vorgangId);
  await showView(page, 'Angaben');
  await page.getByRole('button', { name: 'Vorgang bearbeiten' }).click();
  const sheet = page.getByRole('dialog', { name: 'Vorgang bearbeiten' });
  await sheet.getByLabel('Betreff').waitFor();
  return sheet;
}

let stage: Stage;
let office: OfficeWalk;

beforeAll(async () => {
  stage = await openStage();
  office = officeWalk(stage.url);
}, 60_000);
afterEach(() => expect(stage.takeTroubles()).toEqual([]));
afterAll(() => stage.close());
