import { reject, type Rejection } from '../contract/rejections.js';

/** How an authority names its records. Places stand in braces: `{position}-{nummer:4}/{jahr}`. */
export interface AktenzeichenRule {
  /** Places `position`, `nummer` and, where numbers begin anew each year, `jahr`. */
  readonly akte: string;
  /** Begins with `{akte}`, the Aktenzeichen of the Akte above; place `nummer`. */
  readonly teilakte: string;
  /** Begins with `{akte}`, the Aktenzeichen of what it lies in; place `nummer`. */
  readonly vorgang: string;
}

/** What holds until an authority says otherwise: `20.31.04-0418/2026`, `…-T02`, `…/03`. */
export const DEFAULT_RULE: AktenzeichenRule = {
  akte: '{position}-{nummer:4}/{jahr}',
  teilakte: '{akte}-T{nummer:2}',
  vorgang: '{akte}/{nummer:2}',
};

export type RulePart = keyof AktenzeichenRule;

interface Place {
  readonly name: string;
  readonly width: number;
}

/** Literal text and places, in turn. */
type Piece = string | Place;

const PLACE = /\{([^{}]*)\}/g;
const LITERAL = /^[\p{L}\p{N}./_ -]*$/u;
const PLACES: Readonly<Record<RulePart, readonly string[]>> = {
  akte: ['position', 'nummer', 'jahr'],
  teilakte: ['akte', 'nummer'],
  vorgang: ['akte', 'nummer'],
};

/** Everything that stands against a rule; an empty list means that it can be used. */
export function ruleFaults(rule: AktenzeichenRule): Rejection[] {
  return (['akte', 'teilakte', 'vorgang'] as const).flatMap((part) => faultsOf(part, rule[part]));
}

/**
 * Whether numbers begin anew each year. A number is given once for position and year and never again, also not after
 * its Akte is gone; an opening that fails gives it back before anybody has seen it.
 */
export function countsByYear({ akte }: AktenzeichenRule): boolean {
  return pieces(akte).some((piece) => typeof piece !== 'string' && piece.name === 'jahr');
}

/** Aktenzeichen of an Akte. */
export function akteAktenzeichen(
  { akte }: AktenzeichenRule,
  values: { readonly position: string; readonly nummer: number; readonly jahr: number },
): string {
  return filled(akte, values);
}

/** Aktenzeichen of a Teilakte, Vorgang or Teilvorgang: that of what it lies in, and the running number there. */
export function partAktenzeichen(pattern: string, akte: string, nummer: number): string {
  return filled(pattern, { akte, nummer });
}

function pieces(pattern: string): Piece[] {
  return pattern.split(PLACE).map((piece, index): Piece => {
    if (index % 2 === 0) return piece;
    const [name = '', width = '1'] = piece.split(':');
    return { name, width: Number(width) };
  });
}

function faultsOf(part: RulePart, pattern: string): Rejection[] {
  const all = pieces(pattern);
  const places = all.filter((piece) => typeof piece !== 'string');
  const found: Rejection[] = [];
  const literals = all.filter((piece) => typeof piece === 'string');
  if (literals.some((literal) => !LITERAL.test(literal))) found.push(reject('akte.ruleLiteral', { part }));
  for (const { name, width } of places) {
    const known = PLACES[part].includes(name);
    if (!known || !(width >= 1 && width <= 9)) found.push(reject('akte.rulePlace', { part, place: name }));
  }
  for (const name of PLACES[part].filter((wanted) => wanted !== 'jahr')) {
    const count = places.filter((place) => place.name === name).length;
    if (count !== 1) found.push(reject('akte.ruleOnce', { part, place: name }));
  }
  if (places.filter(({ name }) => name === 'jahr').length > 1)
    found.push(reject('akte.ruleOnce', { part, place: 'jahr' }));
  if (part !== 'akte' && !pattern.startsWith('{akte}')) found.push(reject('akte.ruleBeginning', { part }));
  // Between two places stands something that is no digit, or 1 and 12 look like 11 and 2.
  const between = all.slice(2, -2).filter((piece) => typeof piece === 'string');
  if (between.some((literal) => !/^\P{N}(?:.*\P{N})?$/u.test(literal)))
    found.push(reject('akte.ruleDivider', { part }));
  return found;
}

function filled(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pieces(pattern)
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const value = values[piece.name];
      if (value === undefined) throw new Error(`The rule has a place ${piece.name}`);
      return String(value).padStart(piece.width, '0');
    })
    .join('');
}
