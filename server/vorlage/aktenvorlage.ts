import type { AktenvorlageKind, AktenvorlagePart } from '../contract/vorlage-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { brokenInLine, namesOf, placeFaults, placesOfLine } from './merge-values.js';

/** What may lie in what. */
const HOLDS: Readonly<Record<AktenvorlageKind | AktenvorlagePart['kind'], readonly AktenvorlagePart['kind'][]>> = {
  akte: ['teilakte', 'vorgang'],
  teilakte: ['teilakte', 'vorgang'],
  vorgang: ['vorgang', 'dokument'],
  dokument: [],
};

/** An Akte stands on the first level, a Vorgang on the fourth at most; a Teilakte leaves room for one. */
const DEEPEST: Readonly<Record<AktenvorlagePart['kind'], number>> = { teilakte: 3, vorgang: 4, dokument: 5 };

/**
 * Everything that stands against the parts of an Aktenvorlage. What a Vorgang begins with may lie deeper than is known
 * here: on which level it is opened shows only then.
 *
 * @param inUse Dokumentvorlagen that can be written from
 */
export function partFaults(
  kind: AktenvorlageKind,
  parts: readonly AktenvorlagePart[],
  inUse: ReadonlySet<Id>,
): Rejection[] {
  const levels: number[] = [];
  return parts.flatMap((part, index): Rejection[] => {
    const { betreff } = part;
    const above = part.above === null ? { kind } : part.above < index ? parts[part.above] : undefined;
    const level = (part.above === null ? (kind === 'akte' ? 1 : 2) : (levels[part.above] ?? 0)) + 1;
    levels.push(level);
    const faults = placeFaults(placesOfLine(betreff), brokenInLine(betreff));
    if (!above || !HOLDS[above.kind].includes(part.kind)) faults.push(reject('vorlage.partMisplaced', { betreff }));
    if (level > DEEPEST[part.kind]) faults.push(reject('vorlage.partTooDeep', { betreff }));
    const written = part.dokumentvorlageId !== null && inUse.has(part.dokumentvorlageId);
    if (part.kind === 'dokument' ? !written : part.dokumentvorlageId !== null) {
      faults.push(reject('vorlage.partWithout', { betreff }));
    }
    return faults;
  });
}

const ALWAYS_KNOWN = /^(akte|bearbeitung|mandant|datum)\./;

/**
 * Names of the places that the new records cannot fill by themselves: typed by whoever opens them.
 *
 * @param places of each Dokumentvorlage that a part is written from
 */
export function askedNames(
  kind: AktenvorlageKind,
  parts: readonly AktenvorlagePart[],
  places: ReadonlyMap<Id, readonly string[]>,
): string[] {
  const asked = new Set<string>();
  for (const { betreff, above, dokumentvorlageId, ...part } of parts) {
    const holder = above === null ? kind : parts[above]?.kind;
    const known = (name: string) =>
      ALWAYS_KNOWN.test(name) || (holder === 'vorgang' && name.startsWith('vorgang.')) || name === 'dokument.betreff';
    const needed = [
      ...placesOfLine(betreff),
      ...(part.kind === 'dokument' ? (places.get(dokumentvorlageId ?? '') ?? []) : []),
    ];
    for (const name of namesOf(needed)) if (!known(name)) asked.add(name);
  }
  return [...asked];
}
