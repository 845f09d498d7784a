import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser, type BrowserPlaces } from './browser-finder.js';
import { launchBrowser } from './browser.js';
import { unpackSparticuz } from './sparticuz.js';

describe('findBrowser', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'laufmappe-browser-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const places = (environment: Record<string, string>): BrowserPlaces => ({
    environment: { PATH: '', PLAYWRIGHT_BROWSERS_PATH: join(folder, 'no-cache'), ...environment },
    unpackNpmChromium: async () => null,
  });

  it('fails and names all four places when there is no browser', async () => {
    const failure = findBrowser(places({}));
    await expect(failure).rejects.toThrow(/1\. .*LAUFMAPPE_BROWSER/);
    await expect(failure).rejects.toThrow(/2\. PATH: none of chromium, google-chrome/);
    await expect(failure).rejects.toThrow(/3\. Playwright's cache: no Chromium in .*no-cache/);
    await expect(failure).rejects.toThrow(/4\. .*@sparticuz\/chromium/);
  });

  it('refuses a wrong LAUFMAPPE_BROWSER instead of taking another browser', async () => {
    await executable(join(folder, 'chromium'));
    const failure = findBrowser(places({ PATH: folder, LAUFMAPPE_BROWSER: join(folder, 'missing') }));
    await expect(failure).rejects.toThrow(/no such file/);
  });

  it('takes the browser named by LAUFMAPPE_BROWSER before one on PATH', async () => {
    await executable(join(folder, 'chromium'));
    await executable(join(folder, 'mine'));
    const found = await findBrowser(places({ PATH: folder, LAUFMAPPE_BROWSER: join(folder, 'mine') }));
    expect(found.executable).toBe(join(folder, 'mine'));
  });

  it("takes a browser on PATH before one in Playwright's cache", async () => {
    await executable(join(folder, 'google-chrome'));
    await cachedRevision(folder, 900);
    const found = await findBrowser(places({ PATH: folder, PLAYWRIGHT_BROWSERS_PATH: folder }));
    expect(found).toMatchObject({ executable: join(folder, 'google-chrome'), origin: 'on PATH' });
  });

  it("takes the newest revision in Playwright's cache", async () => {
    await cachedRevision(folder, 900);
    await cachedRevision(folder, 1000);
    const found = await findBrowser(places({ PLAYWRIGHT_BROWSERS_PATH: folder }));
    expect(found.executable).toContain('chromium-1000');
  });
});

/** A browser test that could not show text would be worth nothing, so the browser itself is tested first. */
function describeBrowser(name: string, launch: () => Promise<Browser>) {
  describe(name, () => {
    let server: Server;
    let browser: Browser | undefined;

    beforeAll(async () => {
      server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(PAGE));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      browser = await launch();
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      server.close();
    });

    it('shows text with a size, paints it and lets axe run', async () => {
      const page = await (browser as Browser).newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      const heading = page.getByRole('heading', { name: 'Zu den Akten' });
      expect((await heading.boundingBox())?.width).toBeGreaterThan(100);

      const withText = await page.screenshot();
      await page.addStyleTag({ content: 'h1 { visibility: hidden }' });
      expect(withText.equals(await page.screenshot())).toBe(false);

      await page.addScriptTag({ content: readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8') });
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
        return (await axe.run()).violations.map((violation) => violation.id);
      });
      expect(violations).toContain('image-alt');
    });
  });
}

describeBrowser('the browser of this machine', () => launchBrowser());

if (process.platform === 'linux' && process.arch === 'x64') {
  describeBrowser('the Chromium from npm', async () => launchBrowser((await unpackSparticuz()) ?? undefined));
} else {
  describe.skip(`the Chromium from npm (no build for ${process.platform} ${process.arch})`, () => {
    it('needs Linux on x64', () => undefined);
  });
}

const PAGE =
  '<!doctype html><html lang="de"><title>Probe</title><main><h1>Zu den Akten</h1><img src="data:,"></main></html>';

async function executable(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '#!/bin/sh\n');
  await chmod(path, 0o755);
}

async function cachedRevision(cache: string, revision: number): Promise<void> {
  const inside = chromium
    .executablePath()
    .split(/[\\/]chromium-\d+[\\/]/)
    .at(1);
  await executable(join(cache, `chromium-${revision}`, inside as string));
}
