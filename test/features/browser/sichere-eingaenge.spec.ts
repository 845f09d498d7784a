import type { EingangRow } from '../../../server/contract/views.js';
import { eventually, type ApiClient } from '../../support/api-client.js';
import { violations } from '../../support/pages/axe.js';
import { pressUntilFocused } from '../../support/pages/keyboard.js';
import { accepted, officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { eingangRow } from '../../support/pages/posteingang-page.js';
import { openStage, type Stage } from '../../support/pages/stage.js';

const DEMO_LETTERS = 3;

describe('Angenommen fünf Sendungen warten, drei davon mit sicherem Vorschlag', () => {
  it('Wenn nichts sicher ist, dann gibt es den Knopf nicht', async () => {
    await office.upload({ nummer: 'RE-2026-6101' }, 'paper');
    const { page, close } = await stage.signIn('ines.vogt');
    await page.goto('/posteingang');
    await eingangRow(page, 'RE-2026-6101').waitFor();
    expect(await page.getByRole('button', { name: /Sichere ablegen/ }).count()).toBe(0);
    await close();
  }, 60_000);

  it('Wenn jemand die sicheren auf einmal ablegt, dann liegen die anderen noch da, und alles lässt sich zurücknehmen', async () => {
    const [sure, less] = [
      ['RE-2026-6111', 'RE-2026-6112', 'RE-2026-6113'],
      ['RE-2026-6114', 'RE-2026-6115'],
    ];
    for (const nummer of sure) await office.upload({ nummer });
    for (const nummer of less) await office.upload({ nummer }, 'paper');
    const { page, close } = await stage.signIn('ines.vogt');
    await page.goto('/posteingang');
    const opener = page.getByRole('button', { name: 'Sichere ablegen (3) …' });
    await opener.waitFor();
    await pressUntilFocused(page, 'Tab', opener);
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Sichere Eingänge ablegen' });
    await sheet.getByText('Geprüft, noch nichts geändert: 3 von 3').waitFor();
    await sheet.getByText('gleicher Absender').first().waitFor();
    expect(await violations(page)).toEqual([]);
    const confirm = sheet.getByRole('button', { name: '3 ablegen' });
    await pressUntilFocused(page, 'Tab', confirm);
    await page.keyboard.press('Enter');
    await sheet.getByText('Alle 3 abgelegt.').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await onDesk()).toEqual(less);

    const back = sheet.getByRole('button', { name: 'Stapel zurücknehmen' });
    await pressUntilFocused(page, 'Tab', back);
    await page.keyboard.press('Enter');
    const taken = page.getByRole('dialog', { name: 'Stapel zurücknehmen' });
    await taken.getByText('Alle 3 zurückgenommen.').waitFor();
    expect(await violations(page)).toEqual([]);
    await pressUntilFocused(page, 'Tab', taken.getByRole('button', { name: 'Schließen' }).last());
    await page.keyboard.press('Enter');
    for (const nummer of [...sure, ...less]) await eingangRow(page, nummer).waitFor();
    expect(await onDesk()).toEqual([...sure, ...less]);
    await close();
  }, 120_000);

  it('Wenn jemand eine davon abwählt, dann bleibt sie liegen, und Z nimmt den Stapel zurück', async () => {
    const sure = ['RE-2026-6121', 'RE-2026-6122', 'RE-2026-6123'] as const;
    for (const nummer of sure) await office.upload({ nummer });
    const { page, close } = await stage.signIn('ines.vogt');
    await page.goto('/posteingang');
    await page.getByRole('button', { name: 'Sichere ablegen (3) …' }).click();
    const sheet = page.getByRole('dialog', { name: 'Sichere Eingänge ablegen' });
    await sheet.getByRole('checkbox', { name: new RegExp(sure[1]) }).uncheck();
    await sheet.getByRole('button', { name: '2 ablegen' }).click();
    await sheet.getByText('2 abgelegt, 1 nicht').waitFor();
    await sheet.getByText('Vor dem Start abgewählt.').waitFor();
    await sheet.getByRole('button', { name: 'Schließen' }).last().click();
    await eingangRow(page, sure[1]).click();
    await page.getByText(`${sure[1]} ·`).waitFor();
    await page.keyboard.press('z');
    for (const nummer of sure) await eingangRow(page, nummer).waitFor();
    await close();
  }, 120_000);

  it('Wenn jemand eine einzelne ablegt, dann legt Z sie wieder auf den Tisch', async () => {
    await office.upload({ nummer: 'RE-2026-6131' });
    const { page, close } = await stage.signIn('ines.vogt');
    await page.goto('/posteingang');
    await page.getByText('RE-2026-6131 ·').waitFor();
    await page.getByRole('button', { name: /^Ablegen/ }).click();
    await eingangRow(page, 'RE-2026-6131').waitFor({ state: 'detached' });
    await office.upload({ nummer: 'RE-2026-6132' });
    await eingangRow(page, 'RE-2026-6132').click();
    await page.getByText('RE-2026-6132 ·').waitFor();
    await page.keyboard.press('z');
    await eingangRow(page, 'RE-2026-6131').waitFor();
    await close();
  }, 60_000);
});

let stage: Stage;
let office: OfficeWalk;

/** Numbers of the invoices of this test that wait at the desk. */
async function onDesk(): Promise<string[]> {
  const rows = (await rowsOf(await office.as('ines.vogt'))).filter(({ state }) => state === 'geprueft');
  return rows.flatMap(({ title }) => /RE-2026-61\d\d/.exec(title)?.[0] ?? []).sort();
}

async function rowsOf(poststelle: ApiClient): Promise<EingangRow[]> {
  return (await poststelle.get<{ items: EingangRow[] }>('/api/posteingang')).items;
}

beforeAll(async () => {
  stage = await openStage();
  office = officeWalk(stage.url);
  const poststelle = await office.as('ines.vogt');
  await eventually(async () => (await rowsOf(poststelle)).length >= DEMO_LETTERS, 'the letters of the demo');
  // A letter of the same sender is filed: from now on it is known where the next one goes.
  await office.file({ nummer: 'RE-2026-6100' });
}, 60_000);
// What others have left on the desk goes to the Klärung, so that each test knows what is certain.
beforeEach(async () => {
  const poststelle = await office.as('ines.vogt');
  await eventually(async () => {
    const rows = await rowsOf(poststelle);
    for (const { id, version } of rows.filter(({ state }) => state === 'geprueft')) {
      accepted(await poststelle.act('posteingang.setAsideEingang', { eingangId: id, version, note: 'Platz schaffen' }));
    }
    return rows.every(({ state }) => state === 'klaerung' || state === 'quarantaene');
  }, 'an empty desk');
});
afterEach(() => expect(stage.takeTroubles()).toEqual([]));
afterAll(() => stage.close());
