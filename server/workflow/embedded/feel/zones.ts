const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** Beyond it JavaScript has no dates; the rules of the zones are the same there as at the end. */
const FARTHEST = 8.64e15;

/**
 * Offset of a time zone from UTC.
 *
 * @param zone a name of the IANA list, e.g. `Europe/Berlin`
 * @param instant milliseconds since 1970 UTC
 * @returns seconds, or undefined for an unknown zone
 */
export function zoneOffset(zone: string, instant: number): number | undefined {
  const format = formatOf(zone);
  if (format === undefined) return undefined;
  const known = Math.min(Math.max(Math.floor(instant / 1000) * 1000, -FARTHEST), FARTHEST - 86_400_000);
  const parts = format.formatToParts(known);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  const era = parts.some(({ type, value }) => type === 'era' && value.startsWith('B'));
  const local = new Date(0);
  local.setUTCFullYear(era ? 1 - part('year') : part('year'), part('month') - 1, part('day'));
  local.setUTCHours(part('hour'), part('minute'), part('second'));
  return (local.getTime() - known) / 1000;
}

/**
 * What to take from the time on a clock in the zone to have the instant in UTC. In the hour that comes twice it is the first one; a time in
 * the hour that is skipped lies as much later as the clock jumps. Both as Java has it.
 *
 * @param local milliseconds since 1970-01-01 00:00 on the clock there
 * @returns seconds, or undefined for an unknown zone
 */
export function offsetOfLocal(zone: string, local: number): number | undefined {
  // No zone is more than 15 hours away, and none changes twice within two days.
  const [before, after] = [zoneOffset(zone, local - 86_400_000), zoneOffset(zone, local + 86_400_000)];
  if (before === undefined || after === undefined) return undefined;
  return [before, after].find((candidate) => zoneOffset(zone, local - candidate * 1000) === candidate) ?? before;
}

/** The offset of the zone without summer time: for a time of day, which has no date. */
export function standardOffset(zone: string): number | undefined {
  const [winter, summer] = [zoneOffset(zone, Date.UTC(2026, 0, 15)), zoneOffset(zone, Date.UTC(2026, 6, 15))];
  return winter === undefined || summer === undefined ? undefined : Math.min(winter, summer);
}

// Building a formatter costs about 50 µs and an unknown zone throws: both are remembered.
function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) {
    let format: Intl.DateTimeFormat | undefined;
    try {
      format = new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      format = undefined;
    }
    // The text comes from data, so the memory must not grow with it: there are about 600 zone names.
    if (formats.size > 1000) formats.clear();
    formats.set(zone, format);
  }
  return formats.get(zone);
}
