import type { StationArt } from '../contract/laufweg-views.js';
import { grants, type Permission, type Role } from '../contract/permissions.js';
import { reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';

/** Who made a version that goes round. */
export interface Author {
  /** null: a version from before ids were kept, or one that no person made; then the name counts. */
  readonly personId: Id | null;
  readonly name: string;
  readonly betreff: string;
}

/** Whom the Schlusszeichnung is closed to. */
export interface Concerned {
  readonly initiatorId: Id;
  readonly authors: readonly Author[];
  /** Who has co-signed in this Laufweg, for whomever. */
  readonly cosigners: readonly Id[];
}

/** Somebody who may be asked at a station. */
export interface Candidate {
  readonly id: Id;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Would see the Vorgang with an Aufgabe in it. */
  readonly cleared: boolean;
}

/**
 * Four eyes at the Schlusszeichnung: neither who made what is signed nor who sent it round, nor who has co-signed it, and
 * none of them for or by somebody else: a Vertretung is no second pair of eyes.
 *
 * @param signing the person, and whom they stand in for
 */
export function fourEyesAtStation(
  signing: readonly { readonly id: Id; readonly name: string }[],
  concerned: Concerned,
): Rejection | null {
  for (const person of signing) {
    const why = involvement(person, concerned);
    if (why) return reject('laufweg.fourEyes', { name: person.name, reasonDe: why.de, reasonEn: why.en });
  }
  return null;
}

function involvement(
  { id, name }: { readonly id: Id; readonly name: string },
  { initiatorId, authors, cosigners }: Concerned,
): Sentence | null {
  if (id === initiatorId) return { de: 'hat den Laufweg begonnen', en: 'has started the circulation' };
  const own = authors.find((author) => (author.personId === null ? author.name === name : author.personId === id));
  if (own) return { de: `hat „${own.betreff}“ verfasst`, en: `has written “${own.betreff}”` };
  if (cosigners.includes(id)) return { de: 'hat hier schon mitgezeichnet', en: 'has already co-signed here' };
  return null;
}

/** Why this person could never do what a station asks; null where nothing stands against it now. */
export function whyNever(candidate: Candidate, art: StationArt, concerned: Concerned): Sentence | null {
  if (!grants(candidate, 'aufgabe.work')) return { de: 'bearbeitet keine Aufgaben.', en: 'works on no tasks.' };
  if (!candidate.cleared) {
    return { de: 'darf diesen Vorgang nicht sehen.', en: 'may not see this case.' };
  }
  if (art !== 'schlusszeichnung') return null;
  if (!grants(candidate, 'zeichnung.sign')) return { de: 'darf nicht schlusszeichnen.', en: 'may not sign finally.' };
  const why = involvement(candidate, concerned);
  return why && { de: `${why.de} (Vier-Augen-Prinzip).`, en: `${why.en} (four-eyes principle).` };
}

/** The role that lets a person do this: whoever is handed the Aufgabe needs it, too. */
export function roleFor(candidate: Pick<Candidate, 'roles'>, art: StationArt): Role | null {
  const needed: Permission = art === 'schlusszeichnung' ? 'zeichnung.sign' : 'aufgabe.work';
  return candidate.roles.find((role) => grants({ roles: [role] }, needed)) ?? null;
}
