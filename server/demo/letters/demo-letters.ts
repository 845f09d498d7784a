import { isRejection } from '../../contract/rejections.js';
import type { Day } from '../../contract/views.js';
import { createDemoAuthority, issuePersonKey, openSigner } from '../../signatur/soft-key.js';
import { signPdf } from '../../signatur/sign-pdf.js';
import type { Signer } from '../../signatur/ports.js';
import { composeMail } from './compose-mail.js';
import { GAERTNEREI, GEBAEUDETECHNIK, LEITWEG_KENNUNG, type InvoiceData } from './invoice-data.js';
import { dayBefore } from './letter-day.js';
import { printedInvoice } from './printed-invoice.js';
import { scannedLetter } from './scanned-letter.js';
import { ublInvoice } from './ubl-invoice.js';

export interface DemoLetter {
  readonly fileName: string;
  readonly channel: 'mail' | 'folder';
  readonly bytes: Uint8Array;
}

const POSTSTELLE = 'poststelle@musterkreis.example';
const ADDRESS = ['Landkreis Musterkreis', 'Liegenschaften', 'Kreishausplatz 1', '59990 Musterstadt'] as const;

/**
 * Writes the three letters that wait in the Posteingang of a fresh demo: a mail with an XRechnung, a mail with a signed
 * PDF invoice, a scanned letter. All names and numbers are invented.
 *
 * @param today day of receipt; every date in the letters lies a few days before it
 * @param secret 32 bytes under which the company's key lies for a moment; it is thrown away with the key
 */
export async function writeDemoLetters(today: Day, secret: Uint8Array): Promise<DemoLetter[]> {
  return [xrechnungMail(today), await signedInvoiceMail(today, secret), scan(today)];
}

function xrechnungMail(today: Day): DemoLetter {
  const issued = dayBefore(today, 3);
  const dates = { issued, delivered: dayBefore(today, 9), due: dayBefore(issued, -30) };
  const { number } = GEBAEUDETECHNIK;
  const bytes = ublInvoice(GEBAEUDETECHNIK, dates, 'Landkreis Musterkreis', LEITWEG_KENNUNG);
  const text = [
    'Sehr geehrte Damen und Herren,',
    `anbei erhalten Sie unsere Rechnung ${number} als XRechnung. Bei Zahlung innerhalb von 14 Tagen gewähren wir 2 % Skonto.`,
    closing(GEBAEUDETECHNIK),
  ];
  return mailOf(GEBAEUDETECHNIK, today, text, { name: `${number}.xml`, mime: 'application/xml', bytes });
}

async function signedInvoiceMail(today: Day, secret: Uint8Array): Promise<DemoLetter> {
  const issued = dayBefore(today, 2);
  const { number, seller } = GAERTNEREI;
  const plain = printedInvoice(GAERTNEREI, ADDRESS, issued, dayBefore(issued, -21));
  const at = new Date(`${issued}T09:20:00Z`);
  const signed = await signPdf(plain, await companySigner(today, secret), {
    name: seller.contact,
    reason: 'Rechnung',
    at,
  });
  if (isRejection(signed)) throw new Error(`the demo invoice cannot be signed: ${signed.code}`);
  const text = [
    'Guten Tag,',
    `im Anhang unsere Rechnung ${number} für die Grünpflege, elektronisch signiert.`,
    closing(GAERTNEREI),
  ];
  return mailOf(GAERTNEREI, today, text, { name: `Rechnung ${number}.pdf`, mime: 'application/pdf', bytes: signed });
}

function scan(today: Day): DemoLetter {
  const bytes = scannedLetter(dayBefore(today, 4), new Date(`${today}T06:42:00Z`), [
    'Landkreis Musterkreis',
    'Kreishausplatz 1',
    '59990 Musterstadt',
  ]);
  return { fileName: `Scan ${today} 0742.pdf`, channel: 'folder', bytes };
}

function mailOf(
  { number, seller }: InvoiceData,
  today: Day,
  paragraphs: readonly string[],
  attachment: { name: string; mime: string; bytes: Uint8Array },
): DemoLetter {
  const bytes = composeMail({
    fromName: seller.name,
    fromAddress: seller.mail,
    to: POSTSTELLE,
    subject: `Rechnung ${number}`,
    sentAt: new Date(`${today}T06:15:00Z`),
    text: paragraphs.join('\n\n'),
    attachments: [attachment],
  });
  return { fileName: `Rechnung ${number}.eml`, channel: 'mail', bytes };
}

function closing({ seller }: InvoiceData): string {
  return `Mit freundlichen Grüßen\n${seller.contact}\n${seller.name}\nTelefon ${seller.phone}`;
}

/** A key of the company under an authority of its own: nobody here trusts it, and the report says so. */
async function companySigner(today: Day, secret: Uint8Array): Promise<Signer> {
  const validity = {
    notBefore: new Date(`${dayBefore(today, 200)}T00:00:00Z`),
    notAfter: new Date(`${dayBefore(today, -500)}T00:00:00Z`),
  };
  const { seller } = GAERTNEREI;
  const authority = await createDemoAuthority(secret, {
    name: 'Musterbrück Signatur-CA',
    organisation: 'Handwerk Musterbrück',
    ...validity,
  });
  const key = await issuePersonKey(secret, authority, { name: seller.contact, organisation: seller.name, ...validity });
  const signer = isRejection(key) ? key : openSigner(secret, key);
  if (isRejection(signer)) throw new Error(`the demo company has no key: ${signer.code}`);
  return signer;
}
