/** Hands one separator to the printer, whose dialog asks for how many. What it takes is loaded now: few print one each day. */
export async function printSeparator(): Promise<void> {
  const [{ printAlone }, { drawSeparator }] = await Promise.all([
    import('../../document/print-pages.js'),
    import('./separator-drawing.js'),
  ]);
  await printAlone([await drawSeparator()]);
}
