import { A4, type Drawn } from '../../server/platform/pdf/drawing.js';
import { composePdf } from '../../server/platform/pdf/compose-pdf.js';

/** An invented invoice; every value that a test cares about can be set. */
export interface RechnungContent {
  readonly betragCent: number;
  readonly nummer: string;
  readonly kreditor: string;
}

const CONTENT: RechnungContent = {
  betragCent: 1_245_080,
  nummer: 'RE-2026-0815',
  kreditor: 'Nordlicht Gebäudeservice GmbH',
};
// Check digits of an account that no bank has given out (bank code 00000000).
const IBAN = 'DE50000000000123456789';

/** An invoice in the syntax UBL and the profile XRechnung 3.0, as far as the Freigabe reads it. */
export function rechnungXml(content: Partial<RechnungContent> = {}): Buffer {
  const { betragCent, nummer, kreditor } = { ...CONTENT, ...content };
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0</cbc:CustomizationID>
  <cbc:ID>${nummer}</cbc:ID>
  <cbc:IssueDate>2026-11-20</cbc:IssueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cbc:BuyerReference>99010-2031-76</cbc:BuyerReference>
  <cac:AccountingSupplierParty><cac:Party><cac:PartyLegalEntity>
    <cbc:RegistrationName>${kreditor}</cbc:RegistrationName>
  </cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
  <cac:PaymentMeans><cac:PayeeFinancialAccount><cbc:ID>${IBAN}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
  <cac:LegalMonetaryTotal>
    <cbc:PayableAmount currencyID="EUR">${(betragCent / 100).toFixed(2)}</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
</Invoice>`);
}

/** The same invoice as a printed page: words that a person can read, and no invoice data in it. */
export function rechnungPdf(content: Partial<RechnungContent> = {}): Buffer {
  const { betragCent, nummer, kreditor } = { ...CONTENT, ...content };
  const euro = (betragCent / 100).toLocaleString('de-DE', { minimumFractionDigits: 2 });
  const lines = [
    `${kreditor} · Hafenweg 4 · 24103 Kiel`,
    'Rechnung Fassadenreinigung Kreishaus',
    `Rechnungsnummer: ${nummer}`,
    'Rechnungsdatum: 20.11.2026',
    `Rechnungsbetrag: ${euro} EUR`,
    `IBAN: ${IBAN}`,
  ];
  const info = { title: lines[1] ?? '', author: kreditor, language: 'de-DE', createdAt: new Date(0) } as const;
  return Buffer.from(composePdf(info, [{ ...A4, items: lines.map(printed) }]));
}

function printed(text: string, index: number): Drawn {
  const run = { text, x: 70, baseline: 760 - 30 * index, size: 11, weight: 'Regular', colour: [0, 0, 0] } as const;
  return { kind: 'text', role: 'P', runs: [run] };
}
