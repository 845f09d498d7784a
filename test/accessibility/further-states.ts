import type { Page } from 'playwright-core';
import { address, dialog, open, type ScreenState } from './states.js';

/** The shared administration, from its own sign-in on. */
export const OPERATOR_STATES: readonly ScreenState[] = [
  address('sign-in of the operator', '/mandanten', 'lm-mandanten form'),
  {
    name: 'Mandanten',
    show: async (page, { operatorPassword }) => {
      await page.locator('lm-mandanten input[name=username]').fill('betrieb');
      await page.locator('lm-mandanten input[name=password]').fill(operatorPassword);
      await page.locator('lm-mandanten button[type=submit]').click();
      await page.locator('lm-mandanten tbody tr').first().waitFor();
    },
  },
  {
    name: 'Mandanten, counted',
    show: async (page) => {
      await page.locator('lm-mandanten tbody tr').first().locator('td').nth(2).locator('button').click();
      await page.locator('lm-mandanten tbody tr').first().locator('td').nth(2).locator('span').waitFor();
    },
  },
  dialog('create a Mandant', (page) => page.locator('lm-mandanten .screen-head button').last().click()),
  dialog('suspend a Mandant', (page) => page.locator('lm-mandanten tbody td:last-child button').first().click()),
];

/** The page for a recipient without an account. */
export const PICKUP_STATES: readonly ScreenState[] = [
  address('pick up without a link', '/abholen', 'lm-abholen lm-alert'),
  {
    name: 'pick up: the code does not fit',
    show: async (page) => {
      await open(page, `/abholen#lw_${'a'.repeat(43)}`, 'lm-abholen input[name=code]');
      await page.locator('lm-abholen input[name=code]').fill('0000-0000-0000');
      await page.locator('lm-abholen button[type=submit]').click();
      await page.locator('lm-abholen lm-refusal-alert').waitFor();
    },
  },
];

/** What is done with an item of the Posteingang instead of filing it, and how well the proposals fit. */
export const DESK_DIALOGS: readonly ScreenState[] = [
  dialog('forward an item', (page) => page.locator('lm-eingang-pane .act-bar button').nth(1).click(), '[role=option]'),
  dialog('hit rate', (page) => page.locator('.queue .sure button[icon=checklist]').click()),
  dialog('set aside', (page) => page.locator('lm-eingang-pane .act-bar button').last().click()),
];

/** What whoever heads a unit looks at: the board, and who has what. */
export const LEADING_STATES: readonly ScreenState[] = [
  address('board', '/uebersicht', 'lm-uebersicht li'),
  address('distribution', '/verteilung', 'lm-verteilung tbody tr'),
  dialog(
    'distribute',
    async (page) => {
      await page.locator('lm-verteilung tbody input').first().check();
      await page.locator('lm-verteilung .selection button').click();
    },
    'lm-workload-row',
  ),
];

/** What everybody can do on every page: tell what they could not use. */
export const TELLING_STATE: ScreenState = dialog('report a barrier', (page) =>
  page.locator('lm-footer button').click(),
);

/** What somebody was told, and how they want to be told. */
export const BELL_STATES: readonly ScreenState[] = [
  dialog('bell', (page) => page.locator('lm-bell > button').click(), 'section li'),
  dialog(
    'bell: rules and quiet hours',
    async (page) => {
      await page.locator('lm-bell > button').click();
      await page.locator('lm-notification-sheet footer button').last().click();
      await page.locator('lm-rules-sheet lm-checkbox input').first().check();
    },
    'input[type=time]',
  ),
];

