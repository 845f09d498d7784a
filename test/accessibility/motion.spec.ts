import type { Page } from 'playwright-core';
import { openStage, type Stage } from '../support/pages/stage.js';

describe('for people who want no motion', () => {
  it('no colour runs into another one: what changes is there at once, also where it is inherited', async () => {
    const { page, close } = await stage.visit();
    await page.locator('button[type=submit]').waitFor();
    expect(await turningDark(page)).toEqual([]);
    await close();
  }, 30_000);
});

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

/** Changes nearly every colour of the page and tells, before the next frame is drawn, what is still on its way. */
async function turningDark(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { document } = globalThis as unknown as { document: Screen };
    document.documentElement.dataset['theme'] = 'dark';
    return document
      .getAnimations()
      .map(({ transitionProperty, effect }) => `${transitionProperty ?? 'animation'} of ${effect.target.tagName}`);
  });
}

/** What the check needs of the browser's types; the tests are compiled without them. */
interface Screen {
  readonly documentElement: { dataset: Record<string, string> };
  getAnimations(): { transitionProperty?: string; effect: { target: { tagName: string } } }[];
}
