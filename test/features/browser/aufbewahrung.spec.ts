import type { Page } from 'playwright-core';
import type { AktenplanHits } from '../../../server/contract/aktenplan-views.js';
import { eventually } from '../../support/api-client.js';
import { violations } from '../../support/pages/axe.js';
import { accepted, closedVorgang, officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';
import { openVorgang } from '../../support/pages/vorgang-page.js';

describe('Angenommen ein Vorgang ist z. d. A.', () => {
  it('F73 Wenn die Registratur seine Frist verlängert, dann steht am Vorgang, wer was sagt und warum', async () => {
    const vorgangId = await closedVorgang(office, 'RE-2026-0601');
    const end = `31.12.${(await yearOfZdA(vorgangId)) + 30}`;
    const { page, close } = await stage.signIn('helga.brandt');
    await openSheet(page, vorgangId);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Aufbewahrungsfrist festlegen' }).click();
    const sheet = page.getByRole('dialog', { name: 'Aufbewahrungsfrist festlegen' });
    await sheet.getByLabel('Dauer').selectOption('years');
    await sheet.getByLabel('Jahre', { exact: true }).fill('30');
    await sheet.getByLabel('Grund').fill('Rechtsstreit über die Gewährleistung');
    expect(await violations(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Aufbewahrungsfrist festlegen' }).click();
    const facts = page.getByRole('dialog', { name: 'Aufbewahrung und Sperren' });
    await facts.getByText(end).first().waitFor();
    await facts.getByText('Rechtsstreit über die Gewährleistung').first().waitFor();
    await facts.getByRole('button', { name: 'Schließen' }).last().click();
    await page.getByRole('button', { name: `30 Jahre, bis ${end}` }).waitFor();
    await close();
  }, 120_000);

  it('F80 Wenn die Registratur ihn sperrt, dann sieht es jeder, und nur die Leitung hebt die Sperre auf', async () => {
    const vorgangId = await closedVorgang(office, 'RE-2026-0602');
    const registratur = await stage.signIn('helga.brandt');
    await openSheet(registratur.page, vorgangId);
    await registratur.page.getByRole('button', { name: 'Sperre setzen' }).click();
    const sheet = registratur.page.getByRole('dialog', { name: 'Sperre setzen' });
    await sheet.getByLabel('Grund').fill('Klage vor dem Verwaltungsgericht');
    expect(await violations(registratur.page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Sperre setzen' }).click();
    await registratur.page.getByText('Klage vor dem Verwaltungsgericht').first().waitFor();
    expect(await registratur.page.getByRole('button', { name: 'Sperre aufheben' }).count()).toBe(0);
    await registratur.close();

    const leitung = await stage.signIn('ruth.lindqvist');
    await openVorgang(leitung.page, vorgangId);
    await leitung.page.locator('lm-vorgang-head').getByText('gesperrt').waitFor();
    await openSheet(leitung.page, vorgangId);
    await leitung.page.getByRole('button', { name: 'Sperre aufheben' }).click();
    const lifting = leitung.page.getByRole('dialog', { name: 'Sperre aufheben' });
    await lifting.getByLabel('Grund').fill('Urteil ist rechtskräftig');
    await lifting.getByRole('button', { name: 'Sperre aufheben' }).click();
    await leitung.page.getByText('Urteil ist rechtskräftig').first().waitFor();
    expect(await violations(leitung.page)).toEqual([]);
    await leitung.close();
  }, 120_000);
});

describe('Angenommen Fristen laufen und enden', () => {
  it('F116 Wenn jemand fragt, was wann fällig wird, dann nennt die Seite Jahr, Vorgang, Grundlage und nächsten Schritt', async () => {
    const year = await yearOfZdA(await closedVorgang(office, 'RE-2026-0603'));
    const { page, close } = await stage.signIn('helga.brandt');
    await page.goto('/aussonderung');
    await page.getByRole('tab', { name: 'Was wird wann fällig?' }).click();
    await page.getByRole('button', { name: String(year + 10) }).click();
    await page.getByText('10 Jahre ab Ende des Jahres der z. d. A.-Verfügung (Aktenplan)').first().waitFor();
    await page.getByText('dann an das Archiv abgeben').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Regeländerung durchspielen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Regeländerung durchspielen' });
    await dialog.getByLabel('Position suchen').fill('20.31.05');
    await dialog.getByLabel('Position suchen').press('Tab');
    await dialog.getByLabel('Position', { exact: true }).selectOption({ label: POSITION_LABEL });
    await dialog.getByLabel('Jahre', { exact: true }).fill('5');
    await dialog.getByRole('button', { name: 'Durchspielen', exact: true }).click();
    await dialog.getByText('enden früher').waitFor();
    expect(await violations(page)).toEqual([]);
    await close();
  }, 120_000);

  it('F79 Wenn eine Person beantragt und eine zweite freigibt, dann ist der Vorgang vernichtet', async () => {
    const vorgangId = await closedAtV();
    const administration = await office.as('kim.okafor');
    accepted(await administration.act('demo.moveClock', { days: 4018 }));
    const registratur = await stage.signIn('helga.brandt');
    await openDestruction(registratur.page);
    await registratur.page.locator('#aussonderung-panel lm-checkbox input').first().check();
    await registratur.page.getByRole('button', { name: 'Vernichtung beantragen' }).click();
    const sheet = registratur.page.getByRole('dialog', { name: 'Vernichtung beantragen' });
    await sheet.getByLabel('Grund').fill('Aktenordnung, Anlage 2');
    await sheet.getByRole('button', { name: 'Vernichtung beantragen' }).click();
    await registratur.page.getByText('wartet auf Freigabe').waitFor();
    expect(await registratur.page.getByRole('button', { name: 'Vernichtung freigeben' }).count()).toBe(0);
    expect(await violations(registratur.page)).toEqual([]);
    await registratur.close();

    const leitung = await stage.signIn('ruth.lindqvist');
    await openDestruction(leitung.page);
    await leitung.page.getByRole('button', { name: 'Vernichtung freigeben' }).click();
    await leitung.page.getByText('wird vernichtet').waitFor();
    const jana = await office.as('jana.petersen');
    const isGone = async () => (await jana.request('GET', `/api/vorgaenge/${vorgangId}`)).status === 404;
    await eventually(isGone, 'the end of the Vorgang');
    await leitung.page.goto(`/akten/${vorgangId}`);
    await leitung.page.getByText('Nicht gefunden').first().waitFor();
    await leitung.close();
  }, 120_000);
});

const POSITION_LABEL = '20.31.05 Baumaßnahmen und Sanierung eigener Gebäude';

let stage: Stage;
let office: OfficeWalk;

beforeAll(async () => {
  stage = await openStage();
  office = officeWalk(stage.url);
}, 60_000);
afterEach(() => expect(stage.takeTroubles().filter((line) => !line.includes('/api/vorgaenge/'))).toEqual([]));
afterAll(() => stage.close());

/** The demo's clock may have been moved before. */
async function yearOfZdA(vorgangId: string): Promise<number> {
  return Number((await office.vorgang(vorgangId)).zdaDate?.slice(0, 4));
}

async function openSheet(page: Page, vorgangId: string): Promise<void> {
  await openVorgang(page, vorgangId);
  await page.locator('lm-vorgang-head .open.retention').click();
  await page.getByRole('dialog', { name: 'Aufbewahrung und Sperren' }).getByText('Wer was sagt').waitFor();
}

async function openDestruction(page: Page): Promise<void> {
  await page.goto('/aussonderung');
  await page.getByRole('tab', { name: 'Vernichtung' }).click();
  await page.locator('lm-destruction').waitFor();
}

/** A letter in a Vorgang of its own at a position with Aussonderungsart V, closed today. */
async function closedAtV(): Promise<string> {
  const eingang = await office.upload({ nummer: 'RE-2026-0604' });
  const poststelle = await office.as('ines.vogt');
  const { einheiten } = await poststelle.get<AktenplanHits>('/api/aktenplan/treffer?q=20.31.04');
  const filed = await poststelle.act('posteingang.assignEingang', {
    eingangId: eingang.id,
    version: eingang.version,
    target: {
      kind: 'aktenplaneinheit',
      aktenplaneinheitId: einheiten[0]?.id ?? '',
      akteBetreff: 'Heizung',
      vorgangBetreff: 'Ablesung 2026',
    },
    betreff: 'Ablesung',
    letterDate: '2026-11-20',
    processId: null,
  });
  const { vorgangId } = accepted(filed);
  await office.complete('jana.petersen', 'bearbeitung', vorgangId, {});
  const { version } = await office.vorgang(vorgangId);
  accepted(await (await office.as('jana.petersen')).act('akte.closeZdA', { vorgangId, version }));
  return vorgangId;
}
