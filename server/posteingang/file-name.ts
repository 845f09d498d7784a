// Controls, and the direction characters that make `fdp.exe` look like `exe.pdf` (Unicode TR 36).
const UNSAFE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const LONGEST_NAME = 200;

/** A name that may be shown and saved: no path, no control or direction characters, at most 200 characters, NFC. */
export function safeFileName(name: string): string | null {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last.normalize('NFC').replace(UNSAFE, '').trim();
  if (clean === '' || clean === '.' || clean === '..') return null;
  const characters = [...clean];
  if (characters.length <= LONGEST_NAME) return clean;
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(clean)?.[0] ?? '';
  return characters.slice(0, LONGEST_NAME - ending.length).join('') + ending;
}
