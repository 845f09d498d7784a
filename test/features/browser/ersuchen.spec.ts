import type { Page } from 'playwright-core';
import type { ErsuchenPage } from '../../../server/contract/ersuchen-views.js';
import { eventually } from '../../support/api-client.js';
import { violations } from '../../support/pages/axe.js';
import { pressUntilFocused } from '../../support/pages/keyboard.js';
import { officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { secondMandant, type SecondMandant } from '../../support/pages/second-mandant.js';
import { openStage, signInByForm, type Stage } from '../../support/pages/stage.js';
import { openVorgang, showView } from '../../support/pages/vorgang-page.js';

const bellSheet = (page: Page) => page.getByRole('dialog', { name: 'Benachrichtigungen', exact: true });
/** What the other authority is asked, as its list says. */
const askedThere = async () =>
  (await other.client.get<ErsuchenPage>('/api/ersuchen')).items.map(({ betreff }) => betreff);

describe('F39 Angenommen zwei Behörden teilen sich eine Installation', () => {
  it('F39 Wenn die eine um Hilfe bittet, dann nimmt die andere in eine eigene Akte an, und die Antwort kommt zurück', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-3901' });
    const asking = await stage.signIn('jana.petersen');
    await openVorgang(asking.page, vorgangId);
    await showView(asking.page, 'Ersuchen');
    await asking.page.getByRole('button', { name: 'Ersuchen stellen' }).click();
    const question = asking.page.getByRole('dialog', { name: 'Ersuchen stellen' });
    await question.getByText('Es fehlt, an wen es geht.').waitFor();
    await question.getByLabel('An', { exact: true }).selectOption({ label: other.name });
    await question.getByLabel('Betreff').fill('Halterauskunft');
    await question.getByLabel('Worum es geht').fill('Wer hält das Fahrzeug LM-A 1?');
    await question.getByLabel('Antwort erbeten bis').fill('31.2.2060');
    await asking.page.keyboard.press('Tab');
    await question.getByText('Die Frist ist kein Tag.').waitFor();
    await question.getByLabel('Antwort erbeten bis').fill('1.3.2060');
    await question.getByRole('checkbox').first().check();
    expect(await violations(asking.page)).toEqual([]);
    await question.getByRole('button', { name: 'Ersuchen stellen' }).click();
    const ours = asking.page.locator('lm-ersuchen-row').filter({ hasText: 'Halterauskunft' });
    await ours.getByText('wartet auf Annahme').waitFor();
    expect(await violations(asking.page)).toEqual([]);

    const helping = await stage.visit();
    await signInByForm(helping.page, other.login, other.password);
    await helping.page.getByRole('button', { name: 'Benachrichtigungen, 1 ungelesen' }).click();
    await bellSheet(helping.page).getByText('Bittet um Hilfe').waitFor();
    expect(await violations(helping.page)).toEqual([]);
    await bellSheet(helping.page).getByRole('link', { name: 'Ersuchen von' }).click();
    await helping.page.waitForURL('**/ersuchen');
    await helping.page.getByText('Wer hält das Fahrzeug LM-A 1?').waitFor();
    expect(await violations(helping.page)).toEqual([]);
    await helping.page.getByRole('button', { name: 'Ersuchen annehmen' }).click();
    const place = helping.page.getByRole('dialog', { name: 'Ersuchen annehmen' });
    await place.getByText('Es fehlt die Akte oder der Vorgang.').waitFor();
    await place.getByLabel('Filtern').fill('Amtshilfe');
    await place.getByRole('treeitem', { name: /Amtshilfe/ }).click();
    expect(await violations(helping.page)).toEqual([]);
    await place.getByRole('button', { name: 'Ersuchen annehmen' }).click();
    await helping.page.locator('lm-vorgang-head h1').waitFor();
    await ours.getByText('wird beantwortet').waitFor({ timeout: 60_000 });
    await asking.page.locator('lm-bell > button').click();
    await bellSheet(asking.page).getByText('Ersuchen angenommen').waitFor();
    await asking.page.keyboard.press('Escape');

    await showView(helping.page, 'Ersuchen');
    await helping.page.getByRole('button', { name: 'Ersuchen beantworten' }).click();
    const reply = helping.page.getByRole('dialog', { name: 'Ersuchen beantworten' });
    await reply.getByLabel('Antwort').fill('Halterin ist Erika Mustermann.');
    expect(await violations(helping.page)).toEqual([]);
    await reply.getByRole('button', { name: 'Ersuchen beantworten' }).click();
    await helping.page.locator('lm-ersuchen-row').getByText('beantwortet').first().waitFor();
    await ours.getByText('Halterin ist Erika Mustermann.').waitFor({ timeout: 60_000 });
    await showView(asking.page, 'Schriftgut');
    await asking.page.getByText('Antwort auf das Ersuchen: Halterauskunft').first().waitFor();
    await asking.page.getByText(`Łucja Świątek, ${other.name}`).first().waitFor();
    await helping.close();
    await asking.close();
  }, 180_000);

  it('F39 Wenn jemand nur die Tastatur hat, dann geht ein Ersuchen hinaus und wird mit Grund zurückgenommen; dort bleibt nichts davon', async () => {
    const { vorgangId } = await office.file({ nummer: 'RE-2026-3902' });
    const { page, close } = await stage.signIn('jana.petersen');
    await openVorgang(page, vorgangId);
    await pressUntilFocused(page, 'Tab', page.getByRole('tab', { name: 'Schriftgut' }));
    const tabs = ['Zeichnungen', 'Verfügungen', 'Laufweg', 'Aufgaben', 'Ersuchen'];
    for (const _tab of tabs) await page.keyboard.press('ArrowRight');
    await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'Ersuchen stellen' }));
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Ersuchen stellen' });
    await pressUntilFocused(page, 'Tab', sheet.getByLabel('An', { exact: true }));
    await page.keyboard.type(other.name.slice(0, 4));
    await pressUntilFocused(page, 'Tab', sheet.getByLabel('Betreff'));
    await page.keyboard.type('Grundstück');
    await pressUntilFocused(page, 'Tab', sheet.getByLabel('Worum es geht'));
    await page.keyboard.type('Wem gehört es?');
    await pressUntilFocused(page, 'Tab', sheet.getByRole('button', { name: 'Ersuchen stellen' }));
    await page.keyboard.press('Enter');
    const row = page.locator('lm-ersuchen-row').filter({ hasText: 'Grundstück' });
    await row.getByText('wartet auf Annahme').waitFor();
    await eventually(async () => (await askedThere()).includes('Grundstück'), 'the request over there');
    await pressUntilFocused(page, 'Tab', row.getByRole('button', { name: 'Ersuchen zurücknehmen' }));
    await page.keyboard.press('Enter');
    const why = page.getByRole('dialog', { name: 'Ersuchen zurücknehmen' });
    await pressUntilFocused(page, 'Tab', why.getByLabel('Grund'));
    await page.keyboard.type('Hat sich erledigt');
    await pressUntilFocused(page, 'Tab', why.getByRole('button', { name: 'Ersuchen zurücknehmen' }));
    await page.keyboard.press('Enter');
    await row.getByText('Hat sich erledigt').waitFor();
    await close();
    await eventually(async () => !(await askedThere()).includes('Grundstück'), 'nothing of it over there');
    const helping = await stage.visit();
    await signInByForm(helping.page, other.login, other.password);
    await helping.page.getByRole('link', { name: 'Ersuchen', exact: true }).click();
    const gone = helping.page.locator('lm-ersuchen-row').filter({ hasText: 'Hat sich erledigt' });
    await gone.getByText('gelöscht worden, weil kein Vorgang daraus geworden ist').waitFor();
    expect(await violations(helping.page)).toEqual([]);
    await helping.close();
  }, 120_000);
});

let stage: Stage;
let office: OfficeWalk;
let other: SecondMandant;

beforeAll(async () => {
  stage = await openStage();
  office = officeWalk(stage.url);
  other = await secondMandant(stage);
}, 90_000);
afterEach(() => expect(stage.takeTroubles()).toEqual([]));
afterAll(() => stage.close());
