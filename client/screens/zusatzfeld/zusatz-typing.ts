import type { ZusatzItem, ZusatzValue } from '../../../server/contract/zusatzfeld-views.js';
import { readAmount, writeAmount } from './zusatz-words.js';

/** A value as it stands in its field. */
export function typedText({ rule, value }: ZusatzItem): string {
  if (value === null) return '';
  if (rule.art === 'yesNo') return value === true ? 'yes' : 'no';
  return rule.art === 'amount' ? writeAmount(String(value)) : String(value);
}

/** What was typed as a value; what is none goes as it is, and the server names the fault. */
export function valueOf({ rule }: ZusatzItem, typed: string): ZusatzValue | null {
  const text = typed.trim();
  if (text === '') return null;
  if (rule.art === 'yesNo') return text === 'yes';
  if (rule.art === 'wholeNumber') return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  if (rule.art === 'amount') return canonical(readAmount(text));
  return text.normalize('NFC');
}

/** So that `12,5` is no change of `12,50`. */
function canonical(amount: string): string {
  const [, whole, cents = ''] = /^(-?\d+)(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
  return whole === undefined ? amount : `${whole}.${cents.padEnd(2, '0')}`;
}
