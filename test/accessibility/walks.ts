import type { Page } from 'playwright-core';
import {
  address,
  aufgabeView,
  dialog,
  eingangView,
  menu,
  open,
  openAufgabe,
  review,
  tab,
  vorgangView,
  type ScreenState,
} from './states.js';
import {
  BELL_STATES,
  CASEWORK_STATES,
  DESK_DIALOGS,
  LEADING_STATES,
  OPERATOR_STATES,
  PICKUP_STATES,
  REGISTRY_STATES,
  WEITERGABE_STATES,
  TELLING_STATE,
} from './further-states.js';

/** The screens of one person, in an order in which each can be reached from the one before. */
export interface ScreenWalk {
  /** Demo login; null for a visitor who has not signed in. */
  readonly login: string | null;
  readonly states: readonly ScreenState[];
}

export const WALKS: readonly ScreenWalk[] = [
  {
    login: null,
    states: [
      { name: 'sign-in', show: (page) => page.locator('.account').first().waitFor() },
      {
        name: 'sign-in refused',
        show: async (page) => {
          await page.locator('input[name=username]').fill('jana.petersen');
          await page.locator('input[name=password]').fill('falsch');
          await page.locator('button[type=submit]').click();
          await page.locator('lm-refusal-alert').waitFor();
        },
      },
      TELLING_STATE,
      ...PICKUP_STATES,
      ...OPERATOR_STATES,
    ],
  },
  {
    login: 'jana.petersen',
    states: [
      { name: 'inbox', show: (page, { pruefungId }) => openAufgabe(page, `/aufgaben/${pruefungId}`) },
      ...['vorgang', 'verlauf', 'ablauf'].map((view) => aufgabeView(view)),
      dialog('hand over', (page) => page.locator('lm-act-bar .acts > button').last().click()),
      dialog('Wiedervorlage', async (page) => {
        await page.locator('lm-inbox [role=listbox]').focus();
        await page.keyboard.press('w');
      }),
      menu('arranging the list', 'lm-arrange-menu button'),
      dialog('filter of the list', (page) => page.locator('lm-filter-bar .line > button').click()),
      {
        name: 'list that a filter limits',
        show: async (page) => open(page, '/aufgaben?frist=ohne&art=zahlung', 'lm-filter-bar lm-chip'),
      },
      dialog('keep a filter', (page) => page.locator('lm-filter-bar .chips > button').click()),
      ...BELL_STATES,
      menu('recently done', 'lm-done-menu button'),
      menu('person', 'lm-person-menu button'),
      dialog('palette', (page) => page.keyboard.press('Control+k')),
      dialog('keys', (page) => page.locator('lm-rail nav > button').click()),
      {
        name: 'data of a printed invoice',
        show: async (page, { erfassungId }) => {
          await open(page, `/aufgaben/${erfassungId}`, 'lm-task-form .fjs-form');
          await page.locator('lm-pdf-viewer canvas').first().waitFor();
        },
      },
      address('no Vorgang chosen', '/akten', 'lm-tree [role=treeitem]'),
      { name: 'Vorgang', show: async (page, { vorgangId }) => open(page, `/akten/${vorgangId}`, 'lm-vorgang-head h1') },
      ...['zeichnungen', 'laufweg', 'aufgaben', 'protokoll'].map((view) => vorgangView(view)),
      {
        name: 'way of the process',
        show: async (page, arranged) => {
          await vorgangView('ablauf').show(page, arranged);
          await page.locator('lm-path-table tbody button').first().click();
          await page.locator('lm-instance-way .mark').first().waitFor();
        },
      },
      ...['letter from a template', 'serial letter'].map((name, index) =>
        dialog(
          name,
          async (page) => {
            await page.locator('lm-vorgang-pane .register lm-menu-button .trigger').click();
            await page
              .getByRole('menuitem')
              .nth(index + 1)
              .click();
          },
          'lm-pick-vorlage fieldset',
        ),
      ),
      {
        name: 'search',
        show: async (page) => {
          await open(page, '/suche', 'lm-search lm-empty-state');
          await page.locator('lm-search input[name=q]').fill('Rechnung');
          await page.locator('lm-search button[type=submit]').click();
          await page.locator('lm-hit-list li').first().waitFor();
        },
      },
      dialog('keep a search', (page) => page.locator('lm-kept-searches .head button').click()),
      dialog('batch of a search', (page) => page.locator('.batch button').click()),
      {
        name: 'batch',
        show: async (page) => {
          await page.locator('dialog[open] select').first().selectOption('closeZdA');
          await page.locator('dialog[open] .kern-btn--primary').click();
          await page.locator('lm-stapel-pane tbody tr').first().waitFor();
        },
      },
      {
        name: 'Vorgang again',
        show: async (page, { vorgangId }) => open(page, `/akten/${vorgangId}`, 'lm-vorgang-head h1'),
      },
      dialog('z. d. A. refused', (page) => page.locator('.act-bar .kern-btn').first().press('Enter')),
      dialog('Storno', (page) => page.locator('.act-bar button').last().click()),
      {
        name: 'adding Dokumente',
        show: async (page, { vorgangId }) => {
          await open(page, `/akten/${vorgangId}`, 'lm-vorgang-head h1');
          const letter = { name: 'brief.txt', mimeType: 'text/plain', buffer: Buffer.from('Guten Tag') };
          await page.locator('lm-vorgang-pane input[type=file]').first().setInputFiles([letter]);
          await page.locator('lm-add-dokumente .hash').waitFor();
        },
      },
      menu('Dokument', 'lm-dokument-bar lm-menu-button button'),
      address('Dokumente in hand', '/dokumente', 'lm-own-list'),
      ...['unlinked', 'bin'].map((list) => ({
        name: `Dokumente: ${list}`,
        show: async (page: Page) => {
          await page.locator(`#dokumente-tab-${list}`).click();
          await page.locator('lm-outside-list lm-empty-state').waitFor();
        },
      })),
      ...CASEWORK_STATES,
      ...WEITERGABE_STATES,
      address('accessibility statement', '/barrierefreiheit', 'lm-accessibility h1'),
      TELLING_STATE,
      address('unknown address', '/nirgends', 'lm-not-found'),
      address('parts', '/ui', 'lm-parts'),
    ],
  },
  {
    login: 'ines.vogt',
    states: [
      { name: 'Posteingang', show: (page) => open(page, '/posteingang', 'lm-filing-card lm-proposal-list .proposal') },
      {
        name: 'PDF in the Posteingang',
        show: async (page) => {
          await page.locator('lm-eingang-row').nth(1).click();
          await page.locator('lm-pdf-viewer canvas').first().waitFor();
        },
      },
      eingangView('text'),
      eingangView('herkunft'),
      eingangView('ablegen'),
      dialog('filing plan', (page) => page.locator('.where-head button').click(), '[role=treeitem]'),
      address('offers of others', '/weitergaben', 'lm-weitergaben lm-empty-state'),
      address('requests of others', '/ersuchen', 'lm-received lm-empty-state'),
      address('Posteingang again', '/posteingang', 'lm-filing-card'),
      ...DESK_DIALOGS,
    ],
  },
  {
    login: 'helga.brandt',
    states: [
      address('filing plan', '/aktenplan', 'lm-aktenplan [role=treeitem]'),
      {
        name: 'position',
        show: async (page) => {
          await page.locator('lm-aktenplan [role=treeitem]').first().click();
          await page.locator('lm-einheit-pane table').waitFor();
        },
      },
      ...['change', 'move', 'close'].map((name, index) =>
        dialog(`position: ${name}`, (page) => page.locator('lm-einheit-pane .act-bar button').nth(index).click()),
      ),
      ...['add', 'import', 'rule'].map((name, index) =>
        dialog(`filing plan: ${name}`, (page) => page.locator('lm-aktenplan .buttons button').nth(index).click()),
      ),
      {
        name: 'Vorgang to manage',
        show: async (page, { vorgangId }) => open(page, `/akten/${vorgangId}`, 'lm-vorgang-head h1'),
      },
      dialog(
        'who can see this',
        (page) => page.locator('lm-vorgang-head .spacer + button').click(),
        'lm-people-list li',
      ),
      ...['protect', 'classify'].map((name, index) =>
        dialog(`rights: ${name}`, async (page) => {
          await page.locator('lm-vorgang-head .spacer + button').click();
          await page.locator('lm-record-access lm-people-list li').first().waitFor();
          await page.locator('lm-record-access footer button').nth(index).click();
          await page.locator('lm-reason-sheet dialog[open]').waitFor();
        }),
      ),
      dialog('rights: temporary', async (page) => {
        await page.locator('lm-vorgang-head .spacer + button').click();
        await page.locator('lm-record-access lm-people-list li').first().waitFor();
        await page.locator('lm-record-access footer button').nth(2).click();
        await page.locator('lm-temporary-sheet dialog[open]').waitFor();
      }),
      ...REGISTRY_STATES,
      address('templates', '/vorlagen', 'lm-vorlagen h1'),
      dialog(
        'templates: document',
        (page) => page.locator('lm-vorlagen .screen-head button').click(),
        'lm-position-list',
      ),
      address('templates again', '/vorlagen', 'lm-vorlagen h1'),
      tab('vorlagen', 'akten'),
      dialog(
        'templates: structure',
        async (page) => {
          await page.locator('lm-vorlagen .screen-head button').click();
          await page.locator('lm-part-editor .add button').first().click();
          await page.locator('lm-part-editor .add button').last().click();
        },
        'lm-pick-part input',
      ),
      address('rights', '/rechte', 'lm-why-panel form'),
      ...['report', 'rules', 'clearances', 'vertretungen'].map((view) => tab('rechte', view)),
    ],
  },
  {
    login: 'ruth.lindqvist',
    states: [
      { name: 'inbox of the Leitung', show: (page) => openAufgabe(page, '/aufgaben') },
      dialog('review sheet', (page) => page.locator('lm-act-bar button').first().click(), 'lm-pdf-viewer canvas'),
      ...LEADING_STATES,
    ],
  },
  {
    login: 'kim.okafor',
    states: [
      { name: 'Abläufe', show: (page) => open(page, '/ablaeufe', 'lm-ablaeufe .mark') },
      ...['stoerungen', 'vorgaenge'].map((view) => tab('ablaeufe', view)),
      ...['move', 'migrate', 'cancel'].map((operation, index) => review(operation, index)),
      address('keys and checkpoints', '/protokoll', 'lm-proofs h1'),
      address('access of other systems', '/zugaenge', 'lm-zugaenge h1'),
      address('own account', '/konto', 'lm-konto form'),
      address('state', '/zustand', 'lm-log-list .log-head'),
      dialog('close a report', (page) => page.locator('lm-barriere-list tbody button').first().click()),
      address('people', '/personen', 'lm-people tbody tr'),
      dialog('open work', (page) => page.locator('lm-people tbody button').first().click(), 'lm-checkbox'),
      dialog('switch off', (page) => page.locator('lm-people tbody tr').first().locator('button').last().click()),
      { name: 'Modeler', show: (page) => open(page, '/modeler', 'lm-model-canvas .djs-element') },
      menu('clock of the demo', 'lm-demo-banner button'),
      {
        name: 'Modeler with findings',
        show: async (page) => {
          await page.locator('lm-step-palette button').nth(3).click();
          await page.locator('lm-finding-list li').first().waitFor();
        },
      },
      {
        name: 'outline',
        show: async (page) => {
          await page.locator('lm-segmented label, lm-segmented button').last().click();
          await page.locator('lm-outline-list li').first().waitFor();
        },
      },
    ],
  },
  {
    login: 'amir.rakimov',
    states: [
      { name: 'Aussonderung', show: (page) => open(page, '/aussonderung', 'lm-candidate-table tbody tr') },
      ...['packages', 'waiting', 'outlook', 'destruction', 'due'].map((view) => tab('aussonderung', view)),
      {
        name: 'preview',
        show: async (page) => {
          await page.locator('lm-candidate-table tbody input').first().check();
          await page.locator('.screen-head button').first().click();
          await page.locator('#preview-panel').waitFor();
        },
      },
      ...['files', 'message'].map((view) => tab('preview', view)),
    ],
  },
];
