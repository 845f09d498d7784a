/** Instances that have been started and have not ended: never more than `most`. */
export interface InFlight {
  /** Starts `count` instances and waits until all have ended. Milliseconds in all. */
  run(count: number): Promise<number>;
  /** Says that one has ended. */
  ended(): void;
}

export function keepInFlight(most: number, start: () => Promise<void>): InFlight {
  let [left, open] = [0, 0];
  let finish: () => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const fill = () => {
    while (left > 0 && open < most) {
      left -= 1;
      open += 1;
      start().catch((error: unknown) => fail(error));
    }
    if (left === 0 && open === 0) finish();
  };
  return {
    run: async (count) => {
      const began = performance.now();
      await new Promise<void>((resolve, reject) => {
        [finish, fail] = [resolve, reject];
        left = count;
        fill();
      });
      return performance.now() - began;
    },
    ended: () => {
      open -= 1;
      fill();
    },
  };
}
