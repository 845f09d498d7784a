import type { EingangKind, Examination } from '../contract/examination.js';
import type { SuggestedFacts } from '../contract/eingang-views.js';
import type { FilingProposal, Id } from '../contract/views.js';

/** What the Mandant's own stock knows that may concern one Eingang. */
export interface Stock {
  /** Open Vorgaenge whose Aktenzeichen the letter names. */
  readonly named: readonly { vorgangId: Id; aktenzeichen: string; betreff: string }[];
  /** Akten in which earlier letters of the same sender were filed, the most frequent first. */
  readonly bySender: readonly { akteId: Id; aktenzeichen: string; betreff: string; count: number }[];
  /** Akten in which letters of the same kind were filed, the most frequent first. */
  readonly byKind: readonly { akteId: Id; aktenzeichen: string; betreff: string; count: number }[];
  /** How the sender of earlier letters from the same mail address was called when these were filed, the most frequent. */
  readonly senderOfAddress: { readonly sender: string; readonly count: number } | null;
  /** As what earlier letters of the same sender were filed, the most frequent first. */
  readonly kindsOfSender: readonly { readonly kind: EingangKind; readonly count: number }[];
  readonly einheiten: readonly { id: Id; kennzeichen: string; titel: string; level: number }[];
}

const AT_MOST = 5;
const PROCESS_OF_KIND: Readonly<Record<string, string>> = { rechnung: 'rechnungsfreigabe' };

/**
 * Where an Eingang may belong, best first, each with its reasons. Transparent rules over counts of the own stock;
 * nothing is learned elsewhere, and nothing is filed without a person.
 */
export function proposeFiling(examination: Examination, stock: Stock): FilingProposal[] {
  const processId = PROCESS_OF_KIND[suggestFacts(examination, stock).kind.value] ?? null;
  const named = stock.named.map(({ vorgangId, aktenzeichen, betreff }): FilingProposal => ({
    confidence: 'sicher',
    aktenzeichen,
    betreff,
    reasons: [{ de: 'Aktenzeichen steht im Schreiben', en: 'The letter names the reference number' }],
    target: { kind: 'vorgang', vorgangId },
    processId,
  }));
  const bySender = stock.bySender.map(({ akteId, aktenzeichen, betreff, count }): FilingProposal => ({
    confidence: examination.confidence === 'sicher' ? 'sicher' : 'pruefen',
    aktenzeichen,
    betreff,
    reasons: [
      {
        de: `gleicher Absender, ${count === 1 ? 'ein früheres Schreiben' : `${count} frühere Schreiben`} hier abgelegt`,
        en: `same sender, ${count === 1 ? 'one earlier letter' : `${count} earlier letters`} filed here`,
      },
    ],
    target: { kind: 'akte', akteId },
    processId,
  }));
  const byKind = stock.byKind
    .filter(({ akteId }) => !stock.bySender.some((known) => known.akteId === akteId))
    .map(({ akteId, aktenzeichen, betreff, count }): FilingProposal => ({
      confidence: 'pruefen',
      aktenzeichen,
      betreff,
      reasons: [
        {
          de: `gleiche Art, ${count === 1 ? 'ein Schreiben' : `${count} Schreiben`} hier abgelegt`,
          en: `same kind, ${count === 1 ? 'one letter' : `${count} letters`} filed here`,
        },
      ],
      target: { kind: 'akte', akteId },
      processId,
    }));
  return [...named, ...bySender, ...proposeEinheiten(examination, stock, processId), ...byKind].slice(0, AT_MOST);
}

// One letter more is chance, and of three one may be different.
const [ENOUGH_LETTERS, CLEAR_SHARE] = [3, 0.75];

/** From whom an Eingang is and what it is, each with the reason: what the office has decided before speaks first. */
export function suggestFacts(
  examination: Pick<Examination, 'sender' | 'kind' | 'mail' | 'rechnung'>,
  stock: Pick<Stock, 'senderOfAddress' | 'kindsOfSender'>,
): SuggestedFacts {
  return { sender: suggestSender(examination, stock), kind: suggestKind(examination, stock) };
}

