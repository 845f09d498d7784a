/**
 * A path of our own page out of an address, `/` for everything else: after the sign-in nobody is led to a foreign page. A
 * backslash counts as a slash in browsers, and they drop tabs and line breaks.
 */
export function ownPath(wanted: string | null): string {
  if (wanted === null || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return '/';
  return /^\/(api|anmelden)(\/|\?|$)/.test(wanted) ? '/' : wanted;
}
