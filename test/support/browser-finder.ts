import { existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { unpackSparticuz } from './sparticuz.js';

export interface FoundBrowser {
  readonly executable: string;
  /** Which of the four places it comes from, for the line that is printed. */
  readonly origin: string;
  /** Added to the environment of the browser process only. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface BrowserPlaces {
  /** Environment to read: LAUFMAPPE_BROWSER, PATH, PLAYWRIGHT_BROWSERS_PATH. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Last resort: the Chromium from npm, or null where it does not run (it is built for Linux on x64). */
  unpackNpmChromium(): Promise<FoundBrowser | null>;
}

const NAMES_ON_PATH = ['chromium', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/**
 * Finds the browser for tests: named by LAUFMAPPE_BROWSER, on PATH, in Playwright's cache, or from npm, in this order.
 * Nothing is installed or downloaded.
 * @throws Error that names all four places and what was missing in each
 */
export async function findBrowser(places: BrowserPlaces = thisMachine()): Promise<FoundBrowser> {
  const found =
    named(places.environment) ??
    onPath(places.environment) ??
    inPlaywrightCache(places.environment) ??
    (await places.unpackNpmChromium());
  if (found) return found;
  throw new Error(
    [
      'No browser for the tests. Searched in this order:',
      '1. the environment variable LAUFMAPPE_BROWSER: not set',
      `2. PATH: none of ${NAMES_ON_PATH.join(', ')}`,
      `3. Playwright's cache: no Chromium in ${playwrightCache(places.environment)}`,
      `4. the npm package @sparticuz/chromium: not installed, or no build for ${platform()} ${process.arch}`,
      'Remedy: install Chromium, or let LAUFMAPPE_BROWSER name the executable of a Chromium, Chrome or Edge.',
    ].join('\n'),
  );
}

function thisMachine(): BrowserPlaces {
  return { environment: process.env, unpackNpmChromium: unpackSparticuz };
}

/** A wrong name is a failure, not a reason to take another browser than the one asked for. */
function named(environment: BrowserPlaces['environment']): FoundBrowser | null {
  const executable = environment['LAUFMAPPE_BROWSER'];
  if (!executable) return null;
  if (!existsSync(executable)) throw new Error(`LAUFMAPPE_BROWSER names ${executable}, but there is no such file.`);
  return { executable, origin: 'named by LAUFMAPPE_BROWSER', environment: {} };
}

function onPath(environment: BrowserPlaces['environment']): FoundBrowser | null {
  const suffix = platform() === 'win32' ? '.exe' : '';
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = NAMES_ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  const executable = candidates.find((candidate) => existsSync(candidate));
  return executable ? { executable, origin: 'on PATH', environment: {} } : null;
}

/** Any revision will do: the tests use no feature that only the newest Chromium has. */
function inPlaywrightCache(environment: BrowserPlaces['environment']): FoundBrowser | null {
  const cache = playwrightCache(environment);
  if (!existsSync(cache)) return null;
  const insideRevision = chromium
    .executablePath()
    .split(/[\\/]chromium-\d+[\\/]/)
    .at(1);
  if (!insideRevision) return null;
  const newestFirst = readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => revision(b) - revision(a));
  const executable = newestFirst.map((name) => join(cache, name, insideRevision)).find((path) => existsSync(path));
  return executable ? { executable, origin: "in Playwright's cache", environment: {} } : null;
}

function revision(name: string): number {
  return Number(name.slice('chromium-'.length));
}

function playwrightCache(environment: BrowserPlaces['environment']): string {
  const own = environment['PLAYWRIGHT_BROWSERS_PATH'];
  if (own) return own;
  if (platform() === 'win32') return join(homedir(), 'AppData', 'Local', 'ms-playwright');
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Caches', 'ms-playwright');
  return join(homedir(), '.cache', 'ms-playwright');
}
