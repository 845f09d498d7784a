import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Folder with the real data that tests read and the repository never contains. It lies beside the checkout. */
const root = resolve(process.cwd(), '..', 'shared');

/** Absolute path of a part of the shared test data, e.g. `sharedPath('corpora/xdomea')`. */
export function sharedPath(relative: string): string {
  return join(root, relative);
}

/**
 * A describe block over shared test data. Without the data the block is reported as skipped, by name; in CI a missing
 * folder is a failure, because a skip there would hide that nothing was tested.
 */
export function describeWithShared(name: string, relative: string, tests: (path: string) => void): void {
  const path = sharedPath(relative);
  if (existsSync(path)) {
    describe(name, () => tests(path));
  } else if (process.env['CI'] === 'true') {
    describe(name, () => {
      it(`finds the shared test data ${relative}`, () => {
        throw new Error(`${relative} is missing beside the checkout; in CI these tests may not be skipped`);
      });
    });
  } else {
    describe.skip(`${name} (shared/${relative} is not there)`, () => tests(path));
  }
}
