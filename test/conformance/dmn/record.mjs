// Runs the DMN TCK beside the checkout and writes failing.json and RESULTS.md anew.
await import('../../support/typescript-loader.mjs');
const { recordResults } = await import('./results.ts');
const { sharedPath } = await import('../../support/shared.ts');
await recordResults(sharedPath('corpora/dmn/tck/TestCases'));
