import { fold } from '../analysis/fold.js';

/**
 * An Aktenzeichen in the form in which it is compared: its groups of letters and digits without leading zeros, so that
 * `20.31.4-418/2026` finds `20.31.04-0418/2026`. Null for a text that has no digit or is not one sign.
 */
export function referenceKey(text: string): string | null {
  const trimmed = text.trim();
  if (!/\d/.test(trimmed) || !/^[\p{L}\d]+(?:[ ./_-]+[\p{L}\d]+)+$/u.test(trimmed)) return null;
  const groups = trimmed.split(/[ ./_-]+/).map((group) => fold(group).replace(/^0+(?=\d)/, ''));
  return groups.join('.');
}
