import type { Browser, BrowserContext } from 'playwright-core';

export type SignedInState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A route, and what proves that all of it is there. */
export interface Route {
  readonly path: string;
  readonly proof: string;
}

/**
 * Opens a route in a browser that has nothing in its cache, signed in.
 * @returns kB (1,000 bytes) of all scripts that its document loads, as they come over the line; workers are none of them
 */
export async function scriptKilobytes(
  browser: Browser,
  baseURL: string,
  storageState: SignedInState,
  { path, proof }: Route,
): Promise<number> {
  const context = await browser.newContext({ baseURL, storageState, viewport: { width: 1440, height: 900 } });
  const scripts = new Set<string>();
  context.on('request', (request) => {
    if (/(?<!\.worker(\.min)?)\.m?js$/.test(new URL(request.url()).pathname)) scripts.add(request.url());
  });
  const page = await context.newPage();
  await page.goto(path);
  await page.locator(proof).first().waitFor();
  const sizes = await Promise.all([...scripts].map(packedSize));
  await context.close();
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}

/** Bytes of a script packed with gzip, which every browser asks for; the bare script where the server does not pack it. */
async function packedSize(address: string): Promise<number> {
  const response = await fetch(address, { headers: { 'accept-encoding': 'gzip' } });
  const length = response.headers.get('content-length');
  const text = await response.arrayBuffer();
  return length === null ? text.byteLength : Number(length);
}
