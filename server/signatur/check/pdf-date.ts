/** A date of ISO 32000-2, 7.9.4: `D:YYYYMMDDHHmmSS` with Z or an offset; later parts may be missing. Null for others. */
export function readPdfDate(bytes: Uint8Array): Date | null {
  const text = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  const match =
    /^D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z(?:00'?00'?)?|([+-])(\d{2})'?(?:(\d{2})'?)?)?$/.exec(text);
  if (match === null) return null;
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', sign] = match;
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  // JavaScript would roll 31 February over into March.
  if (Number.isNaN(instant.getTime()) || instant.getUTCDate() !== Number(day)) return null;
  const offset = (Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0)) * 60_000;
  const shifted = new Date(instant.getTime() - (sign === '-' ? -offset : offset));
  return shifted.getUTCFullYear() > 9999 ? null : shifted;
}
