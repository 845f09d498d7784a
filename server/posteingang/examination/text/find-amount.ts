import { smallestUnits } from '../../../rechnung/decimal.js';

export interface FoundAmount {
  readonly cent: number;
  readonly start: number;
  readonly end: number;
}

const AMOUNT = /(?<![\d.,])(\d{1,3}(?:[.\u00a0 ]\d{3})+|\d+),(\d{2})(?!\d)/g;

/** All euro amounts in a text as German letters write them: 12.450,80 – exactly, in cents. */
export function findAmounts(text: string): FoundAmount[] {
  return [...text.matchAll(AMOUNT)].flatMap((match) => {
    const [whole, euros = '', cents = ''] = match;
    const cent = smallestUnits(`${euros.replace(/[^\d]/g, '')}.${cents}`, 'EUR');
    return cent === null ? [] : [{ cent, start: match.index, end: match.index + whole.length }];
  });
}
