import type { Day } from '../../server/contract/views.js';
import { composeMail } from '../../server/demo/letters/compose-mail.js';
import {
  GAERTNEREI,
  GEBAEUDETECHNIK,
  LEITWEG_KENNUNG,
  type InvoiceData,
} from '../../server/demo/letters/invoice-data.js';
import { dayBefore } from '../../server/demo/letters/letter-day.js';
import { printedInvoice } from '../../server/demo/letters/printed-invoice.js';
import { ublInvoice } from '../../server/demo/letters/ubl-invoice.js';

/** An invoice of an invented company. */
export interface Invoice {
  readonly company: string;
  readonly number: string;
  readonly subject: string;
  readonly netCent: number;
}

export interface Post {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const ADDRESS = ['Landkreis Musterkreis', 'Liegenschaften', 'Kreishausplatz 1', '59990 Musterstadt'];

/** A mail with the invoice as XRechnung, written a few days before. */
export function mailedInvoice(invoice: Invoice, today: Day): Post {
  const data = dataOf(invoice, GEBAEUDETECHNIK);
  const issued = dayBefore(today, 2);
  const dates = { issued, delivered: dayBefore(today, 8), due: dayBefore(issued, -30) };
  const bytes = composeMail({
    fromName: invoice.company,
    fromAddress: data.seller.mail,
    to: 'poststelle@musterkreis.example',
    subject: `Rechnung ${invoice.number}: ${invoice.subject}`,
    sentAt: new Date(`${today}T06:15:00Z`),
    text: `Guten Tag,\n\nanbei unsere Rechnung ${invoice.number}.\n\n${invoice.company}`,
    attachments: [
      {
        name: `${invoice.number}.xml`,
        mime: 'application/xml',
        bytes: ublInvoice(data, dates, 'Landkreis Musterkreis', LEITWEG_KENNUNG),
      },
    ],
  });
  return { name: `Rechnung ${invoice.number}.eml`, bytes };
}

/** The invoice on paper, as the scanner reads it. */
export function printedOnPaper(invoice: Invoice, today: Day): Post {
  const issued = dayBefore(today, 3);
  const bytes = printedInvoice(dataOf(invoice, GAERTNEREI), ADDRESS, issued, dayBefore(issued, -21));
  return { name: `Rechnung ${invoice.number}.pdf`, bytes };
}

function dataOf({ company, number, subject, netCent }: Invoice, like: InvoiceData): InvoiceData {
  const vatCent = Math.round(netCent * 0.19);
  const mail = `buero@${company
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '')}.example`;
  return {
    ...like,
    ...{ number, subject, note: `Für ${subject} berechnen wir Ihnen wie vereinbart:` },
    seller: { ...like.seller, name: company, mail },
    lines: [{ text: subject, quantity: '1', unit: 'C62', priceCent: netCent, netCent }],
    ...{ netCent, vatCent, grossCent: netCent + vatCent },
  };
}
