import type { SearchView } from '../../../server/contract/search-views.js';
import { eventually } from '../../support/api-client.js';
import { violations } from '../../support/pages/axe.js';
import { pressUntilFocused } from '../../support/pages/keyboard.js';
import { officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { openStage, type Stage } from '../../support/pages/stage.js';

describe('Angenommen jemand ordnet die eigene Übersicht', () => {
  it('F108 Wer nichts verteilen darf, bekommt die Kachel dafür nicht angeboten', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    await page.goto('/uebersicht');
    await page.locator('lm-uebersicht li').first().waitFor();
    expect(await page.getByText('In der Einheit, noch bei niemandem').count()).toBe(0);
    await close();
  }, 60_000);

  it('F108 Allein mit der Tastatur: eine Kachel wandert nach hinten, und nach neuem Laden steht sie noch dort', async () => {
    const { page, close } = await stage.signIn('jana.petersen');
    await page.goto('/uebersicht');
    const tiles = page.locator('lm-uebersicht li');
    await tiles.nth(1).waitFor();
    await page.getByRole('button', { name: 'Anordnen: Meine Aufgaben' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Nach hinten' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tiles.nth(1).filter({ hasText: 'Meine Aufgaben' }).waitFor();
    await page.reload();
    await tiles.nth(1).filter({ hasText: 'Meine Aufgaben' }).waitFor();
    await close();
  }, 60_000);

  it('F108 Mit der Maus: eine Kachel wird gezogen, eine entfernt, und die Zahl führt zu genau ihren Zeilen', async () => {
    await office.file({ nummer: 'RE-2026-1081' });
    const { page, close } = await stage.signIn('jana.petersen');
    await page.goto('/uebersicht');
    const tiles = page.locator('lm-uebersicht li');
    const [mine, week] = ['Meine Aufgaben', 'Meine Fristen dieser Woche'].map((hasText) => tiles.filter({ hasText }));
    await week?.dragTo(tiles.first());
    await tiles.first().filter({ hasText: 'Meine Fristen dieser Woche' }).waitFor();
    await page.getByRole('button', { name: 'Anordnen: Meine Fristen dieser Woche' }).click();
    await page.getByRole('menuitem', { name: 'Von der Übersicht nehmen' }).click();
    await week?.waitFor({ state: 'detached' });
    await mine?.filter({ hasText: /^\s*[1-9]/ }).waitFor();
    const count = Number(await mine?.locator('strong').textContent());
    await mine?.getByRole('link').click();
    await page.getByRole('option').first().waitFor();
    expect(await page.getByRole('option').count()).toBe(count);
    await close();
  }, 90_000);

  it('F108 Allein mit der Tastatur: eine gemerkte Suche wird Kachel, führt zu ihren Treffern und geht mit der Suche', async () => {
    await office.file({ nummer: 'RE-2026-1082' });
    const jana = await office.as('jana.petersen');
    const query = 'RE-2026-1082 typ:dokument';
    const found = async () => (await jana.get<SearchView>(`/api/search?q=${encodeURIComponent(query)}`)).total > 0;
    await eventually(found, 'the search to know the letter');
    await jana.act('search.keepSearch', { name: 'Rechnung 1082', query, shared: false });
    const { page, close } = await stage.signIn('jana.petersen');
    await page.goto('/uebersicht');
    const tiles = page.locator('lm-uebersicht li');
    await tiles.first().waitFor();
    await page.getByRole('button', { name: 'Kachel hinzufügen' }).focus();
    await page.keyboard.press('Enter');
    await pressUntilFocused(page, 'ArrowDown', page.getByRole('menuitem', { name: 'Suche „Rechnung 1082“' }));
    await page.keyboard.press('Enter');
    const tile = tiles.filter({ hasText: 'Suche „Rechnung 1082“' });
    await tile.waitFor();
    expect(await violations(page)).toEqual([]);
    const count = await tile.locator('strong').textContent();
    await tile.getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/suche?q=*');
    await page.getByText(`Treffer: ${count}`, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Suche „Rechnung 1082“ entfernen' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Die Suche „Rechnung 1082“ ist entfernt.').waitFor();
    await page.goto('/uebersicht');
    await tiles.first().waitFor();
    expect(await tile.count()).toBe(0);
    await close();
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
