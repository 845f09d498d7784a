/** The terms of EN 16931 that the Freigabe needs, each as a path from the root element. */
export interface SyntaxPaths {
  readonly nummer: string;
  readonly datum: string;
  readonly typeCode: string;
  readonly waehrung: string;
  readonly kreditor: readonly string[];
  readonly umsatzsteuerKennung: string;
  readonly leitwegKennung: string;
  readonly bestellnummer: string;
  readonly iban: string;
  readonly faelligAm: string;
  readonly zahlungsbedingungen: string;
  readonly zahlbetrag: string;
  readonly profile: string;
  /** Every element whose content must be a decimal. */
  readonly amounts: string;
  readonly attachments: string;
  readonly externalUrls: string;
}

export const NAMESPACES = {
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
  rsm: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  udt: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
} as const;

export type SyntaxKind = 'ubl' | 'cii' | 'zugferd1' | 'orderx' | 'otherUbl' | 'noInvoice';

/** Recognises a document by name and namespace of its root element, after real parsing: comments may come first. */
export function syntaxOf(rootName: string, namespace: string): SyntaxKind {
  if (namespace === `${UBL}Invoice-2` && rootName === 'Invoice') return 'ubl';
  if (namespace === `${UBL}CreditNote-2` && rootName === 'CreditNote') return 'ubl';
  if (namespace === NAMESPACES.rsm && rootName === 'CrossIndustryInvoice') return 'cii';
  if (namespace === 'urn:ferd:CrossIndustryDocument:invoice:1p0') return 'zugferd1';
  if (namespace === 'urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100') return 'orderx';
  return namespace.startsWith(UBL) ? 'otherUbl' : 'noInvoice';
}

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:';
const SELLER = 'cac:AccountingSupplierParty/cac:Party';

export const UBL_PATHS: SyntaxPaths = {
  nummer: 'cbc:ID',
  datum: 'cbc:IssueDate',
  typeCode: 'cbc:InvoiceTypeCode | cbc:CreditNoteTypeCode',
  waehrung: 'cbc:DocumentCurrencyCode',
  kreditor: [`${SELLER}/cac:PartyLegalEntity/cbc:RegistrationName`, `${SELLER}/cac:PartyName/cbc:Name`],
  umsatzsteuerKennung: `${SELLER}/cac:PartyTaxScheme[normalize-space(cac:TaxScheme/cbc:ID)='VAT']/cbc:CompanyID`,
  leitwegKennung: 'cbc:BuyerReference',
  bestellnummer: 'cac:OrderReference/cbc:ID',
  iban: 'cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID',
  faelligAm: 'cbc:DueDate | cac:PaymentMeans/cbc:PaymentDueDate',
  zahlungsbedingungen: 'cac:PaymentTerms/cbc:Note',
  zahlbetrag: 'cac:LegalMonetaryTotal/cbc:PayableAmount',
  profile: 'cbc:CustomizationID',
  amounts: amountsOf('cbc'),
  attachments: 'cac:AdditionalDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject',
  externalUrls: 'cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference/cbc:URI',
};

const TRADE = 'rsm:SupplyChainTradeTransaction';
const AGREEMENT = `${TRADE}/ram:ApplicableHeaderTradeAgreement`;
const SETTLEMENT = `${TRADE}/ram:ApplicableHeaderTradeSettlement`;

export const CII_PATHS: SyntaxPaths = {
  nummer: 'rsm:ExchangedDocument/ram:ID',
  datum: 'rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString',
  typeCode: 'rsm:ExchangedDocument/ram:TypeCode',
  waehrung: `${SETTLEMENT}/ram:InvoiceCurrencyCode`,
  kreditor: [
    `${AGREEMENT}/ram:SellerTradeParty/ram:Name`,
    `${AGREEMENT}/ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:TradingBusinessName`,
  ],
  umsatzsteuerKennung: `${AGREEMENT}/ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:ID[@schemeID='VA']`,
  leitwegKennung: `${AGREEMENT}/ram:BuyerReference`,
  bestellnummer: `${AGREEMENT}/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID`,
  iban: `${SETTLEMENT}/ram:SpecifiedTradeSettlementPaymentMeans/ram:PayeePartyCreditorFinancialAccount/ram:IBANID`,
  faelligAm: `${SETTLEMENT}/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString`,
  zahlungsbedingungen: `${SETTLEMENT}/ram:SpecifiedTradePaymentTerms/ram:Description`,
  zahlbetrag: `${SETTLEMENT}/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:DuePayableAmount`,
  profile: 'rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID',
  amounts: amountsOf('ram'),
  attachments: `${AGREEMENT}/ram:AdditionalReferencedDocument/ram:AttachmentBinaryObject`,
  externalUrls: `${AGREEMENT}/ram:AdditionalReferencedDocument/ram:URIID`,
};

/** All elements whose name ends in "Amount": XPath 1.0 has no ends-with. */
function amountsOf(prefix: string): string {
  return `.//${prefix}:*[substring(local-name(), string-length(local-name()) - 5) = 'Amount']`;
}
