/** Begins a table for German spreadsheets: without it they take UTF-8 for Windows-1252. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One line of a table after RFC 4180, with semicolons as German spreadsheets expect them. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => `"${notAFormula(String(cell)).replaceAll('"', '""')}"`).join(';')}\r\n`;
}

/**
 * Spreadsheets run a text that begins like a formula, and much of what they show comes from outside: an apostrophe before it
 * makes it text again (OWASP, CSV injection).
 */
export function notAFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
