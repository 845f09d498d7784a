import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** What a screen reader says, from the moment that was last asked about. */
export interface Speech {
  /**
   * Waits until this was said, and forgets it and what was said before it: the next question is about what follows.
   * @throws Error with everything that was heard instead
   */
  hears(pattern: RegExp): Promise<void>;
  /** What was said up to now is not asked about any more. */
  forget(): Promise<void>;
}

/** After the words come, for some of them, properties of the voice. */
const LINE = /SPEECH OUTPUT: '(.*?)'\s*(?:\{.*|voice=.*)?$/;
const ASK_AGAIN_MILLISECONDS = 50;
/** It talks for some seconds about a page that it has just met, and two cores are also the server and the browser. */
const PATIENCE_MILLISECONDS = 30_000;

/** @param file the reader's own log, which it writes line by line */
export function speechOf(file: string): Speech {
  let heard = 0;
  const spoken = async () => {
    const lines = (await readFile(file, 'utf8')).split(/\r?\n/);
    return lines.flatMap((line) => LINE.exec(line)?.[1]?.trim() ?? []).join('\n');
  };
  return {
    hears: async (pattern) => {
      const deadline = performance.now() + PATIENCE_MILLISECONDS;
      for (;;) {
        const text = (await spoken()).slice(heard);
        const found = pattern.exec(text);
        if (found) {
          heard += found.index + found[0].length;
          return;
        }
        if (performance.now() > deadline) throw new Error(`Never heard ${String(pattern)}; what was said:\n${text}`);
        await pause(ASK_AGAIN_MILLISECONDS);
      }
    },
    forget: async () => {
      heard = (await spoken()).length;
    },
  };
}
