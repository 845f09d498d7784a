import { open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
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
const CHUNK = 4_000_000;
const QUIET_MILLISECONDS = 800;
const ASK_AGAIN_MILLISECONDS = 100;
/** It talks for some seconds about a page that it has just met, and two cores are also the server and the browser. */
const PATIENCE_MILLISECONDS = 30_000;

/** @param file the reader's own log, which it writes line by line, megabytes of it */
export function speechOf(file: string): Speech {
  let said = '';
  let heard = 0;
  let [offset, rest] = [0, ''];
  const decoder = new StringDecoder();
  /** Reads only what is new: whoever reads all of it twenty times a second leaves the reader no time to speak. */
  const spoken = async () => {
    const handle = await open(file);
    const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(CHUNK), position: offset });
    await handle.close();
    offset += bytesRead;
    const lines = `${rest}${decoder.write(buffer.subarray(0, bytesRead))}`.split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const words = LINE.exec(line)?.[1]?.trim();
      if (words !== undefined) said += `${words}\n`;
    }
    return said;
  };
  /** As a person listens to the end before the next key: each key interrupts the reader. */
  const untilQuiet = async () => {
    let [length, since] = [-1, performance.now()];
    while (performance.now() - since < QUIET_MILLISECONDS) {
      const now = (await spoken()).length;
      if (now !== length) [length, since] = [now, performance.now()];
      await pause(ASK_AGAIN_MILLISECONDS);
    }
    return length;
  };
  return {
    hears: async (pattern) => {
      const deadline = performance.now() + PATIENCE_MILLISECONDS;
      for (;;) {
        const text = (await spoken()).slice(heard);
        const found = pattern.exec(text);
        if (found) {
          heard += found.index + found[0].length;
          await untilQuiet();
          return;
        }
        if (performance.now() > deadline) throw new Error(`Never heard ${String(pattern)}; what was said:\n${text}`);
        await pause(ASK_AGAIN_MILLISECONDS);
      }
    },
    forget: async () => {
      heard = await untilQuiet();
    },
  };
}
