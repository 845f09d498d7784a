/** Cents as a German amount: 1245080 is „12.450,80 €“. Integers only: a float never touches money. */
export function germanAmount(cent: number, currency = 'EUR'): string {
  const digits = String(Math.abs(cent)).padStart(3, '0');
  const euros = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${cent < 0 ? '−' : ''}${euros},${digits.slice(-2)}\u00a0${currency === 'EUR' ? '€' : currency}`;
}

/** A calendar day as „3. November 2026“; anything else stays as it is. */
export function longGermanDay(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const month = MONTHS[Number(match?.[2]) - 1];
  return match && month ? `${Number(match[3])}. ${month} ${match[1]}` : day;
}

/** An instant as „03.11.2026, 14:05 Uhr“ in Berlin. */
export function germanInstant(instant: Date): string {
  return `${instants.format(instant)} Uhr`;
}

/** An IBAN in groups of four, as DIN 5008 writes it. */
export function groupedIban(iban: string): string {
  return iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1\u00a0');
}

const MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
const instants = new Intl.DateTimeFormat('de-DE', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/Berlin',
});
