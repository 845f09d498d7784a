import type { Page } from 'playwright-core';
import type { EingangRow } from '../../../server/contract/views.js';
import { eventually, type ApiClient } from '../../support/api-client.js';
import { mailWith } from '../../support/everything/mail-with.js';
import { rechnungXml } from '../../support/letters.js';
import { violations } from '../../support/pages/axe.js';
import { hasFocus, pressUntilFocused } from '../../support/pages/keyboard.js';
import { accepted, officeWalk, type OfficeWalk } from '../../support/pages/office-walk.js';
import { eingangRow } from '../../support/pages/posteingang-page.js';
import { openStage, type Seat, type Stage } from '../../support/pages/stage.js';

/** A whole walk on two busy cores; the conditions inside it end much earlier when something is wrong. */
const WALK_MILLISECONDS = 60_000;
const DEMO_LETTERS = 3;
const proposals = (page: Page) => page.getByRole('radiogroup', { name: 'Wohin gehört das?' });

describe('Angenommen im Posteingang liegen Sendungen mit Vorschlägen', () => {
  it(
    'F15 Wenn jemand nur die Tastatur benutzt, dann legt eine Taste ab, und die nächste Sendung steht mit ihrem Vorschlag da',
    async () => {
      await office.upload({ nummer: 'RE-2026-1501' });
      await office.upload({ nummer: 'RE-2026-1502' });
      const { page, actions } = await desk();
      await opened(page, 'RE-2026-1501');
      await page.keyboard.press('Enter');
      await eingangRow(page, 'RE-2026-1501').waitFor({ state: 'detached' });
      expect(await actions()).toEqual({ keys: 1, clicks: 0 });
      await opened(page, 'RE-2026-1502');
      await page.keyboard.press('2');
      await proposals(page).getByRole('radio').nth(1).and(page.locator(':checked')).waitFor({ state: 'attached' });
      await page.keyboard.press('Enter');
      await eingangRow(page, 'RE-2026-1502').waitFor({ state: 'detached' });
      expect(await actions()).toEqual({ keys: 3, clicks: 0 });
    },
    WALK_MILLISECONDS,
  );

  it(
    'F15 Wenn jemand nur den Zeiger benutzt, dann sind es Zeile, Vorschlag und Ablegen',
    async () => {
      await office.upload({ nummer: 'RE-2026-1503' });
      await office.upload({ nummer: 'RE-2026-1504' });
      const { page, actions } = await desk();
      await opened(page, 'RE-2026-1503');
      await eingangRow(page, 'RE-2026-1504').click();
      await page.getByText('RE-2026-1504 ·').waitFor();
      await page.locator('lm-proposal-list .proposal').nth(1).click();
      await page.getByRole('button', { name: /^Ablegen/ }).click();
      await eingangRow(page, 'RE-2026-1504').waitFor({ state: 'detached' });
      expect(await actions()).toEqual({ keys: 0, clicks: 3 });
    },
    WALK_MILLISECONDS,
  );

  it(
    'F15 Wenn eine Sendung unklar ist, dann geht sie mit einem Satz zur Klärung, und die nächste öffnet sich',
    async () => {
      await office.upload({ nummer: 'RE-2026-1505' });
      await office.upload({ nummer: 'RE-2026-1506' });
      const { page } = await desk();
      await opened(page, 'RE-2026-1505');
      await page.keyboard.press('u');
      const dialog = page.getByRole('dialog', { name: 'Zur Klärung' });
      await pressUntilFocused(page, 'Tab', dialog.getByLabel('Was ist unklar?'));
      await page.keyboard.type('Kein Auftrag bekannt');
      await pressUntilFocused(page, 'Tab', dialog.getByRole('button', { name: 'Zur Klärung' }));
      await page.keyboard.press('Enter');
      await eingangRow(page, 'RE-2026-1505').waitFor({ state: 'detached' });
      await opened(page, 'RE-2026-1506');
    },
    WALK_MILLISECONDS,
  );
});

