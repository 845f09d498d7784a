import type { StationArt, StationLine, StationPlace } from '../contract/laufweg-views.js';
import { reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { clearedPeople } from '../akte/clearance.queries.js';
import { listColleagues, type ColleagueRow } from '../identity/identity.queries.js';
import type { Transaction } from '../platform/transaction.js';
import type { NameOf, PlacedLine } from './building.js';
import { whyNever, type Candidate, type Concerned } from './four-eyes.js';

// Of a role one person who may do it is enough; their rights are computed one by one.
const ASKED_AT_ONCE = 10;

/** Somebody who would never do it, with the reason; or a role that nobody has who could. */
export type Unsuited =
  { readonly kind: 'person'; readonly name: string; readonly why: Sentence } | { readonly kind: 'nobody' };

/** Everybody who can sign in, as those whom a Laufweg may ask. */
export interface People {
  readonly nameOf: NameOf;
  /** What stands against whom something goes to; null: nothing. */
  unsuited(who: StationPlace, art: StationArt, concerned: Concerned): Promise<Unsuited | null>;
  /** Everything that stands against those whom the lines ask. */
  findings(lines: readonly PlacedLine[], concerned: Concerned): Promise<Rejection[]>;
}

/** Reads the people of the office once, and what each may see of the Vorgang where it is asked. */
export async function peopleFor(tx: Transaction, vorgangId: Id): Promise<People> {
  const colleagues = await listColleagues(tx);
  const byId = new Map(colleagues.map((colleague) => [colleague.id, colleague]));
  const nameOf: NameOf = (id) => byId.get(id)?.name ?? '–';
  const candidates = candidatesIn(tx, vorgangId);

  const ofPerson = async (personId: Id, art: StationArt, concerned: Concerned): Promise<Sentence | null> => {
    const colleague = byId.get(personId);
    const [candidate] = colleague ? await candidates([colleague]) : [];
    if (!candidate) return { de: 'kann sich nicht (mehr) anmelden.', en: 'cannot sign in (any more).' };
    return whyNever(candidate, art, concerned);
  };
  const anybodyFits = async (able: readonly ColleagueRow[], art: StationArt, concerned: Concerned) => {
    for (let from = 0; from < able.length; from += ASKED_AT_ONCE) {
      const asked = await candidates(able.slice(from, from + ASKED_AT_ONCE));
      if (asked.some((candidate) => whyNever(candidate, art, concerned) === null)) return true;
    }
    return false;
  };
  const unsuited: People['unsuited'] = async (who, art, concerned) => {
    if (who.kind === 'role') {
      const able = colleagues.filter(
        ({ roles, unitId }) => roles.includes(who.role) && (who.unitId === null || who.unitId === unitId),
      );
      return (await anybodyFits(able, art, concerned)) ? null : { kind: 'nobody' };
    }
    const why = await ofPerson(who.personId, art, concerned);
    return why && { kind: 'person', name: nameOf(who.personId), why };
  };
  const findingOf = async (line: StationLine, number: number, concerned: Concerned): Promise<Rejection | null> => {
    const found = await unsuited(line.who, line.art, concerned);
    if (found?.kind !== 'person') return found && reject('laufweg.nobodyInRole', { line: number });
    const { name, why } = found;
    return reject('laufweg.personUnsuited', { line: number, name, reasonDe: why.de, reasonEn: why.en });
  };
  return {
    nameOf,
    unsuited,
    findings: async (lines, concerned) => {
      const found: Rejection[] = [];
      for (const { line, number } of lines) {
        const finding = line.kind === 'station' ? await findingOf(line, number, concerned) : null;
        if (finding) found.push(finding);
      }
      return found;
    },
  };
}

/** Finds out what each of a few people may see of the Vorgang. */
export function candidatesIn(
  tx: Transaction,
  vorgangId: Id,
): (people: readonly ColleagueRow[]) => Promise<Candidate[]> {
  const known = new Map<Id, boolean>();
  return async (people) => {
    const unknown = people.flatMap(({ id }) => (known.has(id) ? [] : [id]));
    const cleared = unknown.length > 0 ? await clearedPeople(tx, vorgangId, unknown, tx.clock.today()) : new Set<Id>();
    for (const id of unknown) known.set(id, cleared.has(id));
    return people.map(({ id, name, roles }) => ({ id, name, roles, cleared: known.get(id) ?? false }));
  };
}
