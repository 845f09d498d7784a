// 13 digits before the comma: the budget of a state, and still exact in every system that may read it.
const AMOUNT = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/;

/** An amount in its only form, `12450.80`; null for what is none. */
export function canonicalAmount(text: string): string | null {
  const [, sign = '', whole, cents = ''] = AMOUNT.exec(text) ?? [];
  if (whole === undefined) return null;
  const digits = `${BigInt(whole)}.${cents.padEnd(2, '0')}`;
  return digits === '0.00' ? digits : `${sign}${digits}`;
}

/** Below zero: the first is smaller. Both must be canonical. */
export function compareAmounts(first: string, second: string): number {
  const difference = centsOf(first) - centsOf(second);
  return difference < 0n ? -1 : Number(difference > 0n);
}

/** „12.450,80“. */
export function germanAmount(amount: string): string {
  const [whole = '', cents = ''] = amount.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${cents}`;
}

function centsOf(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}
