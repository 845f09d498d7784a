import type { Sentence } from '../../findings/finding.js';

/** How often an element may stand in its place. */
export type Occurs = 'one' | 'optional' | 'some' | 'many';

/** One element in the content of another. */
export interface Particle {
  readonly name: string;
  readonly occurs: Occurs;
  readonly type: string;
  /** `code` and `name` of the code lists are in no namespace, everything else is in that of the version. */
  readonly form: 'qualified' | 'unqualified';
}

export interface AttributeRule {
  readonly use: 'optional' | 'required';
  readonly fixed?: string;
}

/** What an element may contain: elements in order, one of several elements, a value, or anything. */
export type TypeRule =
  | {
      readonly kind: 'sequence' | 'choice';
      readonly particles: readonly Particle[];
      readonly attributes: Readonly<Record<string, AttributeRule>>;
    }
  | { readonly kind: 'value'; readonly expected: Sentence; readonly accepts: (text: string) => boolean }
  | { readonly kind: 'any' };

export type Types = Readonly<Record<string, TypeRule>>;

/** The structure of the messages of one version: all types by name, and the type of each root element. */
export interface Grammar {
  readonly type: (name: string) => TypeRule;
  readonly roots: Readonly<Record<string, string>>;
}

/** Joins types to a grammar. A reference to a type that is not there is a bug and throws at start. */
export function grammar(types: Types, roots: Readonly<Record<string, string>>): Grammar {
  const type = (name: string) => {
    const rule = types[name];
    if (rule === undefined) throw new Error(`The grammar has no type ${name}`);
    return rule;
  };
  Object.values(roots).forEach(type);
  for (const rule of Object.values(types)) {
    if ('particles' in rule) rule.particles.forEach((particle) => type(particle.type));
  }
  return { type, roots };
}

export const one = (name: string, type: string): Particle => particle(name, 'one', type);
export const optional = (name: string, type: string): Particle => particle(name, 'optional', type);
export const some = (name: string, type: string): Particle => particle(name, 'some', type);
export const many = (name: string, type: string): Particle => particle(name, 'many', type);

/** Elements in this order. */
export function sequence(...particles: readonly Particle[]): TypeRule & { particles: readonly Particle[] } {
  return { kind: 'sequence', particles, attributes: {} };
}

/** Exactly one of these elements. */
export function choice(...particles: readonly Particle[]): TypeRule {
  return { kind: 'choice', particles, attributes: {} };
}

export function isRequired(part: Particle): boolean {
  return part.occurs === 'one' || part.occurs === 'some';
}

export function isRepeatable(part: Particle): boolean {
  return part.occurs === 'some' || part.occurs === 'many';
}

function particle(name: string, occurs: Occurs, type: string): Particle {
  return { name, occurs, type, form: 'qualified' };
}
