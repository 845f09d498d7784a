import { violations } from '../../support/pages/axe.js';
import { officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';

describe('Angenommen jemand leitet eine Einheit', () => {
  it('F31 Wenn die Leitung drei Aufgaben auf einmal zuteilt, dann liegen sie bei der Person, mit dem Grund', async () => {
    for (const nummer of ['RE-2026-3101', 'RE-2026-3102', 'RE-2026-3103']) await office.file({ nummer });
    const { page, close } = await stage.signIn('ruth.lindqvist');
    await page.getByRole('link', { name: 'Verteilung' }).click();
    const rows = page.getByRole('row', { name: /Jana Petersen/ });
    await rows.nth(2).waitFor();
    expect(await violations(page)).toEqual([]);
    for (const nth of [0, 1, 2]) await rows.nth(nth).getByRole('checkbox').check();
    await page.getByText('3 gewählt').waitFor();
    await page.getByRole('button', { name: 'Aufgaben verteilen' }).click();
    const sheet = page.getByRole('dialog', { name: 'Aufgaben verteilen' });
    await sheet.getByLabel('Person', { exact: true }).fill('deniz');
    await sheet.getByRole('option', { name: /Deniz Aydın/ }).click();
    await sheet.getByLabel('Grund').fill('Jana Petersen ist zwei Wochen im Urlaub');
    expect(await violations(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Prüfen' }).click();
    await page.getByText('3 von 3 Zielen lassen sich bearbeiten').waitFor();
    await page.getByRole('button', { name: 'Stapel starten' }).click();
    await page.getByRole('status').filter({ hasText: '3 erledigt, 0 abgelehnt, 3 Ziele' }).waitFor();
    await close();

    const deniz = await stage.signIn('deniz.aydin');
    await deniz.page.getByRole('option').nth(2).waitFor();
    await deniz.page.getByRole('option').first().click();
    await deniz.page.getByText('Jana Petersen ist zwei Wochen im Urlaub').first().waitFor();
    await deniz.close();
  }, 120_000);

  it('F31 Wer nichts verteilen darf, findet weder den Weg dorthin noch die Seite', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    expect(await page.getByRole('link', { name: 'Verteilung' }).count()).toBe(0);
    await page.goto('/verteilung');
    await page.locator('lm-inbox').waitFor();
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
