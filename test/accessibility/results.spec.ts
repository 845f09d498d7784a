import { READER_WALKS, readReaderResults, renewReaderResults } from '../stack/screen-reader/reader-results.js';
import { collectResults, readResults, THEMES, walkedScreens } from './results.js';

describe('the committed results of axe, from which the accessibility statement is made', () => {
  it('F106 refuse to be written from a part of the walks', async () => {
    const part = collectResults();
    part.add('nobody: sign-in', 'light', { violations: [], passed: 30, undecided: [], axe: '4.14.1' });
    await expect(part.renew('1')).rejects.toThrow('Expected a run over all walks');
  });

  it('F106 name exactly the screens and themes that the walks look at', async () => {
    const { screens } = await readResults();
    expect(Object.keys(screens)).toEqual(walkedScreens());
    for (const themes of Object.values(screens)) expect(Object.keys(themes)).toEqual(THEMES);
  });

  it('F106 name no violation, and on each screen rules that were passed', async () => {
    const { screens } = await readResults();
    const wrong = Object.entries(screens).filter(([, themes]) =>
      Object.values(themes).some(([passed, violated]) => violated > 0 || passed === 0),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the committed results of the screen reader', () => {
  it('F106 refuse to be written where a walk was not heard', async () => {
    const part = { reader: 'Orca 43.1', browser: 'Chromium 150', walks: ['signIn'] as const };
    await expect(renewReaderResults(part, '1')).rejects.toThrow('these were not heard: complete');
  });

  it('F106 tell of exactly the walks that there are', async () => {
    const { walks } = await readReaderResults();
    expect(walks).toEqual(Object.keys(READER_WALKS));
  });
});
