/**
 * Text from outside for people's eyes: direction marks and control characters become visible, because they can make
 * „Rechnung 100“ read as another number. Line ends and tabs stay.
 */
export function visibleText(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
    (sign) => {
      return `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
    },
  );
}
