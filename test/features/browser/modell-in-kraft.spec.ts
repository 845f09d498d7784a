import type { Page } from 'playwright-core';
import {
  deployButton,
  findings,
  nameField,
  openModeler,
  selectStep,
  waitForCheck,
} from '../../support/pages/modeler-page.js';
import { officeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { isUncovered } from '../../support/pages/uncovered.js';
import { openVorgang, showView } from '../../support/pages/vorgang-page.js';

const OLD_NAME = 'Sachliche Prüfung';
const NEW_NAME = 'Sachliche und rechnerische Prüfung';

describe('Angenommen ein Vorgang läuft nach Fassung 1 der Rechnungsfreigabe', () => {
  it('Wenn das Modell geändert und in Kraft gesetzt wird, dann laufen nur neue Vorgänge nach Fassung 2', async () => {
    const office = officeWalk(stage.url);
    const before = await office.file({ nummer: 'RE-2026-0401', betragCent: 480_100 });
    await office.aufgabe('jana.petersen', 'pruefung', before.vorgangId);
    const [{ page }, sachbearbeitung] = await Promise.all([stage.signIn('kim.okafor'), stage.signIn('jana.petersen')]);

    await openModeler(page);
    expect(await isUncovered(page.locator('lm-model-canvas .bjs-powered-by'))).toBe(true);
    await addUnfinishedStep(page);
    await rename(page);
    await putIntoForce(page);

    const after = await office.file({ nummer: 'RE-2026-0402', betragCent: 480_200 });
    expect((await office.aufgabe('jana.petersen', 'pruefung', after.vorgangId)).schritt.de).toBe(NEW_NAME);
    await showsVersion(sachbearbeitung.page, before.vorgangId, 1);
    await showsVersion(sachbearbeitung.page, after.vorgangId, 2);
    expect(stage.takeTroubles()).toEqual([]);
  }, 120_000);
});

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

/** A step that does nothing yet is found, named by its element, and blocks the deployment until it is taken back. */
async function addUnfinishedStep(page: Page): Promise<void> {
  await waitForCheck(page, 'clean');
  await page.locator('lm-step-palette').getByRole('button', { name: 'Systemschritt' }).click();
  await waitForCheck(page, 'findings');
  expect(await findings(page).first().innerText()).toMatch(/^Fehler/);
  expect(await findings(page).first().getByRole('button').count()).toBe(1);
  expect(await deployButton(page).getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await waitForCheck(page, 'clean');
}

async function rename(page: Page): Promise<void> {
  await selectStep(page, OLD_NAME);
  await (await nameField(page)).fill(NEW_NAME);
  await page.getByText('Entwurf, nach Fassung 1').waitFor();
  await page.locator('lm-model-canvas .djs-element').filter({ hasText: 'rechnerische' }).first().waitFor();
  await waitForCheck(page, 'clean');
}

async function putIntoForce(page: Page): Promise<void> {
  await deployButton(page).and(page.locator(':not([aria-disabled])')).click();
  const review = page.getByRole('dialog', { name: 'In Kraft setzen' });
  await review.getByText('Laufende Vorgänge (1) bleiben bei ihrer Fassung.').waitFor();
  await review.getByRole('button', { name: 'In Kraft setzen' }).click();
  await page.getByText('in Kraft: Fassung 2').waitFor();
}

/** The „Ablauf“ of the Vorgang: its own version, drawn, with the mark of the library in sight. */
async function showsVersion(page: Page, vorgangId: string, version: number): Promise<void> {
  await openVorgang(page, vorgangId);
  await showView(page, 'Ablauf');
  await page.locator('#vorgang-panel').getByText(`Fassung ${version}`).waitFor();
  const step = page.locator('lm-diagram .djs-element').filter({ hasText: version === 1 ? OLD_NAME : 'rechnerische' });
  await step.first().waitFor();
  expect(await isUncovered(page.locator('lm-diagram .bjs-powered-by'))).toBe(true);
}
