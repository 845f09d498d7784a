import type { Page } from 'playwright-core';
import { waitForCheck } from '../support/pages/modeler-page.js';

export type PictureSize = 'breit' | 'schmal';

/** What the pictures lead to. */
export interface PlacesOfOffice {
  /** Vorgang of an invoice that was paid, with all that came together in it. */
  readonly vorgangId: string;
  /** Dokument of it: the signed Freigabevermerk. */
  readonly vermerkId: string;
  /** Aufgabe of jana.petersen: an XRechnung to be checked. */
  readonly pruefungId: string;
  /** Aufgabe of jana.petersen: the data of a printed invoice, each with its place on the page. */
  readonly erfassungId: string;
}

/** One screen of the handbook. */
export interface PictureScreen {
  /** Beginning of the names of its pictures. */
  readonly name: string;
  readonly login: string;
  show(page: Page, places: PlacesOfOffice, size: PictureSize): Promise<void>;
}

/** In the order of the handbook. */
export const SCREENS: readonly PictureScreen[] = [
  {
    name: 'aufgaben',
    login: 'jana.petersen',
    show: async (page, { pruefungId }, size) => {
      if (size === 'schmal') return open(page, '/aufgaben', 'lm-aufgabe-row');
      await open(page, `/aufgaben/${pruefungId}`, '.fjs-form');
      await page.locator('lm-rechnung-sheet').waitFor();
    },
  },
  {
    name: 'akte',
    login: 'jana.petersen',
    show: async (page, { vorgangId }, size) => {
      await open(page, `/akten/${vorgangId}`, 'lm-vorgang-head h1');
      if (size === 'breit') await page.locator('lm-document-pane :is(canvas, .desk)').first().waitFor();
    },
  },
  {
    name: 'dokument',
    login: 'jana.petersen',
    show: async (page, { vorgangId, vermerkId }, size) => {
      await open(page, `/akten/${vorgangId}?dokument=${vermerkId}`, 'lm-vorgang-head h1');
      if (size === 'schmal') await page.locator('#vorgang-tab-dokument').click();
      await page.locator('lm-pdf-viewer canvas').first().waitFor();
      if (size === 'schmal') return;
      await page.getByRole('button', { name: 'Dokument breit zeigen' }).click();
      await page.locator('lm-vorgang-pane .register').waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Verkleinern' }).click({ clickCount: 2 });
      await page.locator('lm-pdf-viewer canvas').first().waitFor();
    },
  },
  {
    name: 'posteingang',
    login: 'ines.vogt',
    show: async (page, _places, size) => {
      await open(page, '/posteingang', 'lm-eingang-row');
      if (size === 'schmal') return;
      await page.locator('lm-eingang-row').filter({ hasText: 'Ohlendorf' }).click();
      await page.locator('lm-pdf-viewer canvas').first().waitFor();
      await page.locator('lm-proposal-list').waitFor();
    },
  },
  {
    name: 'rechnung',
    login: 'jana.petersen',
    show: async (page, { erfassungId }, size) => {
      await open(page, `/aufgaben/${erfassungId}`, '.fjs-form');
      if (size === 'breit') await page.locator('lm-pdf-viewer canvas').first().waitFor();
      if (size === 'breit') await page.locator('lm-task-form input').nth(1).focus();
    },
  },
  {
    name: 'modeler',
    login: 'kim.okafor',
    show: async (page) => {
      await open(page, '/modeler', 'lm-model-canvas .djs-element');
      await waitForCheck(page, 'clean');
    },
  },
  {
    name: 'ablaeufe',
    login: 'kim.okafor',
    show: (page) => open(page, '/ablaeufe', 'lm-ablaeufe .mark'),
  },
  {
    name: 'verwaltung',
    login: 'kim.okafor',
    show: (page) => open(page, '/zustand', 'lm-log-list .log-head'),
  },
  {
    name: 'uebersicht',
    login: 'ruth.lindqvist',
    show: (page) => open(page, '/uebersicht', 'lm-uebersicht li'),
  },
];

/** After the clock has moved on by the longest Aufbewahrungsfrist of these Vorgaenge. */
export const LAST_SCREENS: readonly PictureScreen[] = [
  {
    name: 'aussonderung',
    login: 'amir.rakimov',
    show: async (page, _places, size) => {
      await open(page, '/aussonderung', 'lm-candidate-table tbody tr');
      if (size === 'schmal') return;
      await page.locator('lm-candidate-table tbody input').first().check();
      await page.locator('.screen-head button').first().click();
      await page.locator('#preview-panel').waitFor();
    },
  },
];

async function open(page: Page, path: string, proof: string): Promise<void> {
  await page.goto(path);
  await page.locator(proof).first().waitFor();
}
