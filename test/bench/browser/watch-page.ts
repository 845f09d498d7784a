import type { Page } from 'playwright-core';

/** Something on the page that a key press changes into another: by its text, or into another element. */
export interface Watched {
  readonly selector: string;
  readonly by: 'text' | 'element';
}

/**
 * Presses a key and waits until all that is watched has become another.
 * @returns milliseconds from the key press, as the page saw it, until the frame that shows each of them was painted
 */
export async function pressAndWatch(page: Page, key: string, watched: readonly Watched[]): Promise<number[]> {
  await page.evaluate(watch, watched);
  await page.keyboard.press(key);
  return page.evaluate<number[]>('globalThis.timesOfBench');
}

/** Runs in the page. It looks once in every frame, and takes the time behind the painting of that frame. */
function watch(watched: readonly Watched[]): void {
  const window = globalThis as unknown as Window;
  window.timesOfBench = new Promise((resolve) => {
    const begin = (event: { readonly timeStamp: number }): void => {
      const before = watched.map(({ selector }) => {
        const element = window.document.querySelector(selector);
        return { element, text: element?.textContent ?? null };
      });
      const times: number[] = [];
      const isAnother = ({ selector, by }: Watched, index: number): boolean => {
        const now = window.document.querySelector(selector);
        if (now === null) return false;
        return by === 'text' ? now.textContent !== before[index]?.text : now !== before[index]?.element;
      };
      const look = (): void => {
        const seen = watched.map((one, index) => times[index] === undefined && isAnother(one, index));
        const { port1, port2 } = new window.MessageChannel();
        port1.onmessage = () => {
          seen.forEach((isNew, index) => {
            if (isNew) times[index] = window.performance.now() - event.timeStamp;
          });
          if (watched.every((_, index) => times[index] !== undefined)) resolve(times);
          else window.requestAnimationFrame(look);
        };
        port2.postMessage(null);
      };
      window.requestAnimationFrame(look);
    };
    // A modifier is pressed before its key; the time counts from the key itself, which is pressed last.
    const listen = (event: { readonly key: string; readonly timeStamp: number }): void => {
      if (['Control', 'Shift', 'Alt'].includes(event.key)) return;
      window.removeEventListener('keydown', listen, true);
      begin(event);
    };
    window.addEventListener('keydown', listen, true);
  });
}

/**
 * Scrolls an element downwards at a steady speed.
 * @param speed CSS px per second
 * @returns milliseconds of each frame
 */
export async function scrollSteadily(
  page: Page,
  selector: string,
  { speed, seconds }: { readonly speed: number; readonly seconds: number },
): Promise<number[]> {
  return page.evaluate(scroll, { selector, speed, milliseconds: seconds * 1_000 });
}

/** Runs in the page. */
function scroll(by: { selector: string; speed: number; milliseconds: number }): Promise<number[]> {
  const window = globalThis as unknown as Window;
  const element = window.document.querySelector(by.selector);
  if (element === null) throw new Error(`nothing to scroll at ${by.selector}`);
  const from = element.scrollTop;
  return new Promise((resolve) => {
    const frames: number[] = [];
    let [began, last] = [Number.NaN, Number.NaN];
    const step = (now: number): void => {
      if (Number.isNaN(began)) began = now;
      else frames.push(now - last);
      last = now;
      element.scrollTop = from + ((now - began) / 1_000) * by.speed;
      if (now - began > by.milliseconds) resolve(frames);
      else window.requestAnimationFrame(step);
    };
    window.requestAnimationFrame(step);
  });
}

/** What these programs need of the browser's types; the tests are compiled without them. */
interface Window {
  timesOfBench: Promise<number[]>;
  readonly document: { querySelector(selector: string): Element | null };
  readonly performance: { now(): number };
  readonly MessageChannel: new () => {
    port1: { onmessage: (() => void) | null };
    port2: { postMessage(message: unknown): void };
  };
  requestAnimationFrame(callback: (now: number) => void): void;
  addEventListener(name: string, listener: (event: KeyEvent) => void, capture: boolean): void;
  removeEventListener(name: string, listener: (event: KeyEvent) => void, capture: boolean): void;
}

interface KeyEvent {
  readonly key: string;
  readonly timeStamp: number;
}

interface Element {
  readonly textContent: string | null;
  scrollTop: number;
}
