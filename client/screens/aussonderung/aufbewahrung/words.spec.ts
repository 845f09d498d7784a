import { ruleText, statementText } from './words.js';

const statement = { reason: 'x', shorteningReason: null, at: '', by: '', version: 1 };

describe('ruleText', () => {
  it('says years, counting and beginning, and nothing of them where the period has no end', () => {
    expect(ruleText({ jahre: 10, counting: 'yearEnd', start: 'zdA' })).toBe(
      '10 Jahre, ab Ende des Jahres, Beginn mit z. d. A.',
    );
    expect(ruleText({ jahre: 1, counting: 'dayExact', start: 'event' })).toBe(
      '1 Jahr, taggenau, Beginn mit einem Ereignis',
    );
    expect(ruleText({ jahre: null, counting: 'yearEnd', start: 'zdA' })).toBe('unbefristet');
  });
});

describe('statementText', () => {
  it('says only what the level says itself, zero years too', () => {
    expect(statementText({ ...statement, jahre: 0, counting: null, start: null })).toBe('0 Jahre');
    expect(statementText({ ...statement, jahre: 'inherited', counting: null, start: 'event' })).toBe(
      'Beginn mit einem Ereignis',
    );
    expect(statementText({ ...statement, jahre: 'inherited', counting: null, start: null })).toBe(
      'nichts Eigenes, alles geerbt',
    );
  });
});
