import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { VorgangView } from '../../../server/contract/views.js';
import { projectPath } from '../../../server/platform/project-path.js';
import { incidentMark, openAblaeufe, operateOn, showList } from '../../support/pages/ablaeufe-page.js';
import { violations } from '../../support/pages/axe.js';
import { accepted, officeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { openVorgang, showView } from '../../support/pages/vorgang-page.js';

const RIGHT = readFileSync(projectPath('processes/rechnungsfreigabe/process.bpmn'), 'utf8');
/** Somebody called the amount by another name: no instance gets past the decision. */
const WRONG = RIGHT.replace('rechnung.betragCent &gt; 500000', 'rechnung.summeCent &gt; 500000');
const DECISION = 'Ergebnis und Betrag?';

describe('Angenommen ein Modell mit einem Fehler ist in Kraft und ein Vorgang steht daran', () => {
  it('Wenn das Modell berichtigt und der Vorgang umgestellt ist, dann läuft er auf „Erneut versuchen“ weiter', async () => {
    const vorgang = await stopped();
    const [kim, jana] = await Promise.all([stage.signIn('kim.okafor'), stage.signIn('jana.petersen')]);
    await showsIncident(jana.page, vorgang);

    await openAblaeufe(kim.page);
    await openVersionTwo(kim.page);
    await incidentMark(kim.page).waitFor();
    await migrate(kim.page, vorgang.aktenzeichen);
    await resolve(kim.page);

    await goesOn(jana.page);
    const { process } = await officeWalk(stage.url).vorgang(vorgang.id);
    expect([process?.version, process?.activeElements.includes('Mitzeichnung')]).toEqual([3, true]);
    expect(stage.takeTroubles()).toEqual([]);
  }, 120_000);
});

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());

/** A Vorgang that the wrong version 2 stops at its decision; version 3 is right again. */
async function stopped(): Promise<VorgangView> {
  const office = officeWalk(stage.url);
  const kim = await office.as('kim.okafor');
  accepted(await kim.act('workflow.deployProcess', { xml: WRONG }));
  const { vorgangId } = await office.file({ nummer: 'RE-2026-0501' });
  await office.complete('jana.petersen', 'pruefung', vorgangId, { entscheidung: 'richtig', bemerkung: 'geliefert' });
  accepted(await kim.act('workflow.deployProcess', { xml: RIGHT }));
  return office.vorgang(vorgangId);
}

/** The Vorgang itself says what is wrong, to a person who may not mend it. */
async function showsIncident(page: Page, { id }: VorgangView): Promise<void> {
  await openVorgang(page, id);
  await showView(page, 'Ablauf');
  await incidentMark(page).waitFor();
  const incident = page.locator('lm-incident-list').getByRole('listitem');
  await incident.filter({ hasText: 'muss Ja oder Nein ergeben' }).waitFor();
  expect(await incident.getByRole('button', { name: 'Erneut versuchen' }).count()).toBe(0);
  const step = page.locator('lm-path-table').getByRole('row').filter({ hasText: DECISION });
  expect(await step.innerText()).toContain('Störung');
  expect(await violations(page)).toEqual([]);
}

/** The newest version is open first; nothing runs in it yet. */
async function openVersionTwo(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Fassung ansehen/ }).click();
  await page.getByRole('menuitem', { name: 'Fassung 2' }).click();
}

async function migrate(page: Page, aktenzeichen: string): Promise<void> {
  await showList(page, 'Laufende Vorgänge');
  const review = await operateOn(page, aktenzeichen, 'Auf andere Fassung umstellen');
  await review.getByLabel('Fassung').selectOption({ label: 'Fassung 3' });
  await review.getByText('Geprüft: Die Umstellung ist möglich.').waitFor();
  await review.getByLabel('Grund').fill('Fassung 2 nennt den Betrag falsch');
  await review.getByRole('button', { name: 'Auf andere Fassung umstellen' }).click();
  await review.waitFor({ state: 'detached' });
  await page.getByText('Hier läuft gerade kein Vorgang.').waitFor();
}

async function resolve(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Fassung ansehen/ }).click();
  await page.getByRole('menuitem', { name: 'Fassung 3' }).click();
  await incidentMark(page).waitFor();
  await showList(page, 'Störungen');
  await page.getByRole('button', { name: 'Erneut versuchen' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Erneut versuchen' }).click();
  await page.getByText('Keine Störung.').waitFor();
  await incidentMark(page).waitFor({ state: 'detached' });
}

/** Nobody has to load the page again: the step that was stopped is done, and the next one runs. */
async function goesOn(page: Page): Promise<void> {
  await incidentMark(page).waitFor({ state: 'detached' });
  const rows = page.locator('lm-path-table').getByRole('row');
  await rows.filter({ hasText: DECISION }).filter({ hasText: 'erledigt' }).waitFor();
  await rows.filter({ hasText: 'Mitzeichnung' }).filter({ hasText: 'läuft' }).first().waitFor();
}
