import { isRejection } from '../contract/rejections.js';
import { recipientsOfList, refuseCount, withoutDoubles } from './recipients.js';

const read = (csv: string) => {
  const recipients = recipientsOfList(csv);
  if (isRejection(recipients)) throw new Error(recipients.code);
  return recipients;
};

describe('recipientsOfList', () => {
  it.each([
    ['name;ort\n"Ude;Altena', 'vorlage.listUnreadable'],
    ['', 'vorlage.listWithoutName'],
    ['vorname;ort\nx;y', 'vorlage.listWithoutName'],
    ['name;name\nx;y', 'vorlage.listColumn'],
    ['name;a b\nx;y', 'vorlage.listColumn'],
    ['name;\nx;y', 'vorlage.listColumn'],
  ])('refuses %j as a whole', (csv, code) => {
    expect(recipientsOfList(csv)).toMatchObject({ code });
  });

  it('refuses single rows with line and field, and keeps the others', () => {
    const csv = `name;mail;ort\n;x@y.example;Altena\nUde;keine;Altena\nWeiß;;Alt\u202eena\nOk;;Ulm;zuviel\nGut;;Ulm`;
    const faults = read(csv).map((recipient) => recipient.faults.map(({ message }) => message.en));
    expect(faults.map(([fault]) => fault?.slice(0, 20) ?? null)).toEqual([
      ...['Line 2, field name: ', 'Line 3, field mail: ', 'Line 4, field ort: e', 'Line 5, field 4: emp', null],
    ]);
  });

  it('takes every other column as something typed, and NFC whatever came', () => {
    const [one] = read('\ufeffname;vorname;ort;Betrag\r\nMu\u0308ller;Ida;Ulm;12,50\r\n');
    expect(one).toMatchObject({
      label: 'Ida Müller',
      facts: { 'empfaenger.name': 'Müller', 'empfaenger.anschrift': 'Ida Müller\nUlm', 'eingabe.betrag': '12,50' },
      faults: [],
    });
  });
});

describe('withoutDoubles', () => {
  it('refuses whoever stands there a second time', () => {
    const codes = withoutDoubles(read('name;ort\nUde;Ulm\nUde;Ulm\nUde;Köln')).map(({ faults }) => faults[0]?.code);
    expect(codes).toEqual([undefined, 'vorlage.recipientTwice', undefined]);
  });
});

describe('refuseCount', () => {
  it('refuses nobody and more than a thousand', () => {
    expect(refuseCount([])).toMatchObject({ code: 'vorlage.noRecipient' });
    expect(refuseCount(read(`name\n${'x\n'.repeat(1_001)}`))).toMatchObject({ code: 'vorlage.noRecipient' });
    expect(refuseCount(read('name\nx'))).toBeNull();
  });
});
