import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { AufgabenFirstPage } from '../../server/contract/aufgaben-views.js';
import { eventually, type ApiClient } from '../support/api-client.js';
import { launchBrowser } from '../support/browser.js';
import { openBuiltServer } from '../support/built-server.js';
import { pressUntilFocused } from '../support/pages/keyboard.js';
import { signInByForm } from '../support/pages/stage.js';
import { nextTaskFigure, firstPageFigure, scriptFigures, scrollFigure } from './browser/figures.js';
import { scriptKilobytes, type Route, type SignedInState } from './browser/script-bytes.js';
import { nameApart, seedDesk, type DeskSize } from './browser/seed-desk.js';
import { pressAndWatch, scrollSteadily } from './browser/watch-page.js';
import type { Figure } from './figure.js';
import { akteForBench, file, letter } from './intake.bench.js';

const ACTS = 40;
const OPENINGS = 40;
/** Somebody reads before the next act; meanwhile the list is read again and what comes next is fetched ahead. */
const READING_MILLISECONDS = 1_000;
/** About a hundred rows of the inbox in a second: nobody reads that, somebody who looks for a row scrolls like that. */
const SCROLLING = { speed: 5_000, seconds: 10 };

/** The clerk whose desk is full, and people whose screens have their own scripts. */
const CLERK = 'jana.petersen';

/**
 * What a person at a browser feels, in a real Chromium on the built server, against the budgets of the design: the next
 * Aufgabe after an act by keyboard, the first page of a Dokument that is opened, the scrolling of long lists, and the
 * scripts of each route.
 *
 * @param aufgaben open Aufgaben of one person; one of her Vorgaenge has half as many Dokumente
 */
export async function benchBrowser(aufgaben: number): Promise<Figure[]> {
  const size: DeskSize = { aufgaben, dokumente: Math.ceil(aufgaben / 2) };
  const server = await openBuiltServer();
  const browser = await launchBrowser();
  try {
    const clerk = await server.as(CLERK);
    const { manyId, fewId } = await seedDesk(server.urls.administratorUrl, clerk, size);
    await fileInvoices(await server.as('ines.vogt'), clerk);
    await nameApart(server.urls.administratorUrl);
    const context = await openContext(browser, server.url);
    const page = await signedInPage(context, CLERK);
    // Before the acts: they bring work to whoever shows what an empty inbox loads.
    const scripts = await scriptsOfRoutes(browser, server.url, await context.storageState(), { manyId, fewId });
    const acts = await actByKeyboard(page);
    const inbox = await scrollList(page, '/aufgaben', 'lm-inbox lm-listbox');
    const register = await scrollList(page, `/akten/${manyId}`, 'lm-vorgang-pane lm-listbox');
    const openings = await openDokumente(page);
    await context.close();
    return [
      nextTaskFigure(acts, size),
      firstPageFigure(openings, size),
      scrollFigure('browser.scroll-fps', inbox, `the inbox of ${size.aufgaben} Aufgaben`),
      scrollFigure('browser.scroll-register-fps', register, `the register of ${size.dokumente} Dokumente`),
      ...scriptFigures(scripts),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Invoices whose processes run; they are due before all that is seeded. */
async function fileInvoices(poststelle: ApiClient, clerk: ApiClient): Promise<void> {
  const akteId = await akteForBench(poststelle);
  for (let index = 0; index < ACTS + 1; index++) {
    await file(poststelle, akteId, { name: `b-${index}.eml`, bytes: letter(`W-${index}`, 900_000) });
  }
  await eventually(async () => {
    const { items } = await clerk.get<AufgabenFirstPage>('/api/aufgaben?list=meine&most=1000');
    return items.filter(({ art }) => art === 'pruefung').length > ACTS;
  }, 'every invoice is an Aufgabe');
}

function openContext(browser: Browser, baseURL: string): Promise<BrowserContext> {
  const viewport = { width: 1440, height: 900 };
  return browser.newContext({ baseURL, viewport, locale: 'de-DE', timezoneId: 'Europe/Berlin' });
}

async function signedInPage(context: BrowserContext, login: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/anmelden');
  await signInByForm(page, login);
  return page;
}

/** „Sachlich richtig“ by Ctrl+Enter, again and again. @returns until the next headline, and until its form has the focus */
async function actByKeyboard(page: Page): Promise<{ headline: number[]; form: number[] }> {
  const [headline, form]: [number[], number[]] = [[], []];
  await page.goto('/aufgaben');
  await page.locator('lm-task-form textarea').waitFor();
  await page.locator('lm-inbox [role=listbox]').focus();
  for (let act = 0; act < ACTS; act++) {
    await delay(READING_MILLISECONDS);
    const [seen, ready] = await pressAndWatch(page, 'Control+Enter', [
      { selector: 'lm-aufgabe-body h2', by: 'text' },
      { selector: 'lm-task-form textarea:focus', by: 'element' },
    ]);
    headline.push(seen ?? Number.NaN);
    form.push(ready ?? Number.NaN);
  }
  return { headline, form };
}

/** From the top downwards; pages of the list are loaded on the way. */
async function scrollList(page: Page, path: string, list: string): Promise<number[]> {
  await page.goto(path);
  await page.locator(`${list} [role=option]`).first().waitFor();
  await delay(READING_MILLISECONDS);
  return scrollSteadily(page, list, SCROLLING);
}

/** Goes down the register by the arrow key; each Dokument opens beside it. The first one is a walk of its own: it brings the library. */
async function openDokumente(page: Page): Promise<number[]> {
  const times: number[] = [];
  await page.locator('lm-vorgang-pane lm-listbox').evaluate((list) => {
    (list as unknown as { scrollTop: number }).scrollTop = 0;
  });
  await pressUntilFocused(page, 'Tab', page.locator('lm-vorgang-pane lm-listbox [role=listbox]'));
  await page.locator('lm-pdf-viewer canvas').first().waitFor();
  for (let opening = 0; opening < OPENINGS; opening++) {
    await delay(READING_MILLISECONDS / 2);
    const [seen] = await pressAndWatch(page, 'ArrowDown', [{ selector: 'lm-pdf-viewer canvas', by: 'element' }]);
    times.push(seen ?? Number.NaN);
  }
  return times;
}

/** Kilobytes of the scripts of each route. */
async function scriptsOfRoutes(
  browser: Browser,
  url: string,
  clerk: SignedInState,
  { manyId, fewId }: { manyId: string; fewId: string },
): Promise<Readonly<Record<string, number>>> {
  const of = (state: SignedInState, route: Route) => scriptKilobytes(browser, url, state, route);
  const as = async (login: string) => {
    const context = await openContext(browser, url);
    await signedInPage(context, login);
    const state = await context.storageState();
    await context.close();
    return state;
  };
  const nothingToDo = await as('deniz.aydin');
  const administration = await as('kim.okafor');
  return {
    inbox: await of(nothingToDo, { path: '/aufgaben', proof: 'lm-inbox lm-empty-state' }),
    form: await of(clerk, { path: '/aufgaben', proof: 'lm-task-form .fjs-form' }),
    posteingang: await of(await as('ines.vogt'), { path: '/posteingang', proof: 'lm-filing-card' }),
    akte: await of(clerk, { path: `/akten/${fewId}`, proof: 'lm-document-pane .pane-head' }),
    viewer: await of(clerk, { path: `/akten/${manyId}`, proof: 'lm-pdf-viewer canvas' }),
    modeler: await of(administration, { path: '/modeler', proof: 'lm-model-canvas .djs-element' }),
  };
}
