import { dayAfter } from './days.js';

describe('dayAfter', () => {
  it('counts calendar days over the end of a month and the change of the clock', () => {
    expect([dayAfter('2026-10-24', 2), dayAfter('2028-02-28', 1)]).toEqual(['2026-10-26', '2028-02-29']);
  });
});
