import type { Page } from 'playwright-core';
import { officeWalk } from '../support/pages/office-walk.js';
import { openStage, type Stage } from '../support/pages/stage.js';

/** WCAG 1.4.10: 320 CSS pixels, which is also 1280 at 400 % zoom; and a common telephone. */
const SIZES = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
];

describe.each(SIZES)('at $width x $height pixels', (size) => {
  it('nothing has to be scrolled sideways, on any screen', async () => {
    const found: Record<string, string[]> = {};
    for (const [login, paths] of Object.entries(screens)) {
      const { page, close } = await stage.signIn(login, { size });
      for (const [path, proof] of Object.entries(paths)) {
        await page.goto(path);
        await page.locator(proof).first().waitFor();
        const wide = await tooWide(page);
        if (wide.length > 0) found[`${login} ${path}`] = wide;
      }
      await close();
    }
    expect(found).toEqual({});
  }, 90_000);

  it('screens that do not fit into the bar are behind „Mehr“', async () => {
    const { page, close } = await stage.signIn('helga.brandt', { size });
    await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('button', { name: 'Mehr' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Zusatzfelder' }).press('Enter');
    await page.locator('lm-zusatzfelder h1').waitFor();
    const bar = page.getByRole('navigation', { name: 'Bereiche' });
    expect(
      await bar.evaluate((nav: { scrollWidth: number; clientWidth: number }) => nav.scrollWidth - nav.clientWidth),
    ).toBe(0);
    await close();
  }, 30_000);

  it('list, Aufgabe and document follow each other, one at a time, and there is a way back', async () => {
    const { page, close } = await stage.signIn('jana.petersen', { size });
    await page.getByRole('listbox', { name: 'Aufgaben' }).getByRole('option').first().click();
    await page.getByRole('tab', { name: 'Dokument' }).click();
    await page.locator('lm-document-pane').waitFor();
    await page.getByRole('button', { name: 'Zur Liste' }).click();
    await page.getByRole('listbox', { name: 'Aufgaben' }).waitFor();
    await close();
  }, 30_000);
});

let stage: Stage;
let screens: Record<string, Record<string, string>>;

beforeAll(async () => {
  stage = await openStage();
  const office = officeWalk(stage.url);
  const { vorgangId, akteId } = await office.file({ nummer: 'RE-2026-0201' });
  const { id: aufgabeId } = await office.aufgabe('jana.petersen', 'pruefung', vorgangId);
  const { id: eingangId } = await office.upload({ nummer: 'RE-2026-0202' });
  screens = {
    'jana.petersen': {
      '/aufgaben': 'lm-aufgabe-row',
      [`/aufgaben/${aufgabeId}`]: '.fjs-form',
      '/akten': '[role=treeitem]',
      [`/akten/${vorgangId}`]: 'lm-vorgang-head h1',
      '/kontakte': 'lm-kontakte lm-empty-state',
      [`/akteneinsicht/vorgaenge/${vorgangId}`]: 'lm-akteneinsicht .dokumente li',
      [`/weitergabe/${akteId}`]: 'lm-dokument-choice li',
      '/weitergaben': 'lm-weitergaben h1',
      '/stapel': 'lm-stapel h1',
      '/barrierefreiheit': 'lm-accessibility h1',
    },
    'ines.vogt': {
      '/posteingang': 'lm-eingang-row',
      [`/posteingang/${eingangId}`]: 'lm-filing-card',
      '/ersuchen': 'lm-received h1',
    },
    'kim.okafor': {
      '/modeler': '.djs-element',
      '/ablaeufe': 'lm-step-table tbody tr',
      '/protokoll': 'lm-proofs h1',
      '/zugaenge': 'lm-zugaenge h1',
      '/personen': 'lm-people tbody tr',
      '/zusatzfelder': 'lm-zusatzfelder h1',
      '/wortwahl': 'lm-wording tbody tr',
      '/konto': 'lm-konto h1',
    },
    'helga.brandt': {
      '/vorlagen': 'lm-vorlagen h1',
      '/rechte': 'lm-why-panel form',
      [`/protokoll/${akteId}`]: 'lm-row-table tbody tr',
    },
    'amir.rakimov': { '/aussonderung': '#aussonderung-panel' },
  };
}, 60_000);
afterAll(() => stage.close());

/** The document, if it is wider than the window, and every element that sticks out of it and cannot be scrolled into view. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { document, innerWidth, getComputedStyle } = globalThis as unknown as Window;
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .filter((element) => getComputedStyle(element).position !== 'fixed')
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
      .slice(0, 5)
      .concat(`document ${document.documentElement.scrollWidth} > ${innerWidth}`);
  });
}

/** What the check needs of the browser's types; the tests are compiled without them. */
interface Window {
  readonly document: {
    documentElement: { scrollWidth: number };
    querySelectorAll(selector: string): Iterable<Element>;
  };
  readonly innerWidth: number;
  getComputedStyle(element: Element): { position: string };
}

interface Element {
  readonly tagName: string;
  readonly className: string;
  getBoundingClientRect(): { right: number };
}
