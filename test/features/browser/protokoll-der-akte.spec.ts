import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { officeWalk, paidVorgang } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';

let stage: Stage;
let folder: string;
let vorgangId: string;
beforeAll(async () => {
  stage = await openStage();
  folder = await mkdtemp(join(tmpdir(), 'laufmappe-nachweis-'));
  vorgangId = await paidVorgang(officeWalk(stage.url), 'RE-2026-0001');
}, 120_000);
afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true });
});

async function saved(page: Page, name: string, click: () => Promise<unknown>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  const path = join(folder, name);
  await download.saveAs(path);
  return path;
}

describe('Das Protokoll der Akte', () => {
  it('F67 zeigt der Registratur alles in Sätzen, filtert es und gibt es als Datei', async () => {
    const { page, close } = await stage.signIn('helga.brandt');
    await page.goto(`/akten/${vorgangId}`);
    await page.locator('#vorgang-tab-protokoll').click();
    await page.getByRole('link', { name: 'Protokoll der ganzen Akte' }).click();
    const rows = page.locator('lm-row-table tbody tr');
    await rows.first().waitFor();
    const all = await rows.count();
    expect(all).toBeGreaterThan(8);
    expect(await rows.filter({ hasText: 'Dr. Ruth Lindqvist' }).count()).toBeGreaterThan(0);
    // Nobody edits or removes an entry here: the Registratur may not erase, and nobody has another act.
    expect(await page.locator('lm-row-table :is(button, input)').count()).toBe(0);
    const csv = await readFile(await saved(page, 'protokoll.csv', () => page.getByText('CSV').click()), 'utf8');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(all + 1);
    await page.getByLabel('Wer').selectOption({ label: 'Dr. Ruth Lindqvist' });
    await rows.filter({ hasNotText: 'Dr. Ruth Lindqvist' }).first().waitFor({ state: 'detached' });
    // While it reads, the list is empty.
    await rows.filter({ hasText: 'Dr. Ruth Lindqvist' }).first().waitFor();
    expect(await rows.filter({ hasNotText: 'Dr. Ruth Lindqvist' }).count()).toBe(0);
    await page.getByLabel('Vom').fill('1.1.2020');
    await page.getByLabel('Bis').fill('2.1.2020');
    await page.keyboard.press('Tab');
    await page.getByText('Kein Eintrag passt.').waitFor();
    await close();
  }, 60_000);

  it('F68 gibt einen Nachweis, den die Prüferin ohne diesen Server prüft, mit dem Schlüssel der Administration', async () => {
    const { page, close } = await stage.signIn('ruth.lindqvist');
    await page.goto(`/akten/${vorgangId}`);
    await page.locator('#vorgang-tab-protokoll').click();
    await page.getByRole('link', { name: 'Protokoll der ganzen Akte' }).click();
    const button = page.getByRole('button', { name: 'Nachweis herunterladen' });
    const file = await saved(page, 'nachweis.jsonl', () => button.click());
    await page.getByRole('link', { name: 'Schlüssel und Prüfpunkte' }).click();
    const key = await page.locator('td.mono').first().innerText();
    await close();
    const command = ['dist/server/protokoll/verify-cli.js', '--nachweis', file, '--key', key.trim()];
    const { stdout } = await promisify(execFile)(process.execPath, command, { env: { PATH: process.env['PATH'] } });
    expect(stdout).toContain('bewiesen');
    expect(stdout).toContain('Der Prüfpunkt ist mit dem angegebenen Schlüssel signiert.');
    expect(stage.takeTroubles()).toEqual([]);
  }, 60_000);

  it('F68 löscht einen Inhalt mit Begründung; der Eintrag bleibt', async () => {
    const { page, close } = await stage.signIn('ruth.lindqvist');
    await page.goto(`/akten/${vorgangId}`);
    await page.locator('#vorgang-tab-protokoll').click();
    await page.getByRole('link', { name: 'Protokoll der ganzen Akte' }).click();
    await page.locator('lm-row-table tbody input').last().check();
    await page.getByRole('button', { name: /^Inhalt löschen/ }).click();
    await page.locator('dialog textarea').fill('Art. 17 DSGVO, Antrag vom 20.11.2026');
    await page.locator('dialog').getByRole('button', { name: 'Inhalt löschen' }).click();
    await page.locator('lm-row-table tbody tr').last().getByText('Inhalt gelöscht').waitFor();
    expect(await page.locator('lm-row-table tbody tr').first().innerText()).toContain('Grund: Art. 17 DSGVO');
    await close();
  }, 60_000);
});