describe('Angenommen eine Sendung kommt zum zweiten Mal', () => {
  it(
    'F22 Wenn jemand D drückt, dann ist sie verknüpft, und Z legt sie wieder auf den Tisch',
    async () => {
      const first = await office.upload({ nummer: 'RE-2026-1507', betragCent: 110_700 });
      await office.upload({ nummer: 'RE-2026-1507', betragCent: 110_800 });
      const { page } = await desk();
      await page.locator('lm-eingang-row').nth(1).click();
      const found = page.locator('lm-duplicate-list');
      await found.getByText('Dublette: dieselbe Nummer desselben Absenders liegt schon vor').waitFor();
      await found.getByText('liegt noch im Posteingang').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('d');
      await eingangRow(page, 'Dublette').waitFor({ state: 'detached' });
      await page.keyboard.press('z');
      await eingangRow(page, 'Dublette').click();
      await found.getByRole('button', { name: 'Als Dublette verknüpfen' }).click();
      await eingangRow(page, 'Dublette').waitFor({ state: 'detached' });
      await page.goto(`/posteingang/${first.id}`);
      await page.getByText('Hier hängt eine Dublette').waitFor();
      await page.getByRole('button', { name: 'Verknüpfung lösen' }).click();
      await eingangRow(page, 'Dublette').waitFor();
    },
    WALK_MILLISECONDS,
  );
});

describe('Angenommen eine Sendung gehört jemand anderem', () => {
  it(
    'F14 Wenn die Poststelle sie weitergibt, dann nimmt die Empfängerin sie an oder gibt sie mit Grund zurück',
    async () => {
      const [first, second] = [
        await office.upload({ nummer: 'RE-2026-1511' }),
        await office.upload({ nummer: 'RE-2026-1512' }),
      ];
      const { page } = await desk();
      for (const nummer of ['RE-2026-1511', 'RE-2026-1512']) {
        await opened(page, nummer);
        await page.keyboard.press('v');
        await forwardTo(page, 'Petersen');
        await eingangRow(page, nummer).waitFor({ state: 'detached' });
      }
      const jana = await stage.signIn('jana.petersen');
      await jana.page.goto(`/posteingang/${first.id}`);
      await jana.page.getByText('Ines Vogt gibt Ihnen diese Sendung. Nehmen Sie sie an?').waitFor();
      expect(await violations(jana.page)).toEqual([]);
      await jana.page.getByRole('button', { name: 'Annehmen' }).click();
      await jana.page.getByRole('button', { name: /^Ablegen/ }).click();
      await eingangRow(jana.page, 'RE-2026-1511').waitFor({ state: 'detached' });
      await jana.page.goto(`/posteingang/${second.id}`);
      await jana.page.getByRole('button', { name: 'Zurückgeben' }).click();
      const sheet = jana.page.getByRole('dialog', { name: 'Zurückgeben' });
      await sheet.getByLabel('Grund').fill('Gehört zum Haushalt');
      await sheet.getByRole('button', { name: 'Zurückgeben' }).click();
      await eingangRow(jana.page, 'RE-2026-1512').waitFor({ state: 'detached' });
      await jana.close();
      await eingangRow(page, 'zurück von Jana Petersen').click();
      await page.getByText('Gehört zum Haushalt').waitFor();
    },
    WALK_MILLISECONDS,
  );
});

describe('Angenommen eine E-Mail ist eingegangen', () => {
  it(
    'F24 Wenn sie abgelegt ist, dann steht sie unter Bestätigungen, bis jemand sie beauftragt',
    async () => {
      const poststelle = await office.as('ines.vogt');
      const mail = mailWith(rechnungXml({ nummer: 'RE-2026-1521' }));
      accepted(await poststelle.upload('RE-2026-1521.eml', mail));
      const { page } = await desk();
      await opened(page, 'RE-2026-1521');
      await page.getByText('Eingangsbestätigung noch nicht gesendet').waitFor();
      await page.keyboard.press('Enter');
      await eingangRow(page, 'RE-2026-1521').waitFor({ state: 'detached' });
      await page.getByRole('tab', { name: 'Bestätigungen' }).click();
      await eingangRow(page, 'RE-2026-1521').click();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('e');
      await page.getByText('Die Bestätigung geht in 30 Sekunden hinaus; Z hält sie an.').first().waitFor();
      await page.keyboard.press('z');
      await eingangRow(page, 'Eingangsbestätigung noch nicht gesendet').first().waitFor();
    },
    WALK_MILLISECONDS,
  );
});

