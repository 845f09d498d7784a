import type { ShareableDokument } from '../contract/akteneinsicht-views.js';
import { choiceObstacles, groundOf, reasonText } from './akteneinsicht.js';

const dokument = (id: string, redactedId: string | null = null): ShareableDokument => ({
  ...{ id, vorgang: '1/2026', nummer: 1, betreff: 'Brief', date: null, mime: 'application/pdf', redactedId },
});
const choice = (dokumentId: string, share: 'whole' | 'redacted' | 'leftOut') => ({
  ...{ dokumentId, share, reason: null, paragraph: '' },
});

describe('the decisions of a package', () => {
  it('refuse what is missing, unknown or decided twice', () => {
    for (const choices of [[], [choice('x', 'whole')], [choice('a', 'whole'), choice('a', 'whole')]])
      expect(choiceObstacles([dokument('a')], choices)).toMatchObject([{ code: 'akteneinsicht.notChosen' }]);
  });

  it('name every fault at once', () => {
    const choices = [choice('a', 'leftOut'), choice('b', 'redacted')];
    expect(choiceObstacles([dokument('a'), dokument('b')], choices).map(({ code }) => code)).toEqual([
      'akteneinsicht.noReason',
      'akteneinsicht.notRedacted',
    ]);
  });

  it('let pass what is decided for each', () => {
    expect(choiceObstacles([dokument('a', 'r')], [choice('a', 'redacted')])).toEqual([]);
  });

  it('say law and reason in words', () => {
    expect(groundOf('anderes', '')).toMatchObject({ code: 'akteneinsicht.noGround' });
    expect(groundOf('informationsfreiheit', '§ 4 IFG NRW')).toBe('§ 4 IFG NRW (Informationsfreiheit)');
    expect(reasonText({ reason: 'ifgPerson', paragraph: '' })).toBe('§ 5 IFG: Personenbezogene Daten');
  });
});
