// XML 1.0, production 2 (Char): no C0 controls but tab, line feed and carriage return, no halves of surrogate pairs.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u;

/** The first character that XML 1.0 can carry in no form, not even escaped; undefined if the text is fit for XML. */
export function forbiddenInXml(text: string): string | undefined {
  return FORBIDDEN.exec(text)?.[0];
}