/** Kontakte, an Akteneinsicht, marks on a page and a text in the editor, for whoever works on a Vorgang. */
export const CASEWORK_STATES: readonly ScreenState[] = [
  address('Kontakte', '/kontakte', 'lm-kontakte lm-listbox'),
  {
    name: 'nobody found',
    show: async (page) => {
      await page.locator('lm-kontakte input[type=search]').fill('xyzzy');
      await page.locator('lm-kontakte .list lm-empty-state').waitFor();
    },
  },
  dialog('Kontakt: add', (page) => page.locator('lm-kontakte .pane-head button').first().click()),
  { name: 'Kontakt', show: (page, { kontaktId }) => open(page, `/kontakte/${kontaktId}`, 'lm-kontakt-pane h1') },
  dialog('Kontakt: correct', (page) => page.locator('lm-kontakt-pane .act-bar button').first().click()),
  {
    name: 'Akteneinsicht',
    show: (page, { vorgangId }) =>
      open(page, `/akteneinsicht/vorgaenge/${vorgangId}`, 'lm-akteneinsicht .dokumente li'),
  },
  {
    name: 'Akteneinsicht, all left out',
    show: async (page) => {
      await page.locator('lm-akteneinsicht .tools button').last().click();
      await page.locator('lm-akteneinsicht .decision select').nth(1).waitFor();
    },
  },
  {
    name: 'redacting',
    show: (page, { printedId }) => open(page, `/dokumente/${printedId}/schwaerzen`, 'lm-marking-page canvas'),
  },
  {
    name: 'redacting, marked',
    show: async (page) => {
      await mark(page);
      await page.locator('lm-segmented').first().locator('label, button').last().click();
    },
  },
  dialog('redacting: make', (page) => page.locator('lm-schwaerzen .pane-foot button').first().click()),
  {
    name: 'a text in the editor',
    show: async (page, { draftId }) => {
      await open(page, `/bearbeiten/${draftId}`, 'iframe[name=lm-editor]');
      await page.frameLocator('iframe[name=lm-editor]').locator('button').waitFor();
    },
  },
];

/** F13: an Akte on its way to somebody else. */
export const WEITERGABE_STATES: readonly ScreenState[] = [
  {
    name: 'Akte to hand over',
    show: async (page, { akteId }) => {
      await open(page, `/akten?akte=${akteId}`, 'lm-akte-pane h1');
      await page.locator('lm-akte-pane a[href^="/weitergabe/"]').click();
      await page.locator('lm-dokument-choice li').first().waitFor();
    },
  },
  {
    name: 'its responsibility cannot go',
    show: async (page) => {
      await page.locator('lm-weitergabe lm-segmented').first().locator('label').last().click();
      await page.locator('lm-weitergabe lm-obstacles li').first().waitFor();
    },
  },
  {
    name: 'link and code',
    show: async (page) => {
      await page.locator('lm-weitergabe lm-segmented').first().locator('label').first().click();
      await page.locator('lm-weitergabe lm-obstacles').waitFor({ state: 'detached' });
      await page.locator('lm-weitergabe .fields input').first().fill('Landkreis Nordfeld');
      await page.locator('lm-weitergabe textarea').fill('Der Betrieb zieht um');
      await page.locator('lm-weitergabe .act-bar button').click();
      await page.locator('dialog[open] .secret.code').waitFor();
    },
  },
  dialog('withdraw what was handed over', async (page) => {
    await page.locator('lm-made-list button').last().click();
  }),
  address('handed over', '/weitergaben', 'lm-made-list li'),
];

/** What the Registratur keeps for everybody. */
export const REGISTRY_STATES: readonly ScreenState[] = [
  address('Zusatzfelder', '/zusatzfelder', 'lm-zusatzfelder tbody tr'),
  dialog('Zusatzfelder: define', (page) => page.locator('lm-zusatzfelder .screen-head button').click()),
  dialog('Zusatzfelder: change', (page) => page.locator('lm-zusatzfelder tbody tr button').nth(2).click()),
];

/** The first word of the first page, by the keyboard; a walk before this one has left its draft, and Enter would take it away. */
async function mark(page: Page): Promise<void> {
  if ((await page.locator('lm-mark-list li').count()) > 0) return;
  await page.locator('lm-marking-pages').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.locator('lm-mark-list li').first().waitFor();
}
