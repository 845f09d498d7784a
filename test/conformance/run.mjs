// `npm run conformance`: the cases of test/conformance on the embedded engine, against the recordings of a real Zeebe.
await import('../support/typescript-loader.mjs');
const { conformance } = await import('./conformance.ts');
process.exitCode = (await conformance(process.argv.slice(2))) === 0 ? 0 : 1;
