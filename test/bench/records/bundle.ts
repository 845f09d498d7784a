import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contents, seededRandom, titles } from './invented-words.js';

const DOKUMENTE_PER_VORGANG = 10;
const VORGAENGE_PER_AKTE = 2;
const POSITION = '20.31.05';
const COLUMNS =
  'akte;aktenplan;akte_betreff;vorgang;vorgang_betreff;dokument_betreff;dokument_art;dokument_datum;datei;sha256';

/** Writes a bundle as `npm run import` takes it: so many letters of 300 words, each different. Returns the files' paths. */
export async function writeBundle(folder: string, dokumente: number): Promise<string[]> {
  const random = seededRandom(42);
  const subjects = titles(1_000, random);
  const texts = contents(500, random);
  await mkdir(join(folder, 'dateien'), { recursive: true });
  const lines = [COLUMNS];
  const paths: string[] = [];
  for (let index = 0; index < dokumente; index++) {
    const vorgang = Math.floor(index / DOKUMENTE_PER_VORGANG);
    const akte = Math.floor(vorgang / VORGAENGE_PER_AKTE);
    const subject = (number: number) => subjects[number % subjects.length]?.text ?? '';
    const bytes = Buffer.from(`Schreiben ${index}\n\n${texts[index % texts.length]?.text ?? ''}\n`);
    const name = `dateien/${index}.txt`;
    await writeFile(join(folder, name), bytes);
    paths.push(join(folder, name));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    lines.push(
      [`A${akte}`, POSITION, subject(akte), `V${vorgang}`, subject(vorgang + 1), subject(index + 2)].join(';') +
        `;eingang;2019-03-14;${name};${sha256}`,
    );
  }
  await writeFile(join(folder, 'manifest.csv'), lines.join('\n'));
  return paths;
}
