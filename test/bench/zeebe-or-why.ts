/** What was measured on a real broker, or why none could be had. */
export type OnZeebe<Measured> =
  { readonly kind: 'measured'; readonly measured: Measured } | { readonly kind: 'none'; readonly why: string };

/** A benchmark without a broker is one with a gap, and the row says so. */
export async function onZeebe<Measured>(measure: () => Promise<Measured>): Promise<OnZeebe<Measured>> {
  if (!process.env['LAUFMAPPE_STACK']?.trim()) {
    return { kind: 'none', why: 'no Zeebe: LAUFMAPPE_STACK names no folder with a broker' };
  }
  try {
    return { kind: 'measured', measured: await measure() };
  } catch (error) {
    return { kind: 'none', why: `no Zeebe: ${String(error).split('\n')[0]}` };
  }
}
