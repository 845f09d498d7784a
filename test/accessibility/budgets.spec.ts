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
  it('is below 350 kB, as it is sent, on the inbox route, with no diagram, form or PDF library in it', async () => {
    const { page } = await stage.visit();
    await signInByForm(page, 'deniz.aydin');
    await page.getByText('Alles erledigt.').waitFor();
    const sent = await scriptsSent(page);
    const bytes = sent.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    process.stdout.write(`inbox route: ${sent.length} scripts, ${Math.round(bytes / 1000)} kB as they are sent\n`);
    expect(bytes).toBeLessThan(INBOX_BUDGET);
    const texts = await scriptsOf(page);
    expect(librariesIn(texts)).toEqual([]);
  }, 60_000);

  it('is sent packed on every route', async () => {
    const { page } = await stage.signIn('kim.okafor');
    for (const [path, proof] of [
      ['/ablaeufe', 'lm-diagram .djs-element'],
      ['/modeler', 'lm-model-canvas .djs-element'],
      ['/ui', 'lm-parts'],
    ] as const) {
      await page.goto(path);
      await page.locator(proof).first().waitFor();
      const sent = await scriptsSent(page);
      const bytes = sent.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
      process.stdout.write(`${path}: ${sent.length} scripts, ${Math.round(bytes / 1000)} kB as they are sent\n`);
      const large = sent.filter(({ decodedBodySize }) => decodedBodySize >= 1_000);
      expect(large.length).toBeGreaterThan(2);
      expect(large.filter(({ encodedBodySize, decodedBodySize }) => encodedBodySize >= decodedBodySize)).toEqual([]);
    }
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

interface SentScript {
  readonly name: string;
  /** Bytes on the line, and bytes of the script itself. */
  readonly encodedBodySize: number;
  readonly decodedBodySize: number;
}

/** What the browser noted about the scripts that the document on screen has loaded so far. */
async function scriptsSent(page: Page): Promise<SentScript[]> {
  const entries = await page.evaluate<SentScript[]>(
    "performance.getEntriesByType('resource').map((entry) => entry.toJSON())",
  );
  return entries.filter(({ name }) => /\.m?js$/.test(name));
}

/** The texts of these scripts. */
async function scriptsOf(page: Page): Promise<string[]> {
  const scripts = await scriptsSent(page);
  return Promise.all(scripts.map(async ({ name }) => (await fetch(name)).text()));
}

function librariesIn(scripts: readonly string[]): string[] {
  return Object.entries(LIBRARIES).flatMap(([name, word]) =>
    scripts.some((text) => text.includes(word)) ? [name] : [],
  );
}
