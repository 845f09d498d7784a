import { NOTIFICATION_KINDS, type QuietHours } from '../contract/notification-views.js';
import { channelOf, FIRST_RULES, isQuiet, secondsUntilChange, waitsForDigest } from './notification.js';

/** `25. 18:05` of November 2026; the 25th is a Wednesday. */
const at = (text: string) => ({
  day: `2026-11-${text.slice(0, 2)}`,
  minute: Number(text.slice(4, 6)) * 60 + Number(text.slice(7)),
});
const nights: QuietHours = { from: '18:00', until: '07:00', days: [3] };

describe('the channel of a notification', () => {
  it('makes nobody hear by the system of their machine who has not asked for it', () => {
    expect(NOTIFICATION_KINDS.map((kind) => channelOf(FIRST_RULES, kind, new Set()))).toEqual(
      NOTIFICATION_KINDS.map(() => 'app'),
    );
  });

  it('is that of the loudest filter that fits, also where its kind is louder', () => {
    const filters = [
      { id: 'quiet', channel: 'none' },
      { id: 'loud', channel: 'digest' },
      { id: 'other', channel: 'os' },
    ] as const;
    const rules = { ...FIRST_RULES, filters: [...filters] };
    expect(channelOf(rules, 'new', new Set(['quiet', 'loud']))).toBe('digest');
    expect(channelOf(rules, 'new', new Set(['quiet']))).toBe('none');
    expect(channelOf(rules, 'new', new Set(['unknown']))).toBe('app');
  });
});

describe('the digest', () => {
  it.each([
    ['25. 07:29', '25. 07:29', true],
    ['25. 07:29', '25. 07:30', false],
    ['25. 07:30', '25. 23:59', true],
    ['25. 16:00', '26. 07:29', true],
    ['25. 16:00', '26. 07:30', false],
    ['25. 16:00', '27. 06:00', false],
  ])('of what was told at %s waits at %s: %s', (told, now, waits) => {
    expect(waitsForDigest(at(told), at(now))).toBe(waits);
  });
});

describe('quiet hours', () => {
  it('are none for whoever has set none, and none on a day that is not set', () => {
    expect(isQuiet(null, at('25. 23:00'))).toBe(false);
    expect(isQuiet(nights, at('24. 23:00'))).toBe(false);
  });

  it.each([
    ['25. 17:59', false],
    ['25. 18:00', true],
    ['26. 06:59', true],
    ['26. 07:00', false],
    ['26. 18:00', false],
    ['25. 03:00', false],
  ])('over midnight belong to the day on which they begin: %s, %s', (now, quiet) => {
    expect(isQuiet(nights, at(now))).toBe(quiet);
  });

  it('within a day end on it, and from a time to the same one last a whole day', () => {
    const noon: QuietHours = { from: '12:00', until: '13:00', days: [3] };
    expect(['11:59', '12:00', '12:59', '13:00'].map((time) => isQuiet(noon, at(`25. ${time}`)))).toEqual([
      ...[false, true, true, false],
    ]);
    const whole: QuietHours = { from: '06:00', until: '06:00', days: [3] };
    expect(['25. 05:59', '25. 06:00', '26. 05:59', '26. 06:00'].map((time) => isQuiet(whole, at(time)))).toEqual([
      ...[false, true, true, false],
    ]);
  });
});

describe('the next change', () => {
  it('is at most an hour away, and never now', () => {
    expect(secondsUntilChange(FIRST_RULES, at('25. 12:00'))).toBe(3_600);
    expect(secondsUntilChange(FIRST_RULES, at('25. 07:30'))).toBe(3_600);
  });

  it('is the digest, or the begin or end of quiet hours, whatever comes first', () => {
    expect(secondsUntilChange(FIRST_RULES, at('25. 07:20'))).toBe(600);
    expect(secondsUntilChange({ ...FIRST_RULES, quiet: nights }, at('25. 17:59'))).toBe(60);
    expect(secondsUntilChange({ ...FIRST_RULES, quiet: nights }, at('25. 06:30'))).toBe(1_800);
  });
});
