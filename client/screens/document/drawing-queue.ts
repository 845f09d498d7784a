/** What waits for its turn, or has been given up. */
interface Waiting {
  readonly abort: AbortSignal;
  readonly begin: () => void;
}

/**
 * Lets a few drawings run at a time, the newest wish first: whoever scrolls through a thousand pages wants to see where they have
 * stopped, not what they have passed. What was aborted while it waited is never begun.
 */
export class DrawingQueue {
  private running = 0;
  private readonly waiting: Waiting[] = [];
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** @returns what the drawing returns; null where it was aborted before it began */
  async run<Made>(draw: () => Promise<Made | null>, abort: AbortSignal): Promise<Made | null> {
    if (this.running >= this.most) {
      await new Promise<void>((begin) => this.waiting.push({ abort, begin }));
    } else this.running += 1;
    try {
      return abort.aborted ? null : await draw();
    } finally {
      this.next();
    }
  }

  /** The place that has become free goes to the newest that is still wanted; the others learn that they are not. */
  private next(): void {
    const following = this.waiting.pop();
    if (following) following.begin();
    else this.running -= 1;
  }
}
