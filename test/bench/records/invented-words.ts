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

const [subjects, things, names] = [SUBJECTS, THINGS, NAMES].map((list) => list.split(' ')) as [
  string[],
  string[],
  string[],
];

export interface Phrase {
  readonly text: string;
  /** Literal of type tsvector, as the index would make it. */
  readonly vector: string;
  readonly words: readonly string[];
}

/** Titles such as „Abwassergebühr Köhler, Straßenreinigung“. Compounds, names and umlauts as an office has them. */
export function titles(count: number, random: () => number): Phrase[] {
  return Array.from({ length: count }, () => {
    const text = `${compound(random)} ${pick(names, random)}, ${compound(random)}`;
    const { literal, words } = vectorOf([{ weight: 'A', text }]);
    return { text, vector: literal, words };
  });
}

/** Contents of letters, 300 words each. */
export function contents(count: number, random: () => number): Phrase[] {
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 300 }, (_, index) => (index % 9 === 8 ? pick(names, random) : compound(random)));
    const text = words.join(' ');
    const vector = vectorOf([{ weight: 'D', text }]);
    return { text, vector: vector.literal, words: vector.words };
  });
}

/** What people look for: one frequent word, two words, a compound's part, a name. */
export function questions(count: number, random: () => number): string[] {
  return Array.from({ length: count }, (_, index) => {
    if (index % 4 === 0) return compound(random);
    if (index % 4 === 1) return `${compound(random)} ${pick(names, random)}`;
    if (index % 4 === 2) return `${capital(pick(things, random))} ${pick(names, random)}`;
    return `"${compound(random)} ${pick(names, random)}"`;
  });
}

function compound(random: () => number): string {
  return `${pick(subjects, random)}${pick(things, random)}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function pick(list: readonly string[], random: () => number): string {
  return list[Math.floor(random() * list.length)] ?? '';
}
