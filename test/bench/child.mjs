// A measurement in a process of its own: `child.mjs <module of this folder> <options as JSON>`, forked by in-child.ts.
import '../support/typescript-loader.mjs';

const [module, options] = process.argv.slice(2);
const { measure } = await import(new URL(module, import.meta.url).href);
const measured = await measure(JSON.parse(options));
if (process.send) process.send(measured, () => process.exit(0));
else console.log(measured);
