import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithShared } from '../../test/support/shared.js';
import { readRechnung, type ReadRechnung } from './read-rechnung.js';

function ubl(
  change: { amount?: string; iban?: string; terms?: string; date?: string; currency?: string } = {},
): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0</cbc:CustomizationID>
<cbc:ID> R-1 </cbc:ID><cbc:IssueDate>${change.date ?? '2026-11-03'}</cbc:IssueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
<cbc:DocumentCurrencyCode>${change.currency ?? 'EUR'}</cbc:DocumentCurrencyCode><cbc:BuyerReference>04011000-12345-03</cbc:BuyerReference>
<cac:AccountingSupplierParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>Bau GmbH &amp; Co. KG</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
<cac:PaymentMeans><cac:PayeeFinancialAccount><cbc:ID>${change.iban ?? 'DE02 1203 0000 0000 2020 51'}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
<cac:PaymentTerms><cbc:Note>${change.terms ?? ''}</cbc:Note></cac:PaymentTerms>
<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">${change.amount ?? '12450.80'}</cbc:PayableAmount></cac:LegalMonetaryTotal>
</Invoice>`);
}

function rechnungOf(bytes: Uint8Array): ReadRechnung {
  const reading = readRechnung(bytes);
  if (reading.kind !== 'rechnung') throw new Error(JSON.stringify(reading));
  return reading;
}

describe('readRechnung', () => {
  it.each(['336,90', '3.14E2', 'NaN', '', '1 000.00', '12450.805', '0x10'])('refuses the amount %j', (amount) => {
    expect(readRechnung(ubl({ amount }))).toEqual({ kind: 'refused', code: 'rechnung.amount' });
  });

  it.each([
    ['nothing', 'xml.empty', ''],
    ['an entity', 'xml.doctype', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['a late DOCTYPE', 'xml.doctype', '<a><!DOCTYPE b></a>'],
    ['UTF-7', 'xml.encoding', '<?xml version="1.0" encoding="UTF-7"?><a/>'],
    ['300 levels', 'xml.tooDeep', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`],
    [
      '1,100 attributes',
      'xml.tooManyAttributes',
      `<a ${Array.from({ length: 1_100 }, (_, index) => `b${index}="c"`).join(' ')}/>`,
    ],
    ['crossed tags', 'xml.notWellFormed', '<a><b></a>'],
    ['an open comment', 'xml.notWellFormed', '<!-- never closed'],
    ['an open attribute', 'xml.notWellFormed', '<a b="never closed>'],
    ['prose', 'xml.notWellFormed', 'no markup'],
  ])('refuses %s with %s', (_case, code, text) => {
    expect(readRechnung(Buffer.from(text))).toEqual({ kind: 'refused', code });
  });

  it('refuses an amount of 400 digits', () => {
    expect(readRechnung(ubl({ amount: '9'.repeat(400) }))).toEqual({ kind: 'refused', code: 'rechnung.amount' });
  });

  it('refuses a DOCTYPE that is hidden in UTF-16', () => {
    const hidden = Buffer.from('\ufeff<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'utf16le');
    expect(readRechnung(hidden)).toEqual({ kind: 'refused', code: 'xml.doctype' });
  });

  it('accepts the word DOCTYPE inside comments and CDATA', () => {
    const text = ubl({ terms: '<![CDATA[<!DOCTYPE x>]]>' })
      .toString()
      .replace('<cbc:ID>', '<!-- <!DOCTYPE y> --><cbc:ID>');
    expect(rechnungOf(Buffer.from(text)).facts.nummer).toBe('R-1');
  });

  it('raises a concern about an IBAN with wrong check digits', () => {
    expect(rechnungOf(ubl({ iban: 'DE03120300000000202051' })).concerns).toContain('rechnung.ibanInvalid');
  });

  it('raises a concern about a day that does not exist', () => {
    const rechnung = rechnungOf(ubl({ date: '2026-02-30' }));
    expect(rechnung.facts.datum).toBeNull();
    expect(rechnung.concerns).toContain('rechnung.dateUnreadable');
  });

  it('calls a document that is no invoice so', () => {
    expect(readRechnung(Buffer.from('<html/>'))).toEqual({ kind: 'noInvoice', rootName: 'html' });
  });

  it('reads amounts exactly, whatever their number of decimals', () => {
    const cent = (amount: string, currency?: string) =>
      rechnungOf(ubl(currency ? { amount, currency } : { amount })).facts.betragCent;
    expect(cent('12450.80')).toBe(1_245_080);
    expect(cent('12450.8')).toBe(1_245_080);
    expect(cent('12450.8000')).toBe(1_245_080);
    expect(cent('-0.07')).toBe(-7);
    expect(cent('1.005', 'KWD')).toBe(1_005);
    expect(cent('500', 'JPY')).toBe(500);
    expect(cent('90071992547409.91')).toBe(9_007_199_254_740_991);
  });

  it('reads the facts that the Freigabe needs', () => {
    const terms = '#SKONTO#TAGE=14#PROZENT=2.00#\n#SKONTO#TAGE=7#PROZENT=3.25#BASISBETRAG=100.00#\nbitte zahlen';
    const { facts, concerns } = rechnungOf(ubl({ terms }));
    expect(concerns).toEqual([]);
    expect(facts).toMatchObject({
      source: 'ubl',
      art: 'rechnung',
      kreditor: 'Bau GmbH & Co. KG',
      nummer: 'R-1',
      datum: '2026-11-03',
      waehrung: 'EUR',
      iban: 'DE02120300000000202051',
      ibanValid: true,
      leitwegKennung: '04011000-12345-03',
      skonto: [
        { tage: 7, prozentHundertstel: 325, basisbetragCent: 10_000 },
        { tage: 14, prozentHundertstel: 200, basisbetragCent: null },
      ],
    });
  });
});

function xmlFilesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return xmlFilesBelow(path);
    return /\.xml$/i.test(name) ? [path] : [];
  });
}

describeWithShared('readRechnung with the XRechnung test suite', 'corpora/invoices/xrechnung-testsuite', (folder) => {
  const files = existsSync(folder) ? xmlFilesBelow(folder) : [];

  it('reads all 42 messages with number, seller and amount', () => {
    expect(files).toHaveLength(42);
    for (const file of files) {
      const { facts, concerns } = rechnungOf(readFileSync(file));
      expect({ file, ...facts }).toMatchObject({
        nummer: expect.stringMatching(/./),
        kreditor: expect.stringMatching(/./),
      });
      expect({ file, cent: facts.betragCent }).toEqual({ file, cent: expect.any(Number) });
      expect({ file, concerns: concerns.filter((concern) => concern === 'rechnung.profileUnknown') }).toEqual({
        file,
        concerns: [],
      });
    }
  });
});

describeWithShared('readRechnung with hostile invoices', 'corpora/invoices/hostile', (folder) => {
  const refused = ['reject with a named reason'];
  const manifest = existsSync(folder)
    ? (JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { file: string; expected: string }[])
    : [];
  const xml = manifest.filter(({ file }) => file.endsWith('.xml'));

  it.each(xml.filter(({ expected }) => refused.includes(expected)))('refuses $file', ({ file }) => {
    expect(readRechnung(readFileSync(join(folder, file)))).toMatchObject({ kind: 'refused' });
  });

  it.each(xml.filter(({ expected }) => expected.startsWith('accept')))('reads $file', ({ file }) => {
    const { facts } = rechnungOf(readFileSync(join(folder, file)));
    expect(facts).toMatchObject({ kreditor: '[Seller name]', betragCent: 33_690 });
  });

  it.each([
    ['attachment-forbidden-mime-svg.xml', 'rechnung.embeddedType'],
    ['external-url-javascript.xml', 'rechnung.urlScheme'],
    ['unknown-customization.xml', 'rechnung.profileUnknown'],
  ])('raises a concern about %s', (file, concern) => {
    expect(rechnungOf(readFileSync(join(folder, file))).concerns).toContain(concern);
  });

  it('shows ZUGFeRD 1.0 and orders to a person', () => {
    const kind = (file: string) => readRechnung(readFileSync(join(folder, file))).kind;
    expect(kind('zugferd1-crossindustrydocument.xml')).toBe('otherForm');
    expect(kind('wrong-root-order.xml')).toBe('otherForm');
  });
});

describeWithShared('readRechnung with the ZUGFeRD corpus', 'corpora/invoices/zugferd-corpus', (folder) => {
  it('takes every document with the root of an invoice for one, and no other', () => {
    for (const file of xmlFilesBelow(folder)) {
      const bytes = readFileSync(file);
      const isInvoice = /<(\w+:)?(CrossIndustryInvoice|Invoice|CreditNote)[\s>]/.test(bytes.toString('latin1'));
      expect({ file, isInvoice: readRechnung(bytes).kind === 'rechnung' }).toEqual({ file, isInvoice });
    }
  });
});
