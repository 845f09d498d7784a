import type { Examination, MailFacts, RechnungFacts } from '../contract/examination.js';
import { proposeFiling, suggestFacts, type Stock } from './proposals.js';

const examination = {
  kind: 'rechnung',
  confidence: 'sicher',
  title: 'Rechnung RE-88 Sanierung Fassade',
  sender: 'Muster KG',
  textExcerpt: 'für die Sanierung des Kreishauses berechnen wir',
} as Examination;
const empty: Stock = {
  ...{ named: [], bySender: [], byKind: [], einheiten: [] },
  ...{ senderOfAddress: null, kindsOfSender: [] },
};
const einheiten: Stock['einheiten'] = [
  { id: 'e-10', kennzeichen: '10.12.01', titel: 'Beschaffung von Geräten', level: 3 },
  { id: 'e-20', kennzeichen: '20.31.05', titel: 'Baumaßnahmen und Sanierung eigener Gebäude', level: 3 },
];

describe('proposeFiling', () => {
  it('proposes nothing where nothing fits, instead of guessing', () => {
    expect(proposeFiling(examination, { ...empty, einheiten: einheiten.slice(0, 1) })).toEqual([]);
  });

  it('never calls a proposal by keyword certain', () => {
    const [proposal] = proposeFiling(examination, { ...empty, einheiten });
    expect(proposal).toMatchObject({
      confidence: 'pruefen',
      aktenzeichen: '20.31.05',
      processId: 'rechnungsfreigabe',
      reasons: [{ de: 'Stichwort „Sanierung“ passt zur Position' }],
    });
  });

  it('puts the Vorgang that the letter names before the Akte of the same sender', () => {
    const stock: Stock = {
      ...empty,
      einheiten,
      named: [{ vorgangId: 'v-1', aktenzeichen: '20.31.05-0001/2026/01', betreff: 'Fassade' }],
      bySender: [{ akteId: 'a-1', aktenzeichen: '20.31.05-0001/2026', betreff: 'Kreishaus', count: 2 }],
    };
    expect(proposeFiling(examination, stock).map(({ target }) => target.kind)).toEqual([
      'vorgang',
      'akte',
      'aktenplaneinheit',
    ]);
  });

  it('counts earlier letters of the sender in words', () => {
    const bySender = [{ akteId: 'a-1', aktenzeichen: '20.31.05-0001/2026', betreff: 'Kreishaus', count: 1 }];
    const [proposal] = proposeFiling({ ...examination, confidence: 'pruefen' }, { ...empty, bySender });
    expect(proposal).toMatchObject({
      confidence: 'pruefen',
      reasons: [{ de: 'gleicher Absender, ein früheres Schreiben hier abgelegt' }],
    });
  });

  it('believes a word of the title or the sender more than one of the text', () => {
    const letter = { ...examination, title: 'Rechnung 1, Muster Gebäudetechnik', textExcerpt: 'Bei Zahlung Skonto' };
    const two: Stock['einheiten'] = [
      { id: 'e-1', kennzeichen: '20.21.01', titel: 'Zahlungsverkehr', level: 3 },
      { id: 'e-2', kennzeichen: '20.31.05', titel: 'Sanierung eigener Gebäude', level: 3 },
    ];
    const proposed = proposeFiling({ ...letter, sender: '' }, { ...empty, einheiten: two });
    expect(proposed.map(({ aktenzeichen }) => aktenzeichen)).toEqual(['20.31.05', '20.21.01']);
  });

  it('proposes last where letters of the same kind were filed', () => {
    const byKind = [{ akteId: 'a-9', aktenzeichen: '20.31.05-0009/2026', betreff: 'Kreishaus', count: 4 }];
    const proposed = proposeFiling(examination, { ...empty, einheiten, byKind });
    expect(proposed.at(-1)).toMatchObject({ reasons: [{ de: 'gleiche Art, 4 Schreiben hier abgelegt' }] });
  });

  it('starts no process for a letter that is no invoice', () => {
    const [proposal] = proposeFiling({ ...examination, kind: 'antrag' }, { ...empty, einheiten });
    expect(proposal?.processId).toBeNull();
  });

  it('offers at most five, one for each digit key', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      id: `e-${index}`,
      kennzeichen: `20.31.${index}`,
      titel: 'Sanierung',
      level: 3,
    }));
    expect(proposeFiling(examination, { ...empty, einheiten: many })).toHaveLength(5);
  });
});

describe('suggestFacts', () => {
  const letter = { sender: 'Muster KG', kind: 'schreiben', mail: null, rechnung: null } as const;
  const mail = { messageId: null } as unknown as MailFacts;

  it('does not learn a kind from two letters, or from an office that is of two minds', () => {
    for (const kindsOfSender of [
      [{ kind: 'antrag', count: 2 }],
      [
        { kind: 'antrag', count: 3 },
        { kind: 'schreiben', count: 2 },
      ],
    ] as const) {
      const { kind } = suggestFacts(letter, { senderOfAddress: null, kindsOfSender });
      expect(kind).toMatchObject({ value: 'schreiben', reason: { de: 'nichts deutet auf eine andere Art' } });
    }
  });

  it('does not let the stock speak against the data of an e-invoice', () => {
    const rechnung = { source: 'ubl', kreditor: 'Muster KG' } as unknown as RechnungFacts;
    const senderOfAddress = { sender: 'Rechnungsdienst', count: 9 };
    const suggested = suggestFacts({ ...letter, kind: 'rechnung', rechnung }, { senderOfAddress, kindsOfSender: [] });
    expect(suggested).toMatchObject({
      sender: { value: 'Muster KG', reason: { de: 'steht in der E-Rechnung' } },
      kind: { value: 'rechnung', reason: { de: 'E-Rechnung gelesen' } },
    });
  });

  it('says where it has the sender from, and that it has none', () => {
    const reasonOf = (own: object) => suggestFacts({ ...letter, ...own }, empty).sender.reason.de;
    expect(reasonOf({ sender: '' })).toBe('nicht erkannt');
    expect(reasonOf({ mail })).toBe('Absender der E-Mail');
    expect(reasonOf({})).toBe('aus dem Schreiben gelesen');
  });

  it('F23 calls the sender of an address, and the kind of a sender, as the office did before', () => {
    const senderOfAddress = { sender: 'Muster Dachbau KG', count: 3 };
    const kindsOfSender = [
      { kind: 'antrag', count: 3 },
      { kind: 'schreiben', count: 1 },
    ] as const;
    expect(suggestFacts({ ...letter, mail }, { senderOfAddress, kindsOfSender })).toEqual({
      sender: {
        value: 'Muster Dachbau KG',
        reason: {
          de: 'so bei 3 früheren Sendungen von dieser Adresse',
          en: 'as for 3 earlier items from this address',
        },
      },
      kind: {
        value: 'antrag',
        reason: { de: '3 von 4 früheren Sendungen dieses Absenders', en: '3 of 4 earlier items of this sender' },
      },
    });
  });
});