function suggestSender(
  { sender, mail, rechnung }: Pick<Examination, 'sender' | 'mail' | 'rechnung'>,
  { senderOfAddress: known }: Pick<Stock, 'senderOfAddress'>,
): SuggestedFacts['sender'] {
  if (rechnung && rechnung.source !== 'text' && rechnung.kreditor !== '') {
    return { value: sender, reason: { de: 'steht in der E-Rechnung', en: 'stands in the e-invoice' } };
  }
  if (known) {
    const { count } = known;
    const de = `so bei ${count === 1 ? 'einer früheren Sendung' : `${count} früheren Sendungen`} von dieser Adresse`;
    const en = `as for ${count === 1 ? 'one earlier item' : `${count} earlier items`} from this address`;
    return { value: known.sender, reason: { de, en } };
  }
  if (sender === '') return { value: '', reason: { de: 'nicht erkannt', en: 'not recognised' } };
  return mail
    ? { value: sender, reason: { de: 'Absender der E-Mail', en: 'sender of the e-mail' } }
    : { value: sender, reason: { de: 'aus dem Schreiben gelesen', en: 'read from the letter' } };
}

function suggestKind(
  { kind, rechnung }: Pick<Examination, 'kind' | 'rechnung'>,
  { kindsOfSender: kinds }: Pick<Stock, 'kindsOfSender'>,
): SuggestedFacts['kind'] {
  if (rechnung && rechnung.source !== 'text') {
    return { value: kind, reason: { de: 'E-Rechnung gelesen', en: 'e-invoice read' } };
  }
  if (kind !== 'schreiben') {
    return { value: kind, reason: { de: 'nach den Worten im Schreiben', en: 'by the words of the letter' } };
  }
  const all = kinds.reduce((sum, { count }) => sum + count, 0);
  const [most] = kinds;
  if (most && most.kind !== kind && all >= ENOUGH_LETTERS && most.count / all >= CLEAR_SHARE) {
    const de = `${most.count} von ${all} früheren Sendungen dieses Absenders`;
    return { value: most.kind, reason: { de, en: `${most.count} of ${all} earlier items of this sender` } };
  }
  return { value: kind, reason: { de: 'nichts deutet auf eine andere Art', en: 'nothing points to another kind' } };
}

// A word of the title or of the sender says more about the matter than one somewhere in the text.
const TITLE_WEIGHT = 3;

/** Positions of the Aktenplan that share words with the letter; deeper positions are more exact. */
function proposeEinheiten(examination: Examination, stock: Stock, processId: string | null): FilingProposal[] {
  const title = new Set(stems(`${examination.title} ${examination.sender}`));
  const text = new Set(stems(examination.textExcerpt));
  const weight = (word: string) => (title.has(stem(word)) ? TITLE_WEIGHT : text.has(stem(word)) ? 1 : 0);
  const scored = stock.einheiten
    .map((einheit) => {
      const shared = words(einheit.titel).filter((word) => weight(word) > 0);
      return { einheit, shared, score: shared.reduce((sum, word) => sum + weight(word), 0) };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || other.einheit.level - one.einheit.level);
  return scored.map(({ einheit, shared }) => ({
    confidence: 'pruefen',
    aktenzeichen: einheit.kennzeichen,
    betreff: einheit.titel,
    reasons: shared.map((word) => ({
      de: `Stichwort „${word}“ passt zur Position`,
      en: `The word “${word}” fits the position`,
    })),
    target: { kind: 'aktenplaneinheit', aktenplaneinheitId: einheit.id },
    processId,
  }));
}

const STOP_WORDS = new Set([
  'und',
  'der',
  'die',
  'das',
  'den',
  'des',
  'von',
  'für',
  'mit',
  'allgemeine',
  'allgemeines',
  'sonstige',
  'sonstiges',
]);
// German inflects at the end; six letters keep „Rechnung“ and „Rechnungen“ together and „Recht“ apart.
const STEM_LETTERS = 6;

function words(text: string): string[] {
  return (text.match(/\p{L}{4,}/gu) ?? []).filter((word) => !STOP_WORDS.has(word.toLowerCase()));
}

function stem(word: string): string {
  return word.toLowerCase().slice(0, STEM_LETTERS);
}

function stems(text: string): string[] {
  return words(text).map(stem);
}
