import { vectorOf } from '../../../server/search/analysis/vector.js';

/** A seeded generator of numbers between 0 and 1 (mulberry32), so that every run has the same stock. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SUBJECTS =
  'Abfall Abwasser Bau Brücken Denkmal Fahrzeug Feuerwehr Forst Friedhof Garten Gebäude Gewässer Gewerbe Grund Haushalt ' +
  'Hunde Jagd Jugend Kita Klima Kreis Leitungs Markt Miet Pacht Park Personal Reise Schul Senioren Sozial Sport Stadt ' +
  'Straßen Tiefbau Umwelt Verkehrs Versicherungs Wasser Winter Wohn Zivilschutz';
const THINGS =
  'abgabe antrag anlage aufsicht ausschreibung befreiung beitrag bericht bescheid beschwerde erlaubnis förderung gebühr ' +
  'genehmigung gutachten konzept leistung liste meldung nutzung ordnung planung prüfung rechnung reinigung sanierung ' +
  'satzung sicherung steuer unterhaltung untersuchung verfahren vermerk vertrag wartung zuschuss zuweisung';
const NAMES =
  'Ahrens Bähr Czerny Đorđević Eßer Fuchs Größl Hübner Işık Jäger Köhler Lüders Maier Meier Nowak Öztürk Peters Quandt ' +
  'Rößler Schäfer Śliwa Thörl Ulbrich Vogt Weiß Yıldız Zöller';

const SYLLABLES = ' mann er ing sen stein berg feld hoff bach brand wald meier kamp dorf haus thal born lein rath beck';
/** So common that they stand in every letter. */
const COMMON =
  'der die und in von zu den das mit ist des im für nicht auf sich ein eine als auch dem an werden aus bei nach einer wir ' +
  'sie durch wird sind vom bis zum zur über hat';

const [subjects, things, names, syllables, common] = [SUBJECTS, THINGS, NAMES, SYLLABLES, COMMON].map((list) =>
  list.split(' '),
) as [string[], string[], string[], string[], string[]];

const every = (first: readonly string[], second: readonly string[]) =>
  first.flatMap((one) => second.map((other) => one + other));

// Words of an office are as unequal as in every language (Zipf's law): few stand in every tenth letter, most in one of ten
// thousand. 1,500 compounds of two words and 57,000 of three; 570 family names.
const BASIC = every(subjects, things);
const COMPOUNDS = shuffled([...BASIC, ...every(BASIC, things)], seededRandom(3));
const FAMILIES = shuffled(every(names, syllables), seededRandom(5));

export interface Phrase {
  readonly text: string;
  /** Literal of type tsvector, as the index would make it. */
  readonly vector: string;
  readonly words: readonly string[];
}

/** Titles such as „Abwassergebühr Köhler, Straßenreinigung“. Compounds, names and umlauts as an office has them. */
export function titles(count: number, random: () => number): Phrase[] {
  return Array.from({ length: count }, () => {
    const text = `${compound(random)} ${family(random)}, ${compound(random)}`;
    const { literal, words } = vectorOf([{ weight: 'A', text }]);
    return { text, vector: literal, words };
  });
}

/** Contents of letters, 300 words each. */
export function contents(count: number, random: () => number): Phrase[] {
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 300 }, (_, index) => {
      if (index % 2 === 0) return pick(common, random);
      return index % 9 === 8 ? family(random) : compound(random);
    });
    const text = words.join(' ');
    const vector = vectorOf([{ weight: 'D', text }]);
    return { text, vector: vector.literal, words: vector.words };
  });
}

/**
 * What people look for: one word, two, a compound's part, each as often as it is written, or a phrase with a name.
 * @param written titles that there are: whoever looks for a phrase has read it somewhere
 */
export function questions(count: number, random: () => number, written: readonly string[]): string[] {
  return Array.from({ length: count }, (_, index) => {
    if (index % 4 === 0) return compound(random);
    if (index % 4 === 1) return `${compound(random)} ${family(random)}`;
    if (index % 4 === 2) return `${capital(pick(things, random))} ${family(random)}`;
    return `"${pick(written, random).split(',')[0] ?? ''}"`;
  });
}

const compound = (random: () => number) => zipf(COMPOUNDS, random);
const family = (random: () => number) => zipf(FAMILIES, random);

/** The first about twice as often as the second, ten times as often as the tenth. */
function zipf(list: readonly string[], random: () => number): string {
  return list[Math.floor((list.length + 1) ** random()) - 1] ?? '';
}

function shuffled(list: string[], random: () => number): string[] {
  return list
    .map((word) => [random(), word] as const)
    .sort(([one], [other]) => one - other)
    .map(([, word]) => word);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function pick(list: readonly string[], random: () => number): string {
  return list[Math.floor(random() * list.length)] ?? '';
}
