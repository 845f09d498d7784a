import type { Page } from 'playwright-core';
import { accepted, officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { violations } from '../../support/pages/axe.js';
import { openVorgang, showView } from '../../support/pages/vorgang-page.js';

const reason = 'gehört zu einem anderen Vorgang';

/** A draft of jana.petersen in the Vorgang, over the interface that the page uses. */
async function draft(vorgangId: string, betreff: string): Promise<string> {
  const jana = await office.as('jana.petersen');
  const headers = { 'x-file-name': 'brief.txt', 'content-type': 'application/octet-stream' };
  const response = await jana.request('POST', '/api/dokumente/uploads', Buffer.from(betreff), headers);
  const { id: uploadId } = (await response.json()) as { id: string };
  const details = { betreff, art: 'vermerk', date: '2026-11-20', state: 'entwurf' } as const;
  return accepted(await jana.act('dokument.addUpload', { uploadId, vorgangId, ...details })).dokumentId;
}

async function choose(page: Page, betreff: string, item: string): Promise<void> {
  await page.getByRole('option', { name: new RegExp(betreff) }).click();
  await page.getByRole('button', { name: 'Dokument bearbeiten' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function giveReason(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name });
  await dialog.getByLabel('Grund').fill(reason);
  await dialog.getByRole('button', { name }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('Angenommen ein Dokument liegt falsch', () => {
  it('F9 Wenn es herausgenommen wird, dann wartet es in der Liste ohne Vorgang, und ein alter Link führt dorthin', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0801' });
    const dokumentId = await draft(vorgangId, 'Irrläufer eins');
    const { page, close } = await stage.signIn('jana.petersen');
    await openVorgang(page, vorgangId);
    await choose(page, 'Irrläufer eins', 'Herausnehmen');
    await giveReason(page, 'Herausnehmen');
    await page.getByRole('option', { name: /Irrläufer eins/ }).waitFor({ state: 'detached' });
    await page.goto(`/dokumente/${dokumentId}`);
    const list = page.locator('lm-outside-list');
    await list.getByText('Irrläufer eins').waitFor();
    await list.getByText(reason).waitFor();
    expect(await violations(page)).toEqual([]);
    await close();
  }, 90_000);

  it('F9 Wenn es verschoben wird, dann erzählen es beide Vorgänge, und der alte Link führt in den neuen', async () => {
    const from = await office.file({ nummer: 'RE-2026-0802' });
    const to = await office.file({ nummer: 'RE-2026-0803' });
    const dokumentId = await draft(from.vorgangId, 'Irrläufer zwei');
    const { page, close } = await stage.signIn('jana.petersen');
    await openVorgang(page, from.vorgangId);
    await choose(page, 'Irrläufer zwei', 'Verschieben');
    const picker = page.getByRole('dialog', { name: 'In welchen Vorgang?' });
    await picker.getByLabel('Filtern').fill(to.aktenzeichen);
    await picker
      .getByRole('treeitem', { name: new RegExp(to.aktenzeichen) })
      .last()
      .click();
    await picker.getByRole('button', { name: 'In diesen Vorgang' }).click();
    await giveReason(page, 'Verschieben');
    await showView(page, 'Protokoll');
    await page.getByText(`verschoben nach ${to.aktenzeichen}`).waitFor();
    await page.goto(`/dokumente/${dokumentId}`);
    await page.locator('lm-vorgang-head').getByText(to.aktenzeichen, { exact: true }).waitFor();
    await page.getByRole('option', { name: /Irrläufer zwei/, selected: true }).waitFor();
    await close();
  }, 90_000);

  it('F71 Wenn es im Papierkorb liegt, dann holt es jeder zurück, und nur die Registratur löscht es endgültig', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0804' });
    const dokumentId = await draft(vorgangId, 'Doppelt hochgeladen');
    const { page, close } = await stage.signIn('jana.petersen');
    await openVorgang(page, vorgangId);
    await choose(page, 'Doppelt hochgeladen', 'In den Papierkorb');
    await giveReason(page, 'In den Papierkorb');
    await page.goto(`/dokumente/${dokumentId}`);
    await page.getByRole('button', { name: 'Zurückholen' }).waitFor();
    expect(await page.getByRole('button', { name: 'Endgültig löschen' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Zurückholen' }).click();
    await page.getByText('Der Papierkorb ist leer.').waitFor();
    await openVorgang(page, vorgangId);
    await choose(page, 'Doppelt hochgeladen', 'In den Papierkorb');
    await giveReason(page, 'In den Papierkorb');
    await close();
    const registratur = await stage.signIn('helga.brandt');
    await registratur.page.goto(`/dokumente/${dokumentId}`);
    await registratur.page.getByRole('button', { name: 'Endgültig löschen' }).click();
    expect(await violations(registratur.page)).toEqual([]);
    await giveReason(registratur.page, 'Endgültig löschen');
    await registratur.page.getByText('Der Papierkorb ist leer.').waitFor();
    await openVorgang(registratur.page, vorgangId);
    await showView(registratur.page, 'Protokoll');
    await registratur.page.getByText(/endgültig gelöscht, SHA-256 [0-9a-f]{64}/).waitFor();
    await registratur.close();
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
