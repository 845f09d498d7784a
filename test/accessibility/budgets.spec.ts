import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { officeWalk } from '../support/pages/office-walk.js';
import { openModeler } from '../support/pages/modeler-page.js';
import { openStage, signInByForm, type Stage } from '../support/pages/stage.js';

const INBOX_BUDGET = 350_000;

/** A word of each library that no minifier takes away and that our own code never says: an event, a service, an error. */
const LIBRARIES = {
  'bpmn-js': 'canvas.viewbox.changing',
  'form-js': 'formFieldInstanceRegistry',
  'pdf.js': 'InvalidPDFException',
};

describe('the script of the page', () => {
  it('is below 350 kB (gzipped) on the inbox route, with no diagram, form or PDF library in it', async () => {
    const { page } = await stage.visit();
    await signInByForm(page, 'deniz.aydin');
    await page.getByText('Alles erledigt.').waitFor();
    const texts = await scriptsOf(page);
    const bytes = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
    process.stdout.write(`inbox route: ${texts.length} scripts, ${Math.round(bytes / 1000)} kB gzipped\n`);
    expect(bytes).toBeLessThan(INBOX_BUDGET);
    expect(librariesIn(texts)).toEqual([]);
  }, 60_000);

  it('brings the form library and pdf.js with the first Aufgabe that needs them', async () => {
    const office = officeWalk(stage.url);
    const { vorgangId } = await office.file({ nummer: 'RE-2026-0301', betragCent: 48_000 });
    await office.complete('jana.petersen', 'pruefung', vorgangId, { entscheidung: 'richtig' });
    const { id } = await office.aufgabe('ruth.lindqvist', 'schlusszeichnung', vorgangId);
    const seat = await stage.signIn('ruth.lindqvist');
    await seat.page.goto(`/aufgaben/${id}`);
    await seat.page.locator('lm-act-bar button').first().click();
    await seat.page.locator('dialog canvas').first().waitFor();
    expect(librariesIn(await scriptsOf(seat.page))).toEqual(['form-js', 'pdf.js']);
  }, 60_000);

  it('brings the diagram library with the Modeler', async () => {
    const seat = await stage.signIn('kim.okafor');
    await openModeler(seat.page);
    expect(librariesIn(await scriptsOf(seat.page))).toEqual(['bpmn-js']);
  }, 60_000);
});

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

/** The scripts that the document on screen has loaded so far, as the server sends them. */
async function scriptsOf(page: Page): Promise<string[]> {
  const urls = await page.evaluate<string[]>("performance.getEntriesByType('resource').map((entry) => entry.name)");
  const scripts = urls.filter((url) => /\.m?js$/.test(url));
  return Promise.all(scripts.map(async (url) => (await fetch(url)).text()));
}

function librariesIn(scripts: readonly string[]): string[] {
  return Object.entries(LIBRARIES).flatMap(([name, word]) =>
    scripts.some((text) => text.includes(word)) ? [name] : [],
  );
}
