/** The messages that this library knows, by number: the rest of the name of root element and file. */
export const MESSAGES = {
  '0301': 'Aktenplan.Aktenplan.0301',
  '0503': 'Aussonderung.Aussonderung.0503',
} as const;

export type MessageNumber = keyof typeof MESSAGES;

const UUID = '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}';
const WHOLE_UUID = new RegExp(`^${UUID}$`);
// Anchored, unlike the patterns of x-man: `….0503.zip.part` is no finished container.
const STEM = new RegExp(`^(${UUID})_([A-Za-z.]+\\.\\d{4})$`);
// The schema allows anything after the UUID, even `/../../x`. We allow what every file system can store.
const DATEINAME = new RegExp(`^(${UUID})(?:_[^/\\\\:*?"<>|\\p{Cc}]*[^/\\\\:*?"<>|\\p{Cc}. ]|\\.[0-9A-Za-z]+)?$`, 'u');

/** True for a UUID of hexadecimal digits in either case. The schema's own pattern also lets `|` pass; we do not. */
export function isUuid(text: string): boolean {
  return WHOLE_UUID.test(text);
}

/** Common part of the names of container and message up to 3.1.0, e.g. `<ProzessID>_Aussonderung.Aussonderung.0503`. */
export function stemOf(prozessId: string, message: MessageNumber): string {
  return `${prozessId}_${MESSAGES[message]}`;
}

/** Takes a stem apart, or answers undefined where it is none. */
export function parseStem(stem: string): { readonly prozessId: string; readonly message: string } | undefined {
  const [, prozessId, message] = STEM.exec(stem) ?? [];
  return prozessId !== undefined && message !== undefined ? { prozessId, message } : undefined;
}

/**
 * Name of a primary file inside the container: its own UUID and the extension of the original name. The original name
 * itself travels as DateinameOriginal, where no zip tool and no file system can stumble over it.
 */
export function dateinameFor(fileUuid: string, originalName: string): string {
  const [, extension] = /\.([0-9A-Za-z]{1,10})$/.exec(originalName) ?? [];
  return extension === undefined ? fileUuid : `${fileUuid}.${extension.toLowerCase()}`;
}

/** The UUID at the beginning of a well-formed name of a primary file, in lower case; undefined for any other name. */
export function uuidOfDateiname(name: string): string | undefined {
  return DATEINAME.exec(name)?.[1]?.toLowerCase();
}
