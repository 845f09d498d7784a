import type { AktenvorlagePart } from '../contract/vorlage-views.js';
import { askedNames, partFaults } from './aktenvorlage.js';

const part = (kind: AktenvorlagePart['kind'], above: number | null, own: Partial<AktenvorlagePart> = {}) => ({
  ...{ kind, above, betreff: `${kind} ${above}`, dokumentvorlageId: kind === 'dokument' ? 'brief' : null },
  ...own,
});
const codes = (kind: 'akte' | 'vorgang', ...parts: AktenvorlagePart[]) =>
  partFaults(kind, parts, new Set(['brief'])).map(({ code }) => code);

describe('partFaults', () => {
  it('refuses what lies in the wrong thing, in itself or in what comes later', () => {
    expect(codes('akte', part('dokument', null))).toEqual(['vorlage.partMisplaced']);
    expect(codes('vorgang', part('teilakte', null))).toEqual(['vorlage.partMisplaced']);
    expect(codes('vorgang', part('dokument', null), part('vorgang', 0))).toEqual(['vorlage.partMisplaced']);
    expect(codes('akte', part('vorgang', 0))).toEqual(['vorlage.partMisplaced']);
    expect(codes('akte', part('vorgang', 1), part('vorgang', null))).toEqual(['vorlage.partMisplaced']);
  });

  it('refuses a fifth level and a Teilakte without room for a Vorgang', () => {
    const deep = [part('teilakte', null), part('teilakte', 0), part('vorgang', 1), part('vorgang', 2)];
    expect(codes('akte', ...deep)).toEqual(['vorlage.partTooDeep']);
    const full = [part('teilakte', null), part('teilakte', 0), part('teilakte', 1)];
    expect(codes('akte', ...full)).toEqual(['vorlage.partTooDeep']);
  });

  it('refuses a Dokument without a template in use, a template elsewhere, and misspelt places', () => {
    const faults = codes(
      'vorgang',
      part('dokument', null, { dokumentvorlageId: 'weg' }),
      part('dokument', null, { dokumentvorlageId: null }),
      part('vorgang', null, { dokumentvorlageId: 'brief' }),
      part('vorgang', null, { betreff: 'Zu {{ akte.titel }} {{' }),
    );
    expect(faults).toEqual([
      ...Array.from({ length: 3 }, () => 'vorlage.partWithout'),
      'vorlage.placeUnknown',
      'vorlage.placeBroken',
    ]);
  });

  it('takes what an Akte can hold', () => {
    const parts = [part('teilakte', null), part('vorgang', 0), part('vorgang', 1), part('dokument', 2)];
    expect(codes('akte', ...parts)).toEqual([]);
  });
});

describe('askedNames', () => {
  it('asks once for what the new records cannot know', () => {
    const parts = [
      part('vorgang', null, { betreff: '{{ akte.betreff }} {{ eingabe.jahr }}' }),
      part('dokument', 0, { betreff: 'Zu {{ vorgang.betreff }} {{eingabe.jahr}}' }),
      part('teilakte', null, { betreff: '{{ vorgang.betreff }}' }),
    ];
    const places = new Map([['brief', ['dokument.betreff', 'empfaenger.name', 'eingabe.frist | tag', 'datum.heute']]]);
    expect(askedNames('akte', parts, places)).toEqual([
      ...['eingabe.jahr', 'empfaenger.name', 'eingabe.frist', 'vorgang.betreff'],
    ]);
  });
});
