import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { StartupProblem, describeStartupProblem, toStartupProblem } from './startup-problem.js';
import { STARTUP_TEXTS } from './startup-texts.js';

describe('the texts of start-up problems', () => {
  it.each(Object.entries(STARTUP_TEXTS))('%s says cause and remedy on one line each, in both languages', (_, text) => {
    const sentences = [text.cause.de, text.cause.en, text.remedy.de, text.remedy.en];
    for (const sentence of sentences) expect(sentence).toMatch(/^[^\n]{10,}[.?]$/);
    expect(placesOf(text.cause.de).map(languageless)).toEqual(placesOf(text.cause.en).map(languageless));
  });
});

describe('describeStartupProblem', () => {
  it('turns a port in use, as the system reports it, into a cause with a remedy', async () => {
    const first = createServer().listen(0, '127.0.0.1');
    await once(first, 'listening');
    const { port } = first.address() as { port: number };
    const second = createServer().listen(port, '127.0.0.1');
    const [error] = (await once(second, 'error')) as [Error];
    expect(describeStartupProblem(error)).toBe(
      [
        `Der Port ${port} auf 127.0.0.1 ist schon belegt.`,
        'Abhilfe: Das andere Programm beenden oder mit PORT=4001 npm start einen anderen Port wählen.',
        `Port ${port} on 127.0.0.1 is already in use.`,
        'Remedy: Stop the other program or choose another port with PORT=4001 npm start.',
      ].join('\n'),
    );
    first.close();
  });

  it('turns an address of another machine into a cause with a remedy', async () => {
    const [error] = (await once(createServer().listen(0, '192.0.2.1'), 'error')) as [Error];
    const { code, en } = toStartupProblem(error);
    expect([code, en]).toEqual(['addressUnavailable', 'The address 192.0.2.1 does not belong to this machine.']);
  });

  it('turns a folder where a file was expected into a cause with a remedy', async () => {
    const error: unknown = await readFile(join(process.execPath, 'below-a-file')).catch((failure: unknown) => failure);
    expect(toStartupProblem(error).code).toBe('folderUnusable');
  });

  it('keeps an unexpected error to one line and holds its stack trace back', () => {
    const lines = describeStartupProblem(new TypeError('x is not a function\n    at somewhere')).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toBe('Unexpected error: x is not a function.');
  });

  it('hands a problem on as it is', () => {
    const problem = new StartupProblem('buildMissing', { path: 'dist/server/main.js' });
    expect(toStartupProblem(problem)).toBe(problem);
    expect(problem.de).toBe('Das gebaute Programm fehlt: dist/server/main.js.');
  });
});

function placesOf(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
}

/** `{expectedDe}` and `{expectedEn}` are one place in two languages. */
function languageless(place: string): string {
  return place.replace(/(De|En)$/, '');
}
