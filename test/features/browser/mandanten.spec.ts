import type { Page } from 'playwright-core';
import { violations } from '../../support/pages/axe.js';
import { mandantCommand, operatorPassword } from '../../support/pages/operator-command.js';
import { openStage, type Stage } from '../../support/pages/stage.js';

let stage: Stage;
let password: string;

beforeAll(async () => {
  stage = await openStage();
  password = await operatorPassword(stage);
}, 90_000);
afterAll(() => stage.close());

async function signInAsOperator(page: Page): Promise<void> {
  await page.goto('/mandanten');
  await page.getByLabel('Anmeldename').fill('betrieb');
  await page.getByLabel('Kennwort').fill(password);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByRole('heading', { name: 'Mandanten' }).waitFor();
}

describe('Angenommen der Betrieb meldet sich mit dem eigenen Konto an', () => {
  it('Wenn er einen Mandanten einrichtet, dann kommt dessen Administration über den Link hinein, bis er ihn anhält', async () => {
    const { page, close } = await stage.visit();
    await page.goto('/mandanten');
    await page.getByLabel('Anmeldename').fill('kim.okafor');
    await page.getByLabel('Kennwort').fill('laufmappe-demo');
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.locator('lm-refusal-alert').waitFor();

    expect(await violations(page)).toEqual([]);
    await signInAsOperator(page);
    await page.getByRole('row', { name: /Musterkreis/ }).waitFor();
    await page.getByRole('button', { name: 'Mandant einrichten' }).click();
    const sheet = page.getByRole('dialog', { name: 'Mandant einrichten' });
    for (const [label, text] of [
      ['Name der Behörde', 'Gemeinde Ostfeld'],
      ['Kürzel', 'ostfeld'],
      ['Behördenschlüssel', '99012'],
      ['Erste Einheit', 'Hauptamt'],
      ['Anmeldename der ersten Administration', 'amt.ostfeld'],
      ['Ihr Name', 'Łucja Świątek'],
    ] as const) {
      await sheet.getByLabel(label).fill(text);
    }

    expect(await violations(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Mandant einrichten' }).click();
    const link = (await sheet.locator('.link').textContent())?.trim() ?? '';
    await sheet.getByRole('button', { name: 'Schließen' }).last().click();
    const row = page.getByRole('row', { name: /Gemeinde Ostfeld/ });
    await row.getByRole('button', { name: 'Zählen' }).click();
    await row.getByText('1 Personen, 0 Akten').waitFor();

    expect(await violations(page)).toEqual([]);

    const invited = await stage.visit();
    await invited.page.goto(`/einladung#${link.split('#')[1] ?? ''}`);
    const chosen = 'Sechs Kraniche über der Förde';
    await invited.page.getByLabel('Kennwort', { exact: true }).fill(chosen);
    await invited.page.getByLabel('Kennwort wiederholen').fill(chosen);

    expect(await violations(invited.page)).toEqual([]);
    expect(invited.page.url()).not.toContain('#');
    await invited.page.getByRole('button', { name: 'Kennwort setzen' }).click();
    await invited.page.getByRole('link', { name: 'Zur Anmeldung' }).click();
    await invited.page.locator('input[name=username]').fill('amt.ostfeld');
    await invited.page.locator('input[name=password]').fill(chosen);
    await invited.page.locator('button[type=submit]').click();
    await invited.page.locator('lm-rail').waitFor();

    await row.getByRole('button', { name: 'Anhalten' }).click();
    const why = page.getByRole('dialog', { name: 'Mandant anhalten' });
    await why.getByLabel('Grund').fill('Vertrag endet');

    expect(await violations(page)).toEqual([]);
    await why.getByRole('button', { name: 'Anhalten' }).click();
    await row.getByText('Vertrag endet').waitFor();
    await invited.page.goto('/aktenplan');
    await invited.page.locator('input[name=username]').waitFor();
    await row.getByRole('button', { name: 'Wieder aufnehmen' }).click();
    await row.getByText('in Betrieb').waitFor();
    expect(await mandantCommand(stage, 'list', '--counts')).toMatch(/ostfeld\t.*\tGemeinde Ostfeld\t\{"people":1/);
    await invited.close();
    await close();
  }, 120_000);
});
