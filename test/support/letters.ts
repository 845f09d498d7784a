import { GEBAEUDETECHNIK, LEITWEG_KENNUNG, type InvoiceData } from '../../server/demo/letters/invoice-data.js';
import { printedInvoice } from '../../server/demo/letters/printed-invoice.js';
import { ublInvoice } from '../../server/demo/letters/ubl-invoice.js';

/** What a test may want to be different from the invoice of the demo over 12.450,80 €. */
export interface RechnungContent {
  readonly betragCent?: number;
  readonly nummer?: string;
}

const DATES = { issued: '2026-11-20', delivered: '2026-11-12', due: '2026-12-20' } as const;

export const KREDITOR = GEBAEUDETECHNIK.seller;

/** An invoice as XRechnung. */
export function rechnungXml(content: RechnungContent = {}): Uint8Array {
  return ublInvoice(invoice(content), DATES, 'Landkreis Musterkreis', LEITWEG_KENNUNG);
}

/** The same invoice as a printed page: words that a person can read, and no invoice data in it. */
export function rechnungPdf(content: RechnungContent = {}): Uint8Array {
  return printedInvoice(invoice(content), ['Landkreis Musterkreis', 'Liegenschaften'], DATES.issued, DATES.due);
}

function invoice({ betragCent, nummer }: RechnungContent): InvoiceData {
  return {
    ...GEBAEUDETECHNIK,
    number: nummer ?? GEBAEUDETECHNIK.number,
    grossCent: betragCent ?? GEBAEUDETECHNIK.grossCent,
  };
}
