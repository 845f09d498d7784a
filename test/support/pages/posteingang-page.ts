import type { Locator, Page } from 'playwright-core';

export interface Letter {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Opens the file dialog by the button of the desk and chooses this letter. */
export async function uploadByChooser(page: Page, letter: Letter): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Dateien aufnehmen' }).click();
  const buffer = Buffer.from(letter.bytes);
  await (await chooser).setFiles({ name: letter.name, mimeType: 'application/octet-stream', buffer });
}

/** Drags this letter from outside over the desk and lets go. */
export async function uploadByDrop(page: Page, letter: Letter): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ({ name, bytes }) => {
      const { DataTransfer, File } = globalThis as unknown as BrowserFiles;
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(bytes)], name));
      return transfer;
    },
    { name: letter.name, bytes: [...letter.bytes] },
  );
  const desk = page.locator('lm-file-drop');
  await desk.dispatchEvent('dragenter', { dataTransfer });
  await page.getByText('Zum Aufnehmen hier ablegen').waitFor();
  await desk.dispatchEvent('drop', { dataTransfer });
}

/** The row of the queue that shows this text. */
export function eingangRow(page: Page, text: string): Locator {
  return page.getByRole('listbox', { name: 'Sendungen' }).getByRole('option').filter({ hasText: text });
}

/** Puts the open item under this position of the Aktenplan, as a new Akte, by the dialog of the filing card. */
export async function chooseNewAkte(page: Page, kennzeichen: string): Promise<void> {
  await page.getByRole('button', { name: 'Im Aktenplan wählen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Wohin gehört das?' });
  await dialog.getByRole('searchbox', { name: 'Filtern' }).fill(kennzeichen);
  await dialog.getByRole('treeitem').filter({ hasText: kennzeichen }).click();
  await dialog.getByRole('button', { name: 'Neue Akte an dieser Stelle' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** What the program of this page needs of the browser's types; the tests are compiled without them. */
interface BrowserFiles {
  readonly DataTransfer: new () => { items: { add(file: unknown): void } };
  readonly File: new (parts: Uint8Array[], name: string) => unknown;
}
