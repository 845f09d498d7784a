import { DEMO_PASSWORD } from '../../server/demo/people.js';
import { eventually } from '../support/api-client.js';
import { aufgabeRow, openInbox, signSheet, waitForOpen } from '../support/pages/inbox-page.js';
import { focusedPane, hasFocus, pressUntilFocused, pressUntilThere } from '../support/pages/keyboard.js';
import { accepted, closedVorgang, officeWalk, paidVorgang, type OfficeWalk } from '../support/pages/office-walk.js';
import { eingangRow } from '../support/pages/posteingang-page.js';
import { openStage, type Stage } from '../support/pages/stage.js';
import { openVorgang } from '../support/pages/vorgang-page.js';

/** A whole walk on two busy cores; the conditions inside it end much earlier when something is wrong. */
const WALK_MILLISECONDS = 60_000;

describe('without a pointer', () => {
  it(
    'a person signs in',
    async () => {
      const { page } = await stage.visit();
      await pressUntilFocused(page, 'Tab', page.getByLabel('Anmeldename'));
      await page.keyboard.type('jana.petersen');
      await page.keyboard.press('Tab');
      await page.keyboard.type(DEMO_PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByRole('navigation', { name: 'Bereiche' }).waitFor();
    },
    WALK_MILLISECONDS,
  );

  it(
    'the Poststelle files a letter: the proposal has the focus, and Enter accepts it',
    async () => {
      await office.upload({ nummer: 'RE-2026-0101' });
      const { page } = await stage.signIn('ines.vogt');
      await page.goto('/posteingang');
      const row = eingangRow(page, 'RE-2026-0101');
      await row.waitFor();
      await pressUntilFocused(page, 'F6', page.getByRole('listbox', { name: 'Sendungen' }));
      await pressUntilThere(page, 'j', row.and(page.locator('[aria-selected=true]')));
      await page.getByText('RE-2026-0101 ·').waitFor();
      await pressUntilFocused(page, 'F6', page.getByRole('radiogroup', { name: 'Wohin gehört das?' }));
      await page.keyboard.press('Enter');
      await row.waitFor({ state: 'detached' });
    },
    WALK_MILLISECONDS,
  );

  it(
    'a case worker completes an Aufgabe, and the focus is in the next one',
    async () => {
      const first = await office.file({ nummer: 'RE-2026-0102', betragCent: 110_200 });
      const second = await office.file({ nummer: 'RE-2026-0103', betragCent: 110_300 });
      for (const { vorgangId } of [first, second]) await office.aufgabe('jana.petersen', 'pruefung', vorgangId);
      const { page } = await stage.signIn('jana.petersen');
      await openInbox(page);
      const row = aufgabeRow(page, '1.102,00');
      await row.waitFor();
      await pressUntilFocused(page, 'F6', page.getByRole('listbox', { name: 'Aufgaben' }));
      await pressUntilThere(page, 'j', row.and(page.locator('[aria-selected=true]')));
      await waitForOpen(page, 'RE-2026-0102');
      await page.keyboard.press('Control+Enter');
      await row.waitFor({ state: 'detached' });
      await eventually(() => hasFocus(page.getByRole('region', { name: 'Aufgabe', exact: true })), 'focus in the task');
    },
    WALK_MILLISECONDS,
  );

  it(
    'the Leitung reads the review sheet and signs',
    async () => {
      const { vorgangId } = await office.file({ nummer: 'RE-2026-0104', betragCent: 110_400 });
      await office.complete('jana.petersen', 'pruefung', vorgangId, { entscheidung: 'richtig' });
      const { id } = await office.aufgabe('ruth.lindqvist', 'schlusszeichnung', vorgangId);
      const { page } = await stage.signIn('ruth.lindqvist');
      await page.goto(`/aufgaben/${id}`);
      await waitForOpen(page, 'RE-2026-0104');
      await pressUntilFocused(page, 'F6', page.getByRole('region', { name: 'Aufgabe', exact: true }));
      await page.keyboard.press('Control+Enter');
      await signSheet(page).waitFor();
      // As fast as a hand can: the browser says that a dialog is closed only some time after it is.
      await Promise.all([page.keyboard.press('Escape'), page.keyboard.press('Control+Enter')]);
      await pressUntilFocused(page, 'Tab', signSheet(page).getByLabel('Ihr Kennwort'));
      await page.keyboard.type(DEMO_PASSWORD);
      await page.keyboard.press('Enter');
      await signSheet(page).waitFor({ state: 'detached' });
      expect((await office.vorgang(vorgangId)).zeichnungen.map(({ art }) => art)).toContain('schlusszeichnung');
    },
    WALK_MILLISECONDS,
  );

  it(
    'a case worker closes a Vorgang to the files',
    async () => {
      const vorgangId = await paidVorgang(office, 'RE-2026-0105');
      const { page } = await stage.signIn('jana.petersen');
      await openVorgang(page, vorgangId);
      await pressUntilFocused(page, 'F6', page.getByRole('region', { name: 'Register' }));
      await page.keyboard.press('Control+Enter');
      const dialog = page.getByRole('dialog', { name: 'z. d. A. verfügen' });
      await pressUntilFocused(page, 'Tab', dialog.getByRole('button', { name: 'z. d. A. verfügen' }));
      await page.keyboard.press('Enter');
      await page.locator('lm-vorgang-head').getByText('z. d. A.', { exact: true }).waitFor();
    },
    WALK_MILLISECONDS,
  );

  it(
    'the Archiv looks at the message and makes the Abgabe',
    async () => {
      const vorgangId = await closedVorgang(office, 'RE-2026-0106');
      accepted(await (await office.as('kim.okafor')).act('demo.moveClock', { days: 4018 }));
      const { page } = await stage.signIn('amir.rakimov');
      await page.getByRole('checkbox', { name: /RE-2026-0106/ }).waitFor();
      await pressUntilFocused(page, 'Tab', page.getByRole('checkbox', { name: /RE-2026-0106/ }));
      await page.keyboard.press('Space');
      await page.keyboard.press('p');
      await page.locator('#preview-panel').getByText('ohne Befund').waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByRole('link', { name: 'Herunterladen' }).waitFor();
      expect((await office.vorgang(vorgangId)).state).toBe('abgegeben');
    },
    WALK_MILLISECONDS,
  );

  it(
    'the Administration finds a running instance, reads what will happen, and ends it',
    async () => {
      const { vorgangId } = await office.file({ nummer: 'RE-2026-0108', betragCent: 110_800 });
      const { aktenzeichen } = await office.vorgang(vorgangId);
      const { page } = await stage.signIn('kim.okafor');
      await page.goto('/ablaeufe');
      await page.locator('lm-step-table tbody tr').first().waitFor();
      await pressUntilFocused(page, 'F6', page.getByRole('region', { name: 'Listen' }));
      await pressUntilFocused(page, 'Tab', page.getByRole('tab', { name: 'Schritte' }));
      await page.keyboard.press('ArrowRight');
      await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: `Eingriffe: ${aktenzeichen}` }));
      await page.keyboard.press('Enter');
      await pressUntilFocused(page, 'ArrowDown', page.getByRole('menuitem', { name: 'Ablauf beenden' }));
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Ablauf beenden' });
      await pressUntilFocused(page, 'Tab', dialog.getByLabel('Grund'));
      await page.keyboard.type('doppelt eingegangen');
      await pressUntilFocused(page, 'Tab', dialog.getByRole('button', { name: 'Ablauf beenden' }));
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      expect((await office.vorgang(vorgangId)).process?.activeElements).toEqual([]);
    },
    WALK_MILLISECONDS,
  );
});

