import { pino } from 'pino';
import { RecentLog } from './recent-log.js';

function logged(): { log: RecentLog; logger: pino.Logger } {
  const log = new RecentLog();
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return { log, logger: pino(options, log) };
}

describe('the log that a process remembers', () => {
  it('F100 is empty before anything was written', () => {
    const { log } = logged();
    expect([log.read('info', '', 10), log.forgotten()]).toEqual([[], 0]);
  });

  it('F100 tells the newest lines first, with what they name', () => {
    const { log, logger } = logged();
    logger.info({ directory: 'amt' }, 'sign-in by LDAP');
    logger.error({ attempts: 3, error: 'Error: away' }, 'follow-up failed');
    expect(log.read('info', '', 10)).toMatchObject([
      {
        number: 2,
        level: 'error',
        message: 'follow-up failed',
        facts: [
          { name: 'attempts', value: '3' },
          { name: 'error', value: 'Error: away' },
        ],
      },
      { number: 1, level: 'info', message: 'sign-in by LDAP' },
    ]);
  });

  it('F100 is narrowed by level and words, and to as many lines as are asked for', () => {
    const { log, logger } = logged();
    logger.info('one');
    logger.warn('two');
    logger.error({ loop: 'sweeper' }, 'three');
    expect(log.read('warn', '', 10).map(({ message }) => message)).toEqual(['three', 'two']);
    expect(log.read('info', 'SWEEPER', 10).map(({ message }) => message)).toEqual(['three']);
    expect(log.read('info', '', 1).map(({ message }) => message)).toEqual(['three']);
  });

  it('F100 forgets the oldest lines and says how many', () => {
    const { log, logger } = logged();
    for (let number = 1; number <= 2_003; number++) logger.info(`line ${number}`);
    expect(log.forgotten()).toBe(3);
    const lines = log.read('info', '', 5_000);
    expect([lines.length, lines[0]?.message, lines.at(-1)?.message]).toEqual([2_000, 'line 2003', 'line 4']);
  });
});
