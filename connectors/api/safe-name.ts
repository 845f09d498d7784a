/** Longest file name that is stored or offered for download; ext4 and NTFS end at 255, ZIP tools earlier. */
const LONGEST_NAME = 120;

const RESERVED_BY_WINDOWS = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/**
 * A file name that can be shown and saved anywhere: no path, no control or direction characters, never empty.
 *
 * @param wish the name as the sender wrote it
 * @param fallback taken where nothing usable is left, e.g. „Anlage.pdf“
 */
export function safeName(wish: string, fallback: string): string {
  const lastSegment = wish.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = lastSegment
    .replace(INVISIBLE, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (clean === '') return fallback;
  return shorten(RESERVED_BY_WINDOWS.test(clean) ? `_${clean}` : clean);
}

/** Makes a name different from all `taken` ones, also on file systems that ignore case: „Rechnung (2).pdf“. */
export function distinctName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  const { stem, ending } = splitName(name);
  for (let count = 2; ; count += 1) {
    const candidate = `${stem} (${count})${ending}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** Text from outside in one line: line breaks in a subject have been used to smuggle further headers. */
export function singleLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(INVISIBLE, '').trim();
}

// C0 and C1 controls, zero-width characters, direction marks, embeddings and isolates, byte order mark. ZWJ and ZWNJ
// stay out of names too: two names that look the same must be the same.
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

function shorten(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const { stem, ending } = splitName(name);
  // Never cut a surrogate pair in the middle.
  return stem.slice(0, LONGEST_NAME - ending.length).replace(/[\ud800-\udbff]$/, '') + ending;
}

function splitName(name: string): { stem: string; ending: string } {
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - ending.length), ending };
}
