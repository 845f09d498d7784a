import type { Day } from '../../contract/views.js';
import { composePdf } from '../../platform/pdf/compose-pdf.js';
import { A4, type Colour, type Drawn } from '../../platform/pdf/drawing.js';
import { germanAmount, groupedIban } from '../../rechnung/format-german.js';
import {
  foldMarks,
  fromTop,
  INK,
  LEFT,
  letterHead,
  line,
  mm,
  QUIET,
  RIGHT,
  rightAligned,
  runningText,
} from './din-5008.js';
import type { InvoiceData, InvoiceLine } from './invoice-data.js';
import { germanDay } from '../../contract/german-day.js';

const GREEN: Colour = [0.13, 0.38, 0.25];
const RULE: Colour = [0.78, 0.81, 0.79];

/** Draws an invoice as a small company sends it: its data stand on the page only. */
export function printedInvoice(invoice: InvoiceData, address: readonly string[], issued: Day, due: Day): Uint8Array {
  const { seller, number, subject } = invoice;
  const items: Drawn[] = [
    ...companyHead(invoice),
    ...foldMarks(),
    ...letterHead({
      returnAddress: `${seller.name} · ${seller.street} · ${seller.postcode} ${seller.city}`,
      address,
      information: [
        ['Rechnungsnummer', number],
        ['Rechnungsdatum', germanDay(issued)],
        ['Kundennummer', '10417'],
        ['Ansprechpartner', seller.contact],
        ['Telefon', seller.phone],
      ],
      subject: `Rechnung ${number}: ${subject}`,
    }),
    ...runningText(['Sehr geehrte Damen und Herren,', invoice.note], fromTop(114)),
    ...table(invoice, fromTop(138)),
    ...runningText(
      [
        `Bitte überweisen Sie den Rechnungsbetrag ohne Abzug. Zahlbar bis ${germanDay(due)}.`,
        'Vielen Dank für Ihren Auftrag!',
        seller.contact,
      ],
      fromTop(205),
    ),
    ...footer(invoice),
  ];
  return composePdf(
    {
      title: `Rechnung ${number}`,
      author: seller.name,
      language: 'de-DE',
      createdAt: new Date(`${issued}T09:12:00Z`),
    },
    [{ ...A4, items }],
  );
}

function companyHead({ seller }: InvoiceData): Drawn[] {
  return [
    { kind: 'box', x: 0, y: A4.height - mm(4), width: A4.width, height: mm(4), colour: GREEN },
    line(seller.name, LEFT, fromTop(24), 19, 'Bold', GREEN),
    line('Garten- und Landschaftspflege', LEFT, fromTop(30), 9.5, 'Regular', QUIET),
  ];
}

const COLUMNS = { text: LEFT, quantity: mm(118), price: mm(154), net: RIGHT } as const;
const UNITS: Readonly<Record<InvoiceLine['unit'], string>> = { HUR: 'Std.', C62: 'Stück', MTQ: 'm³' };

function table({ lines, netCent, vatCent, grossCent }: InvoiceData, top: number): Drawn[] {
  const rows = lines.map((item, index) => row(item, index + 1, top - 22 - index * 20));
  const end = top - 22 - lines.length * 20;
  return [
    line('Leistung', COLUMNS.text, top, 9, 'Bold', QUIET),
    rightAligned('Menge', COLUMNS.quantity, top, 9, 'Bold', QUIET),
    rightAligned('Einzelpreis', COLUMNS.price, top, 9, 'Bold', QUIET),
    rightAligned('Betrag', COLUMNS.net, top, 9, 'Bold', QUIET),
    rule(top - 7, LEFT, 0.8),
    ...rows.flat(),
    rule(end + 8, LEFT, 0.8),
    ...sum('Nettobetrag', netCent, end - 8, 'Regular'),
    ...sum('zzgl. 19 % Umsatzsteuer', vatCent, end - 25, 'Regular'),
    rule(end - 34, mm(105), 0.5),
    ...sum('Rechnungsbetrag', grossCent, end - 49, 'Bold'),
  ];
}

function row(item: InvoiceLine, position: number, baseline: number): Drawn[] {
  const quantity = `${item.quantity.replace('.', ',')} ${UNITS[item.unit]}`;
  return [
    line(`${position}  ${item.text}`, COLUMNS.text, baseline, 10, 'Regular', INK),
    rightAligned(quantity, COLUMNS.quantity, baseline, 10, 'Regular', INK),
    rightAligned(germanAmount(item.priceCent), COLUMNS.price, baseline, 10, 'Regular', INK),
    rightAligned(germanAmount(item.netCent), COLUMNS.net, baseline, 10, 'Regular', INK),
  ];
}

function sum(label: string, cent: number, baseline: number, weight: 'Regular' | 'Bold'): Drawn[] {
  return [
    line(label, mm(105), baseline, 10, weight, INK),
    rightAligned(
      germanAmount(cent),
      COLUMNS.net,
      baseline,
      weight === 'Bold' ? 11.5 : 10,
      weight,
      weight === 'Bold' ? GREEN : INK,
    ),
  ];
}

function rule(y: number, x: number, height: number): Drawn {
  return { kind: 'box', x, y, width: RIGHT - x, height, colour: RULE };
}

function footer({ seller }: InvoiceData): Drawn[] {
  const columns = [
    [seller.name, seller.street, `${seller.postcode} ${seller.city}`],
    [seller.bank, `IBAN ${groupedIban(seller.iban)}`, `USt-IdNr. ${seller.vatId}`],
    [seller.register, seller.mail, `Telefon ${seller.phone}`],
  ];
  return [
    rule(fromTop(268), LEFT, 0.6),
    ...columns.flatMap((texts, column) =>
      texts.map((text, index) =>
        line(text, LEFT + column * mm(56), fromTop(273) - index * 10.5, 7.5, 'Regular', QUIET),
      ),
    ),
  ];
}
