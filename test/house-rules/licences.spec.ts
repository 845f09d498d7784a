import { readFileSync } from 'node:fs';
import { isAccepted } from './licences.js';

interface LockedPackage {
  readonly dev?: boolean;
  readonly license?: string;
}

const notice = readFileSync('NOTICE', 'utf8');
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockedPackage> };
const ofProduct = Object.entries(lock.packages)
  .filter(([place, { dev }]) => place !== '' && dev !== true)
  .map(([place, { license }]) => ({ name: place.split('node_modules/').at(-1) ?? place, licence: license ?? 'none' }));

describe('the licences of the product', () => {
  it('are OSI-approved, or the package is named in NOTICE', () => {
    const open = ofProduct.filter(({ name, licence }) => !isAccepted(licence) && !notice.includes(`- ${name} `));
    expect(open).toEqual([]);
  });

  it('are looked up for every package of the lock file', () => {
    expect(ofProduct.length).toBeGreaterThan(100);
    expect(ofProduct.filter(({ licence }) => licence === 'none' || licence === 'UNLICENSED')).toEqual([]);
  });

  it('name in NOTICE which one is taken where several are offered with a copyleft among them', () => {
    const offered = ofProduct.filter(({ licence }) => / OR /.test(licence) && /GPL|MPL|EUPL/.test(licence));
    expect(offered.map(({ name }) => name).filter((name) => !notice.includes(`- ${name} `))).toEqual([]);
  });

  it('are judged by their expression', () => {
    expect(isAccepted('MIT')).toBe(true);
    expect(isAccepted('(MIT AND Zlib)')).toBe(true);
    expect(isAccepted('(BSD-3-Clause OR GPL-2.0)')).toBe(true);
    expect(isAccepted('(MIT OR GPL-2.0) AND (GPL-3.0 OR AGPL-3.0)')).toBe(false);
    expect(isAccepted('AGPL-3.0')).toBe(false);
    expect(isAccepted('SEE LICENSE IN LICENSE')).toBe(false);
  });

  it('hold for Laufmappe itself: the whole text of the EUPL-1.2', () => {
    const text = readFileSync('LICENSE', 'utf8');
    expect(text).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2');
    for (let article = 1; article <= 15; article++) expect(text).toMatch(new RegExp(`^${article}\\.[A-Z]`, 'm'));
    expect(text).toContain('‘Compatible Licences’ according to Article 5 EUPL are:');
    expect(JSON.parse(readFileSync('package.json', 'utf8'))).toMatchObject({ license: 'EUPL-1.2' });
  });
});