describe('Angenommen jemand fragt, wie gut die Vorschläge sind', () => {
  it(
    'F23 Wenn genug abgelegt ist, dann stehen ehrliche Zahlen da, und der Grund jedes Vorschlags an seinem Feld',
    async () => {
      for (let number = 0; number < 5; number++) await office.file({ nummer: `RE-2026-153${number}` });
      await office.upload({ nummer: 'RE-2026-1539' });
      const { page } = await desk();
      await opened(page, 'RE-2026-1539');
      await page.getByText('steht in der E-Rechnung').waitFor();
      await page.getByText('E-Rechnung gelesen').waitFor();
      await page.getByRole('button', { name: 'Trefferquote der Vorschläge' }).click();
      const table = page.getByRole('region', { name: 'Trefferquote' });
      await table.getByRole('rowheader').filter({ hasText: '20.31.05' }).waitFor();
      await table
        .getByText(/\d+ von \d+ übernommen/)
        .first()
        .waitFor();
      expect(await violations(page)).toEqual([]);
    },
    WALK_MILLISECONDS,
  );
});

/** Finds somebody by typing and gives the open item to them, without a pointer. */
async function forwardTo(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Weitergeben' });
  await pressUntilFocused(page, 'Tab', dialog.getByRole('searchbox', { name: 'An' }));
  // First the list of all, then the one that was typed for: of a list that is still to come nobody can say that it has shrunk.
  await dialog.getByRole('option').nth(1).waitFor();
  await page.keyboard.type(name);
  await dialog.getByRole('option').nth(1).waitFor({ state: 'detached' });
  await dialog.getByRole('option', { name: new RegExp(name) }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await dialog.locator('[role=option][aria-selected=true]').filter({ hasText: name }).waitFor();
  await pressUntilFocused(page, 'Tab', dialog.getByRole('button', { name: 'Weitergeben' }));
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

let stage: Stage;
let office: OfficeWalk;
let seat: Seat | null = null;
beforeAll(async () => {
  stage = await openStage();
  office = officeWalk(stage.url);
  // The demo brings its letters after it has started; they must not come into the middle of a test.
  const poststelle = await office.as('ines.vogt');
  await eventually(async () => (await rowsOf(poststelle)).length >= DEMO_LETTERS, 'the letters of the demo');
  // A letter of the same sender is filed: from now on there are two kinds of proposals for the next one.
  await office.file({ nummer: 'RE-2026-1500' });
}, 60_000);
beforeEach(clearDesk);
afterEach(async () => {
  const troubles = stage.takeTroubles();
  await seat?.close();
  seat = null;
  expect(troubles).toEqual([]);
});
afterAll(() => stage.close());

/** What others have left on the desk goes to the Klärung, so that each test knows what comes first. */
async function clearDesk(): Promise<void> {
  const poststelle = await office.as('ines.vogt');
  await eventually(async () => {
    const left = (await rowsOf(poststelle)).filter(({ forwarding }) => forwarding === null);
    for (const { id, version } of left.filter(({ state }) => state === 'geprueft')) {
      accepted(await poststelle.act('posteingang.setAsideEingang', { eingangId: id, version, note: 'Platz schaffen' }));
    }
    return left.every(({ state }) => state === 'klaerung' || state === 'quarantaene');
  }, 'an empty desk');
}

async function rowsOf(poststelle: ApiClient): Promise<EingangRow[]> {
  return (await poststelle.get<{ items: EingangRow[] }>('/api/posteingang')).items;
}

/** The desk, with a count of what the person does from its first item on. */
async function desk(): Promise<{ page: Page; actions(): Promise<{ keys: number; clicks: number }> }> {
  seat = await stage.signIn('ines.vogt');
  const { page } = seat;
  await page.goto('/posteingang');
  await proposals(page).waitFor();
  await page.evaluate(() => {
    const counted = globalThis as unknown as Counted;
    counted.actions = { keys: 0, clicks: 0 };
    counted.document.addEventListener('keydown', () => (counted.actions.keys += 1), true);
    counted.document.addEventListener('pointerdown', () => (counted.actions.clicks += 1), true);
  });
  return { page, actions: () => page.evaluate(() => (globalThis as unknown as Counted).actions) };
}

/** The item is the open one, and its proposals have the focus. */
async function opened(page: Page, nummer: string): Promise<void> {
  await page.getByText(`${nummer} ·`).waitFor();
  await eventually(() => hasFocus(proposals(page)), `focus in the proposals of ${nummer}`);
}

/** What the program of this page needs of the browser's types; the tests are compiled without them. */
interface Counted {
  actions: { keys: number; clicks: number };
  readonly document: { addEventListener(name: string, ear: () => void, early: boolean): void };
}
