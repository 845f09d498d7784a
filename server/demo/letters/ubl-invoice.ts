import type { Day } from '../../contract/views.js';
import type { InvoiceData, InvoiceLine } from './invoice-data.js';

export interface UblDates {
  readonly issued: Day;
  readonly delivered: Day;
  readonly due: Day;
}

/** Writes an invoice as XRechnung 3.0 (UBL 2.1): every element in the order that the schema demands. */
export function ublInvoice(invoice: InvoiceData, dates: UblDates, buyer: string, leitwegKennung: string): Uint8Array {
  const { seller } = invoice;
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<ubl:Invoice xmlns:ubl="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
  <cbc:ID>${text(invoice.number)}</cbc:ID>
  <cbc:IssueDate>${dates.issued}</cbc:IssueDate>
  <cbc:DueDate>${dates.due}</cbc:DueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:Note>${text(invoice.note)}</cbc:Note>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cbc:BuyerReference>${text(leitwegKennung)}</cbc:BuyerReference>
  <cac:AccountingSupplierParty>
    <cac:Party>
      <cbc:EndpointID schemeID="EM">${text(seller.mail)}</cbc:EndpointID>
      <cac:PartyName><cbc:Name>${text(seller.name)}</cbc:Name></cac:PartyName>
      ${address(seller.street, seller.city, seller.postcode)}
      <cac:PartyTaxScheme>
        <cbc:CompanyID>${text(seller.vatId)}</cbc:CompanyID>
        <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
      </cac:PartyTaxScheme>
      <cac:PartyLegalEntity>
        <cbc:RegistrationName>${text(seller.name)}</cbc:RegistrationName>
        <cbc:CompanyLegalForm>${text(seller.register)}</cbc:CompanyLegalForm>
      </cac:PartyLegalEntity>
      <cac:Contact>
        <cbc:Name>${text(seller.contact)}</cbc:Name>
        <cbc:Telephone>${text(seller.phone)}</cbc:Telephone>
        <cbc:ElectronicMail>${text(seller.mail)}</cbc:ElectronicMail>
      </cac:Contact>
    </cac:Party>
  </cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>
    <cac:Party>
      <cbc:EndpointID schemeID="EM">poststelle@musterkreis.example</cbc:EndpointID>
      ${address('Kreishausplatz 1', 'Musterstadt', '59990')}
      <cac:PartyLegalEntity><cbc:RegistrationName>${text(buyer)}</cbc:RegistrationName></cac:PartyLegalEntity>
    </cac:Party>
  </cac:AccountingCustomerParty>
  <cac:Delivery><cbc:ActualDeliveryDate>${dates.delivered}</cbc:ActualDeliveryDate></cac:Delivery>
  <cac:PaymentMeans>
    <cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>
    <cac:PayeeFinancialAccount>
      <cbc:ID>${text(seller.iban)}</cbc:ID>
      <cbc:Name>${text(seller.name)}</cbc:Name>
    </cac:PayeeFinancialAccount>
  </cac:PaymentMeans>
  <cac:PaymentTerms><cbc:Note>#SKONTO#TAGE=14#PROZENT=2.00#
</cbc:Note></cac:PaymentTerms>
  <cac:TaxTotal>
    ${amount('TaxAmount', invoice.vatCent)}
    <cac:TaxSubtotal>
      ${amount('TaxableAmount', invoice.netCent)}
      ${amount('TaxAmount', invoice.vatCent)}
      ${taxCategory('TaxCategory')}
    </cac:TaxSubtotal>
  </cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    ${amount('LineExtensionAmount', invoice.netCent)}
    ${amount('TaxExclusiveAmount', invoice.netCent)}
    ${amount('TaxInclusiveAmount', invoice.grossCent)}
    ${amount('PayableAmount', invoice.grossCent)}
  </cac:LegalMonetaryTotal>
${invoice.lines.map(line).join('\n')}
</ubl:Invoice>
`);
}

function line(item: InvoiceLine, index: number): string {
  return `  <cac:InvoiceLine>
    <cbc:ID>${index + 1}</cbc:ID>
    <cbc:InvoicedQuantity unitCode="${item.unit}">${item.quantity}</cbc:InvoicedQuantity>
    ${amount('LineExtensionAmount', item.netCent)}
    <cac:Item>
      <cbc:Name>${text(item.text)}</cbc:Name>
      ${taxCategory('ClassifiedTaxCategory')}
    </cac:Item>
    <cac:Price>${amount('PriceAmount', item.priceCent)}</cac:Price>
  </cac:InvoiceLine>`;
}

function address(street: string, city: string, postcode: string): string {
  return `<cac:PostalAddress>
        <cbc:StreetName>${text(street)}</cbc:StreetName>
        <cbc:CityName>${text(city)}</cbc:CityName>
        <cbc:PostalZone>${text(postcode)}</cbc:PostalZone>
        <cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country>
      </cac:PostalAddress>`;
}

function taxCategory(name: 'TaxCategory' | 'ClassifiedTaxCategory'): string {
  return `<cac:${name}><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:${name}>`;
}

function amount(name: string, cent: number): string {
  const digits = String(cent).padStart(3, '0');
  return `<cbc:${name} currencyID="EUR">${digits.slice(0, -2)}.${digits.slice(-2)}</cbc:${name}>`;
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