describe('keys that work everywhere', () => {
  it(
    'F107 F6 goes round all panes, and Shift+F6 goes back',
    async () => {
      const { page } = await stage.signIn('ines.vogt');
      await page.goto('/posteingang');
      await page.getByRole('radiogroup', { name: 'Wohin gehört das?' }).waitFor();
      const forward = await panesBy('F6');
      expect(new Set(forward)).toEqual(new Set(['Warteschlange', 'Dokument', 'Ablage']));
      expect(await panesBy('Shift+F6')).toEqual([forward[1], forward[0], forward[2]]);

      async function panesBy(key: string): Promise<(string | null)[]> {
        const names = [];
        for (let press = 0; press < 3; press++) {
          await page.keyboard.press(key);
          names.push(await focusedPane(page));
        }
        return names;
      }
    },
    WALK_MILLISECONDS,
  );

  it(
    'F107 ? shows the keys of the screen and Escape gives the focus back; in a field it is a letter',
    async () => {
      const { page } = await stage.signIn('jana.petersen');
      await page.goto('/akten');
      const filter = page.getByRole('searchbox', { name: 'Filtern' });
      await filter.press('?');
      expect(await filter.inputValue()).toBe('?');
      await filter.fill('');
      const tree = page.getByRole('treeitem').first();
      await tree.focus();
      await page.keyboard.press('?');
      const help = page.getByRole('dialog', { name: 'Tasten' });
      await help.getByText('nächster Bereich').waitFor();
      await page.keyboard.press('Escape');
      await help.waitFor({ state: 'detached' });
      expect(await hasFocus(tree)).toBe(true);
    },
    WALK_MILLISECONDS,
  );

  it(
    'F107 Strg+K finds a screen and a Vorgang by its words, from a field too',
    async () => {
      const { vorgangId } = await office.file({ nummer: 'RE-2026-0107', betragCent: 110_700 });
      const { page } = await stage.signIn('ines.vogt');
      const palette = page.getByRole('combobox', { name: 'Suchen, Aktenzeichen oder Befehl' });
      await page.goto('/akten');
      await page.getByRole('searchbox', { name: 'Filtern' }).press('Control+k');
      await palette.and(page.locator(':focus')).waitFor();
      await page.keyboard.type('RE-2026-0107');
      await page.getByRole('option').filter({ hasText: 'RE-2026-0107' }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/akten/${vorgangId}`, { waitUntil: 'commit' });
      await page.keyboard.press('Control+k');
      await palette.and(page.locator(':focus')).waitFor();
      await page.keyboard.type('Posteing');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/posteingang**', { waitUntil: 'commit' });
    },
    WALK_MILLISECONDS,
  );
});

let stage: Stage;
let office: OfficeWalk;

beforeAll(async () => {
  stage = await openStage();
  office = officeWalk(stage.url);
}, 60_000);
afterEach(() => expect(stage.takeTroubles()).toEqual([]));
afterAll(() => stage.close());
