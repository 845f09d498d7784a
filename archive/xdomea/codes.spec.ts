import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithShared } from '../../test/support/shared.js';
import { CODE_LISTS, DATEIFORMATE, dateiformatFor } from './codes.js';

describe('dateiformatFor', () => {
  it('takes what is not on the list as Sonstiges', () => {
    expect(dateiformatFor('dwg')).toBe('100');
    expect(dateiformatFor('')).toBe('100');
    expect(dateiformatFor('constructor')).toBe('100');
  });

  it('tells PDF/A from other PDF by what was examined, not by the name', () => {
    expect(dateiformatFor('pdf')).toBe('018');
    expect(dateiformatFor('PDF', 'pdfA')).toBe('044');
  });

  it('knows the common formats', () => {
    expect(['xml', 'docx', 'TXT', 'eml'].map((each) => dateiformatFor(each))).toEqual(['030', '035', '045', '006']);
  });
});

const LISTS = 'corpora/xdomea/xdomea_toolkit/message_generation/schemes/xdomea_3.0.0/code_lists';

describeWithShared('code lists compared with the published ones', LISTS, (folder) => {
  const published = (name: string) => {
    const file = readdirSync(folder).find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}_`)) ?? '';
    const rows = readFileSync(join(folder, file), 'utf8').match(/<Row>[^]*?<\/Row>/g) ?? [];
    return rows.map((row) => /<SimpleValue>(.*?)<\/SimpleValue>/.exec(row)?.[1] ?? '').sort();
  };

  it.each(Object.entries(CODE_LISTS).filter(([, list]) => 'values' in list))('%s has the same values', (name, list) => {
    expect([...('values' in list ? list.values : [])].sort()).toEqual(published(name));
  });

  it('Dateiformat has the same values', () => {
    expect([...DATEIFORMATE].sort()).toEqual(published('Dateiformat'));
  });
});
