import { valueTypes } from './values.js';

const accepts = (type: keyof typeof valueTypes, text: string) => {
  const rule = valueTypes[type];
  return rule.kind === 'value' && rule.accepts(text);
};

describe('values', () => {
  it.each<[keyof typeof valueTypes, string]>([
    ['date', ''],
    ['date', '2026-02-30'],
    ['date', '2025-02-29'],
    ['date', '2026-13-01'],
    ['date', '03.11.2026'],
    ['date', '2026-11-03T10:00:00'],
    ['date', ' 2026-11-03 '],
    ['dateTime', '2026-11-03'],
    ['dateTime', '2026-11-03T25:00:00'],
    ['dateTime', '2026-11-03ZT10:00:00'],
    ['dateTime', '2026-11-03 10:00:00'],
    ['time', '9:15'],
    ['time', '24:00:01'],
    ['boolean', 'ja'],
    ['fixedTrue', '0'],
    ['fixedTrue', 'true'],
    ['fixedTrue', ' 1'],
    ['unsignedInt', '-1'],
    ['unsignedInt', '4294967296'],
    ['unsignedShort', '65536'],
    ['unsignedShort', '1.5'],
    ['unsignedShort', ''],
  ])('%s refuses %p', (type, text) => expect(accepts(type, text)).toBe(false));

  it.each<[keyof typeof valueTypes, string]>([
    ['date', '2024-02-29'],
    ['date', '2026-11-03+01:00'],
    ['dateTime', '2026-11-03T10:00:00Z'],
    ['dateTime', '2026-11-03T10:00:00.123+01:00'],
    ['dateTime', '2018-07-24T17:25:39'],
    ['time', '09:15:00'],
    ['boolean', '0'],
    ['boolean', 'true'],
    ['fixedTrue', '1'],
    ['unsignedInt', '4294967295'],
    ['unsignedShort', '0'],
    ['string', ''],
  ])('%s accepts %p', (type, text) => expect(accepts(type, text)).toBe(true));
});
