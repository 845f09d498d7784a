import type { Page } from 'playwright-core';
import { eventually } from '../api-client.js';

/** Runs in the page. */
const ALL_ROWS = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('laufmappe', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('drafts', { keyPath: 'id' });
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const rows = opening.result.transaction('drafts').objectStore('drafts').getAll();
    rows.onsuccess = () => {
      opening.result.close();
      resolve(rows.result.map(({ sealed }) => String.fromCharCode(...new Uint8Array(sealed).slice(0, 10_000))));
    };
  };
})`;

/** What the browser of this page keeps on its disk of unsent forms, as somebody reads it who has the disk and no key. */
export async function keptDrafts(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(ALL_ROWS);
}

/** Waits until the browser keeps so many drafts, and gives them. */
export async function waitForDrafts(page: Page, count: number): Promise<string[]> {
  return eventually(async () => {
    const kept = await keptDrafts(page);
    return kept.length === count && kept;
  }, `${count} drafts on the disk of the browser`);
}
