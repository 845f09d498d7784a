/** A line of an invoice; amounts in cents, so that nothing is ever rounded on the way. */
export interface InvoiceLine {
  readonly text: string;
  /** As written, with a decimal point: `18.5`. */
  readonly quantity: string;
  /** UN/ECE Recommendation 20. */
  readonly unit: 'HUR' | 'C62' | 'MTQ';
  readonly priceCent: number;
  readonly netCent: number;
}

export interface Company {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly phone: string;
  readonly mail: string;
  readonly contact: string;
  readonly vatId: string;
  readonly register: string;
  readonly iban: string;
  readonly bank: string;
}

export interface InvoiceData {
  readonly seller: Company;
  readonly number: string;
  readonly subject: string;
  readonly note: string;
  readonly lines: readonly InvoiceLine[];
  readonly netCent: number;
  readonly vatCent: number;
  readonly grossCent: number;
}

// All companies, people and numbers are invented. The IBANs have right check digits and the bank code of no bank.
export const GEBAEUDETECHNIK: InvoiceData = {
  seller: {
    name: 'Hellweg Gebäudetechnik GmbH',
    street: 'Am Kupferhammer 12',
    postcode: '59999',
    city: 'Musterbrück',
    phone: '+49 2999 418-0',
    mail: 'rechnung@hellweg-gebaeudetechnik.example',
    contact: 'Silke Brandhorst',
    vatId: 'DE999999991',
    register: 'Amtsgericht Musterbrück HRB 99417',
    iban: ibanOf('99900000', '0041811703'),
    bank: 'Sparkasse Musterbrück',
  },
  number: 'HG-2026-4471',
  subject: 'Heizungswartung Kreishaus und Kreisarchiv',
  note: 'Wartung und Instandsetzung der Heizungsanlagen nach Rahmenvertrag, Kreishaus und Kreisarchiv.',
  lines: [
    { text: 'Wartung Heizkessel nach Wartungsplan', quantity: '12', unit: 'C62', priceCent: 48_500, netCent: 582_000 },
    {
      text: 'Hocheffizienz-Umwälzpumpe, geliefert und eingebaut',
      quantity: '2',
      unit: 'C62',
      priceCent: 164_050,
      netCent: 328_100,
    },
    {
      text: 'Monteurstunden Instandsetzung Regelung',
      quantity: '18.5',
      unit: 'HUR',
      priceCent: 6_840,
      netCent: 126_540,
    },
    { text: 'Anfahrten und Kleinmaterial', quantity: '1', unit: 'C62', priceCent: 9_646, netCent: 9_646 },
  ],
  netCent: 1_046_286,
  vatCent: 198_794,
  grossCent: 1_245_080,
};

export const GAERTNEREI: InvoiceData = {
  seller: {
    name: 'Gärtnerei Ohlendorf KG',
    street: 'Feldmark 3',
    postcode: '59998',
    city: 'Musterhausen',
    phone: '02998 7742',
    mail: 'buero@gaertnerei-ohlendorf.example',
    contact: 'Henning Ohlendorf',
    vatId: 'DE999999983',
    register: 'Amtsgericht Musterbrück HRA 99208',
    iban: ibanOf('99900000', '0077420019'),
    bank: 'Volksbank Musterhausen',
  },
  number: '26-0389',
  subject: 'Grünpflege Außenanlagen Kreishaus',
  note: 'für die Pflege der Außenanlagen am Kreishaus berechnen wir Ihnen wie vereinbart:',
  lines: [
    { text: 'Heckenschnitt mit Abfuhr', quantity: '9', unit: 'HUR', priceCent: 5_200, netCent: 46_800 },
    { text: 'Rasenpflege, je Durchgang', quantity: '6', unit: 'C62', priceCent: 11_850, netCent: 71_100 },
    { text: 'Laub aufnehmen und entsorgen', quantity: '12', unit: 'MTQ', priceCent: 3_300, netCent: 39_600 },
  ],
  netCent: 157_500,
  vatCent: 29_925,
  grossCent: 187_425,
};

/** Leitweg-ID of the demo Mandant (BT-10): invented authority 99010, check digits by ISO 7064 modulus 97. */
export const LEITWEG_KENNUNG = leitwegOf('99010', 'LIEG01');

function ibanOf(bankCode: string, account: string): string {
  const rest = BigInt(`${bankCode}${account}131400`) % 97n;
  return `DE${String(98n - rest).padStart(2, '0')}${bankCode}${account}`;
}

function leitwegOf(coarse: string, fine: string): string {
  const digits = [...`${coarse}${fine}`].map((sign) => parseInt(sign, 36)).join('');
  return `${coarse}-${fine}-${String(98n - (BigInt(`${digits}00`) % 97n)).padStart(2, '0')}`;
}
