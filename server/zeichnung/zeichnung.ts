import { reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { AufgabeArt, Id } from '../contract/views.js';

export type ZeichnungArt = 'sachlich' | 'mitzeichnung' | 'schlusszeichnung';

const NAMES: Readonly<Record<ZeichnungArt, Sentence>> = {
  sachlich: { de: 'sachlich richtig', en: 'factually correct' },
  mitzeichnung: { de: 'Mitzeichnung', en: 'co-signature' },
  schlusszeichnung: { de: 'Schlusszeichnung', en: 'final signature' },
};

/** Which human assent the completion of an Aufgabe is; null where it is none. */
export function zeichnungOf(art: AufgabeArt): ZeichnungArt | null {
  if (art === 'pruefung') return 'sachlich';
  return art === 'mitzeichnung' || art === 'schlusszeichnung' ? art : null;
}

/**
 * Four eyes: whoever has made one kind of Zeichnung in a run of a process makes no other kind in it, and nobody co-signs
 * twice. Who signs for somebody else counts as both: a Vertretung is no second pair of eyes. (Feststellung und Anordnung gehören in verschiedene Hände, e.g. § 11 KomHKV and its sisters.)
 */
export function fourEyes(
  earlier: readonly { art: ZeichnungArt; personId: Id; fuerId: Id | null }[],
  art: ZeichnungArt,
  signing: readonly Id[],
): Rejection | null {
  const own = earlier.filter(({ personId, fuerId }) => signing.includes(personId) || signing.includes(fuerId ?? ''));
  const other = own.find((zeichnung) => zeichnung.art !== art || art === 'mitzeichnung');
  if (!other) return null;
  const { de, en } = NAMES[other.art];
  return reject('zeichnung.fourEyes', { earlierDe: de, earlierEn: en });
}
