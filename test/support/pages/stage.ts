import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../../server/demo/people.js';
import { launchBrowser } from '../browser.js';
import { startServerProcess, temporaryDataFolder, type ServerProcess } from '../server-process.js';

export type Theme = 'light' | 'dark';
export type Language = 'de' | 'en';
export type Density = 'compact' | 'comfortable';

export interface SeatOptions {
  readonly theme?: Theme;
  readonly language?: Language;
  readonly density?: Density;
  /** CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** One person at one browser of their own: nothing is shared with another seat but the server. */
export interface Seat {
  readonly page: Page;
  /** What the browser complained about since the last call: errors of the console, of the page and of the CSP. */
  takeTroubles(): string[];
  /** How many documents this browser has loaded; 1 as long as everything new came over the live stream. */
  documents(): number;
  close(): Promise<void>;
}

/** A built server with a data folder of its own, and one browser that opens any number of seats. */
export interface Stage {
  readonly url: string;
  readonly server: ServerProcess;
  /** Name and version. */
  readonly browser: string;
  /** A browser at the sign-in page. */
  visit(options?: SeatOptions): Promise<Seat>;
  /** A browser in which this demo person has signed in by the form of the page. */
  signIn(login: string, options?: SeatOptions): Promise<Seat>;
  /** Troubles of all seats, each with the person it happened to. */
  takeTroubles(): string[];
  close(): Promise<void>;
}

/** The size that the drawings of the screens are made for: list, task and document stand beside each other. */
const DESK = { width: 1440, height: 900 };
/** Two cores that also run the server, PostgreSQL and three pages answer late, and a wrong page never does. */
const PATIENCE_MILLISECONDS = 20_000;

/**
 * Starts server and browser for one spec file; `close` it in `afterAll`. `node server/start.mjs --build-only` must have run.
 * @param prepare puts something into the data folder before the server finds it
 * @param launch starts the browser, where it is not the usual one
 */
export async function openStage(
  environment: NodeJS.ProcessEnv = {},
  prepare: (dataFolder: string) => Promise<void> = () => Promise.resolve(),
  launch: () => Promise<Browser> = launchBrowser,
): Promise<Stage> {
  const folder = await temporaryDataFolder();
  await prepare(folder.path);
  const server = await startServerProcess(folder.path, environment);
  const browser = await launch();
  const seats = new Map<Seat, string>();
  const visit = async (options: SeatOptions = {}, login = 'nobody') => {
    const seat = await openSeat(browser, server.url, options);
    seats.set(seat, login);
    await seat.page.goto('/anmelden');
    return seat;
  };
  return {
    url: server.url,
    server,
    browser: `Chromium ${browser.version()}`,
    visit,
    signIn: async (login, options) => {
      const seat = await visit(options, login);
      await signInByForm(seat.page, login);
      return seat;
    },
    takeTroubles: () => [...seats].flatMap(([seat, login]) => seat.takeTroubles().map((line) => `${login}: ${line}`)),
    close: async () => {
      await browser.close();
      await server.stop();
      await folder.remove();
    },
  };
}

/** Fills the form of the sign-in page; ends when the first screen of the person is there. */
export async function signInByForm(page: Page, login: string, password = DEMO_PASSWORD): Promise<void> {
  await page.locator('input[name=username]').fill(login);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.locator('lm-rail').waitFor();
}

async function openSeat(browser: Browser, url: string, options: SeatOptions): Promise<Seat> {
  const { theme = 'light', language = 'de', density = 'compact', size = DESK } = options;
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    timezoneId: 'Europe/Berlin',
    colorScheme: theme,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PATIENCE_MILLISECONDS);
  const settings = { language, ...(density === 'compact' ? {} : { density }) };
  for (const [name, value] of Object.entries(settings)) {
    await context.addInitScript(`localStorage.setItem('laufmappe.${name}', '${value}')`);
  }
  const page = await context.newPage();
  let documents = 0;
  page.on('domcontentloaded', () => (documents += 1));
  return { page, takeTroubles: troublesOf(context), documents: () => documents, close: () => context.close() };
}

/** A refused act is no trouble of the page, yet the browser reports every answer from 400 on: its address tells them apart. */
function troublesOf(context: BrowserContext): () => string[] {
  const lines: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') lines.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (failure) => lines.push(String(failure.error().stack ?? failure.error())));
  return () => lines.splice(0);
}
