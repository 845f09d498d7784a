/**
 * Exact smallest units of an amount as EN 16931 writes it: sign, digits, point, digits. Refuses everything else („1e3“,
 * „336,90“, NaN) and every amount that would be rounded: money is never guessed.
 *
 * @param text as in the document
 * @param currency ISO 4217 code; decides how many decimals the smallest unit has
 * @returns whole units (cents for EUR), or null
 */
export function smallestUnits(text: string, currency: string): number | null {
  const match = DECIMAL.exec(text.trim());
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = decimalsOf(currency);
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  if (/[1-9]/.test(fraction.slice(digits))) return null;
  const units = Number(`${whole}${kept}`);
  // 90 trillion euro: beyond that a number is no longer exact, and no invoice.
  if (!Number.isSafeInteger(units)) return null;
  return sign === '-' && units !== 0 ? -units : units;
}

/** Whether a text is an amount in the sense of EN 16931 at all. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text.trim());
}

// 30 digits: longer ones are attacks on the reader, not sums.
const DECIMAL = /^([+-]?)(\d{1,30})(?:\.(\d{1,30}))?$/;

/** Decimals of a currency's smallest unit (ISO 4217); two unless listed. */
export function decimalsOf(currency: string): number {
  if (WITHOUT_DECIMALS.has(currency)) return 0;
  return WITH_THREE_DECIMALS.has(currency) ? 3 : 2;
}

const WITHOUT_DECIMALS = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
const WITH_THREE_DECIMALS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));
