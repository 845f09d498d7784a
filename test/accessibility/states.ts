import type { Page } from 'playwright-core';

/** What lies in the office while the screens are looked at. */
export interface Arranged {
  /** Vorgang that waits for two Mitzeichnungen and has a Freigabe behind it. */
  readonly vorgangId: string;
  /** Akte of that Vorgang. */
  readonly akteId: string;
  /** Aufgabe of jana.petersen: an invoice with its data, to be checked. */
  readonly pruefungId: string;
  /** Aufgabe of jana.petersen: data of a printed invoice, with proposals and their places on the page. */
  readonly erfassungId: string;
  /** Dokument with the printed invoice. */
  readonly printedId: string;
  /** A text of jana.petersen that the played editor opens. */
  readonly draftId: string;
  readonly kontaktId: string;
  /** Of the account `betrieb` of the shared administration. */
  readonly operatorPassword: string;
}

/** One state of a screen. Places are named by element and id, never by words: the same walk runs in both languages. */
export interface ScreenState {
  readonly name: string;
  show(page: Page, arranged: Arranged): Promise<void>;
}

export async function open(page: Page, path: string, proof: string): Promise<void> {
  await page.goto(path);
  await page.locator(proof).first().waitFor();
}

export function address(name: string, path: string, proof: string): ScreenState {
  return { name, show: (page) => open(page, path, proof) };
}

export async function openAufgabe(page: Page, path: string): Promise<void> {
  await open(page, path, 'lm-task-form .fjs-form');
  await page.locator('lm-document-pane :is(canvas, .desk)').first().waitFor();
}

export function tab(bar: string, view: string): ScreenState {
  const selected = `#${bar}-tab-${view}[aria-selected=true]`;
  return {
    name: `${bar}: ${view}`,
    show: async (page) => {
      await page.locator(`#${bar}-tab-${view}`).click();
      await page.locator(selected).waitFor();
    },
  };
}

export function aufgabeView(view: string): ScreenState {
  return tab('aufgabe', view);
}

export function vorgangView(view: string): ScreenState {
  return tab('vorgang', view);
}

export function eingangView(view: string): ScreenState {
  return tab('eingang', view);
}

/** A dialog that is looked at and left again with Escape, so that the next state finds the screen as it was. */
export function dialog(name: string, opened: (page: Page) => Promise<unknown>, proof = ':scope'): ScreenState {
  return {
    name,
    show: async (page) => {
      await closeAnyDialog(page);
      await opened(page);
      const shown = page.locator('dialog[open]');
      await (proof === ':scope' ? shown : shown.locator(proof).first()).waitFor();
    },
  };
}

/** The review before an interference with the first running instance; `index` counts the entries of its menu. */
export function review(operation: string, index: number): ScreenState {
  return dialog(`review: ${operation}`, async (page) => {
    await page.locator('lm-instance-table lm-menu-button button').first().click();
    await page.locator('[role=menuitem]').nth(index).click();
  });
}

export function menu(name: string, button: string): ScreenState {
  return {
    name: `menu: ${name}`,
    show: async (page) => {
      await closeAnyDialog(page);
      await page.locator(button).first().click();
      await page.locator('[role=menu]').waitFor();
    },
  };
}

/** By the button of the dialog where it has one; that Escape does the same is part of the keyboard walks. */
async function closeAnyDialog(page: Page): Promise<void> {
  // A sheet that was opened from a dialog leads back to it, so there may be two to close.
  for (let closed = 0; closed < 2; closed++) {
    const shown = await page
      .locator('dialog[open], [role=menu]')
      .first()
      .elementHandle({ timeout: 500 })
      .catch(() => null);
    if (!shown) return;
    const button = page.locator('dialog[open] > header button');
    if ((await button.count()) > 0) await button.click();
    else await page.keyboard.press('Escape');
    await shown.waitForElementState('hidden');
  }
}
