import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../../server/demo/people.js';
import { openTestProvider, PROVIDER_CLIENT, type TestProvider } from '../../support/openid-provider.js';
import { violations } from '../../support/pages/axe.js';
import { openStage, signInByForm, type Stage } from '../../support/pages/stage.js';
import { appWith, type AuthenticatorApp } from '../../support/second-factor.js';

let provider: TestProvider;
let folder: string;
let stage: Stage;
beforeAll(async () => {
  provider = await openTestProvider();
  folder = await mkdtemp(join(tmpdir(), 'laufmappe-anmeldung-'));
  const directory = {
    ...{ id: 'kreis', kind: 'openid', name: 'Kreis-Konto', issuer: provider.issuer, people: 'create' },
    ...{ clientId: PROVIDER_CLIENT.clientId, clientSecret: 'TEST_CLIENT_SECRET', scopes: ['profile', 'groups'] },
    groups: [{ group: 'akte', unit: '20.31', roles: ['sachbearbeitung'] }],
  };
  const rules = { '99010': { secondFactor: ['administration'], directories: [directory] } };
  await writeFile(join(folder, 'sign-in.json'), JSON.stringify(rules));
  stage = await openStage({
    LAUFMAPPE_SIGN_IN: join(folder, 'sign-in.json'),
    TEST_CLIENT_SECRET: PROVIDER_CLIENT.clientSecret,
  });
  await provider.register(stage.url, 'kreis');
}, 90_000);
afterAll(async () => {
  await stage.close();
  await provider.close();
  await rm(folder, { recursive: true });
});

async function signInAtProvider(page: Page, login: string): Promise<void> {
  await page.getByRole('link', { name: 'Anmelden mit Kreis-Konto' }).click();
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill('x');
  await page.locator('button[type=submit]').click();
}

/** The app reads the key that stands on the page. */
async function appFor(page: Page): Promise<AuthenticatorApp> {
  return appWith(await page.locator('lm-enrol-second-factor code').innerText());
}

describe('F70 Angenommen die Behörde hat einen Anmeldedienst', () => {
  it('Wenn jemand sich dort anmeldet, dann ist die Person hier angemeldet und nach dem Abmelden auch dort nicht mehr', async () => {
    provider.people.set('mira', { name: 'Mira Żuławska', groups: ['akte'] });
    const { page, close } = await stage.visit();
    expect(await violations(page)).toEqual([]);
    await signInAtProvider(page, 'mira');
    await page.locator('lm-rail').waitFor();
    await page.getByRole('button', { name: 'Angemeldet als Mira Żuławska' }).click();
    await page.getByRole('menuitem', { name: 'Abmelden' }).click();
    await page.waitForURL(/\/session\/end/);
    await page.getByRole('button', { name: /yes/i }).click();
    await page.waitForURL(`${stage.url}/anmelden`);
    await page.getByRole('link', { name: 'Anmelden mit Kreis-Konto' }).click();
    await page.locator('input[name=login]').waitFor();
    await close();
  }, 60_000);

  it('Wenn keine Gruppe hier etwas gilt, dann sagt die Anmeldeseite, warum und was zu tun ist', async () => {
    provider.people.set('fremd', { name: 'Fremd', groups: ['anderes'] });
    const { page, close } = await stage.visit();
    await signInAtProvider(page, 'fremd');
    await page.getByText('keine Ihrer Gruppen gehört hier zu einer Einheit').waitFor();
    expect(await violations(page)).toEqual([]);
    await close();
  }, 60_000);
});

describe('F70 Angenommen eine Rolle verlangt einen zweiten Faktor', () => {
  it('Wenn sie sich zum ersten Mal anmeldet, dann richtet sie ihn ein, ohne Maus, und sieht die Codes einmal', async () => {
    const { page, close } = await stage.visit();
    await page.locator('input[name=username]').fill('kim.okafor');
    await page.locator('input[name=password]').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('lm-qr-code svg').waitFor();
    expect(await violations(page)).toEqual([]);
    const app = await appFor(page);
    await page.getByLabel('Code aus der App').fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText('Der Code stimmt nicht').waitFor();
    await page.getByLabel('Code aus der App').fill(app.code(new Date()));
    await page.keyboard.press('Enter');
    await page.getByText('Diese Codes werden nur jetzt gezeigt.').waitFor();
    expect(await violations(page)).toEqual([]);
    const [recovery = ''] = await page.locator('lm-recovery-codes li').allInnerTexts();
    await page.getByRole('button', { name: 'Ich habe sie verwahrt' }).press('Enter');
    await page.locator('lm-rail').waitFor();
    await close();

    const again = await stage.visit();
    await again.page.locator('input[name=username]').fill('kim.okafor');
    await again.page.locator('input[name=password]').fill(DEMO_PASSWORD);
    await again.page.keyboard.press('Enter');
    await again.page.getByLabel('Code aus der App').waitFor();
    expect(await violations(again.page)).toEqual([]);
    await again.page.keyboard.type(recovery);
    await again.page.keyboard.press('Enter');
    await again.page.locator('lm-rail').waitFor();

    const helga = await stage.visit();
    await signInByForm(helga.page, 'helga.brandt');
    await helga.page.goto('/konto');
    await helga.page.getByLabel('Kennwort').fill(DEMO_PASSWORD);
    await helga.page.keyboard.press('Enter');
    await helga.page.getByLabel('Code aus der App').fill((await appFor(helga.page)).code(new Date()));
    await helga.page.keyboard.press('Enter');
    await helga.page.getByRole('button', { name: 'Ich habe sie verwahrt' }).click();
    await helga.page.getByText('Unbenutzte Wiederherstellungscodes: 10').waitFor();
    expect(await violations(helga.page)).toEqual([]);
    await helga.close();

    await again.page.goto('/konten');
    await again.page.waitForURL('**/personen');
    const row = again.page.getByRole('row', { name: /Helga Brandt/ });
    await row.getByRole('button', { name: 'Zweiten Faktor zurücksetzen' }).click();
    const sheet = again.page.getByRole('dialog', { name: 'Zweiten Faktor zurücksetzen' });
    await sheet.getByLabel('Grund').fill('Telefon verloren');
    expect(await violations(again.page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Zweiten Faktor zurücksetzen' }).click();
    await row.getByText('–').waitFor();
    await again.close();
  }, 120_000);
});
