import { userInfo } from 'node:os';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser, type FoundBrowser } from './browser-finder.js';

type Environment = Readonly<Record<string, string>>;

/**
 * Starts the browser that the tests run in and says which one it is. Close it in `afterAll`.
 * @param wanted the browser to start; the first one found where nothing is given
 * @param desk environment of a screen on which it is shown to a screen reader; without, it draws for nobody
 * @throws Error naming all four places that were searched, when there is none: a browser test is never skipped
 */
export async function launchBrowser(wanted?: FoundBrowser | null, desk?: Environment): Promise<Browser> {
  const found = wanted ?? (await findBrowser());
  announce(`Browser for tests: ${found.executable} (${found.origin})`);
  if (isRoot()) return launch(found, 'without sandbox', desk);
  try {
    return await launch(found, 'in sandbox', desk);
  } catch (error) {
    if (!/sandbox/i.test(String(error))) throw error;
    // Unprivileged containers forbid user namespaces. The tests open only pages of our own on loopback.
    announce('Browser for tests: this machine allows no sandbox, so it starts without one');
    return launch(found, 'without sandbox', desk);
  }
}

function launch(found: FoundBrowser, sandbox: 'in sandbox' | 'without sandbox', desk?: Environment): Promise<Browser> {
  return chromium.launch({
    executablePath: found.executable,
    headless: desk === undefined,
    chromiumSandbox: sandbox === 'in sandbox',
    args: desk ? ['--force-renderer-accessibility'] : [],
    env: { ...process.env, ...found.environment, ...desk },
  });
}

/** Chromium refuses to start its sandbox as root; Windows has no numeric user and answers -1. */
function isRoot(): boolean {
  return userInfo().uid === 0;
}

const announced = new Set<string>();

/** Not console.log: jest would print a stack frame around every line. */
function announce(line: string): void {
  if (announced.has(line)) return;
  announced.add(line);
  process.stdout.write(`${line}\n`);
}
