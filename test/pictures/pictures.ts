import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openStage, type Seat, type Stage } from '../support/pages/stage.js';
import { arrangeOffice, moveToLastYear, STARTS_AT } from './arrange-office.js';
import { LAST_SCREENS, SCREENS, type PictureScreen, type PlacesOfOffice } from './screens.js';

const FOLDER = 'client/pictures';
/** A desk, and a telephone. */
const SIZES = [
  { name: 'breit', width: 1440, height: 900 },
  { name: 'schmal', width: 390, height: 844 },
] as const;
/** Text stays sharp from here on; twenty pictures are then below two megabytes. */
const QUALITY = 80;

/**
 * Takes every picture of the handbook: the same office on the same day of the demo's clock, so that two runs differ only in
 * what the screens look like.
 * @param word only the screens whose name contains it
 */
export async function takePictures(word: string): Promise<void> {
  const stage = await openStage({}, startClock);
  try {
    const places = await arrangeOffice(stage.url);
    await takeAll(stage, chosen(SCREENS, word), places);
    const last = chosen(LAST_SCREENS, word);
    if (last.length > 0) await moveToLastYear(stage.url);
    await takeAll(stage, last, places);
  } finally {
    await stage.close();
  }
}

/** The demo's clock can only go forward; what it was moved by lies in the data folder. */
async function startClock(dataFolder: string): Promise<void> {
  await writeFile(join(dataFolder, 'demo-clock'), String(STARTS_AT.getTime() - Date.now()), { mode: 0o600 });
}

function chosen(screens: readonly PictureScreen[], word: string): PictureScreen[] {
  return screens.filter(({ name }) => name.includes(word));
}

async function takeAll(stage: Stage, screens: readonly PictureScreen[], places: PlacesOfOffice): Promise<void> {
  for (const { name: size, ...pixels } of SIZES) {
    const seats = new Map<string, Seat>();
    for (const { name, login, show } of screens) {
      const seat = seats.get(login) ?? (await stage.signIn(login, { size: pixels }));
      seats.set(login, seat);
      await show(seat.page, places, size);
      await take(seat.page, `${FOLDER}/${name}-${size}.webp`);
    }
    for (const seat of seats.values()) await seat.close();
  }
}

/** WebP, which Playwright itself does not write. */
async function take(page: Page, path: string): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => null)');
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  await session.detach();
  const bytes = Buffer.from(data, 'base64');
  await writeFile(path, bytes);
  process.stdout.write(`${path}: ${Math.round(bytes.length / 1_000)} kB\n`);
}
