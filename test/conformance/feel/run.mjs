// `npm run conformance:feel`: expressions on the embedded engine, against the values that a real Zeebe gave.
await import('../../support/typescript-loader.mjs');
const { feelConformance } = await import('./feel-conformance.ts');
process.exitCode = (await feelConformance(process.argv.slice(2))) === 0 ? 0 : 1;
