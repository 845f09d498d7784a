import type { Place, Values } from '../../findings/finding.js';
import type { Report } from '../../findings/report.js';
import type { XmlAttribute } from '../read/read-xml.js';
import { isRepeatable, isRequired, type AttributeRule, type Particle, type TypeRule } from './grammar.js';

/** Follows the content of one element against its type. One is made per open element. */
export interface ContentCheck {
  /** Judges the next child; answers its particle, or undefined if the child is not to be read further. */
  readonly child: (name: string, form: Particle['form'] | 'foreign', place: () => Place) => Particle | undefined;
  /** Judges what is missing or wrong once the element is closed. */
  readonly close: (text: string) => void;
}

/** Starts the check of an element of the given type. Findings about the element carry `place`. */
export function checkContent(rule: TypeRule, place: () => Place, report: Report): ContentCheck {
  switch (rule.kind) {
    case 'any':
      return { child: () => undefined, close: () => undefined };
    case 'value':
      return checkValue(rule, place, report);
    case 'choice':
      return checkParticles(rule.particles, chosenOnce(), place, report);
    case 'sequence':
      return checkParticles(rule.particles, inOrder(), place, report);
  }
}

const NAMESPACES_WITHOUT_RULES = new Set([
  'http://www.w3.org/2000/xmlns/',
  'http://www.w3.org/2001/XMLSchema-instance',
]);

/** Judges the attributes of an element; namespace declarations and schema hints may stand anywhere. */
export function checkAttributes(
  rule: TypeRule,
  attributes: readonly XmlAttribute[],
  place: () => Place,
  report: Report,
): void {
  if (rule.kind === 'any') return;
  const rules = 'attributes' in rule ? rule.attributes : {};
  const own = attributes.filter((each) => !NAMESPACES_WITHOUT_RULES.has(each.uri));
  const add = (values: Values) => report.add('structure.attribute', place(), values);
  for (const { name, value } of own) {
    const known: AttributeRule | undefined = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (known === undefined) add({ attribute: name, expected: '–', found: value });
    else if (known.fixed !== undefined && known.fixed !== value)
      add({ attribute: name, expected: known.fixed, found: value });
  }
  for (const [name, { use }] of Object.entries(rules)) {
    const isMissing = use === 'required' && !own.some((each) => each.name === name);
    if (isMissing) add({ attribute: name, expected: { de: 'ein Wert', en: 'a value' }, found: '–' });
  }
}

function checkValue(rule: Extract<TypeRule, { kind: 'value' }>, place: () => Place, report: Report): ContentCheck {
  return {
    child: (name, _form, at) => {
      report.add('structure.unknown', at(), { element: name });
      return undefined;
    },
    close: (text) => {
      if (!rule.accepts(text)) report.add('structure.value', place(), { expected: rule.expected, found: text });
    },
  };
}

/** How the position moves through the particles: in a sequence forwards, in a choice once. */
interface Walk {
  readonly next: (particles: readonly Particle[], wanted: number) => 'accepted' | 'repeated' | 'misplaced';
  readonly missing: (particles: readonly Particle[]) => readonly Particle[];
}

function checkParticles(particles: readonly Particle[], walk: Walk, place: () => Place, report: Report): ContentCheck {
  return {
    child: (name, form, at) => {
      const index = particles.findIndex((each) => each.name === name && each.form === form);
      const found = particles[index];
      if (found === undefined) {
        report.add('structure.unknown', at(), { element: name });
        return undefined;
      }
      const verdict = walk.next(particles, index);
      if (verdict !== 'accepted') report.add(`structure.${verdict}`, at(), { element: name });
      return found;
    },
    close: (text) => {
      for (const { name } of walk.missing(particles)) report.add('structure.missing', place(), { element: name });
      if (text.trim() !== '') report.add('structure.text', place(), { found: text.trim() });
    },
  };
}

function inOrder(): Walk {
  const seen = new Set<number>();
  let furthest = -1;
  return {
    next: (particles, wanted) => {
      const again = seen.has(wanted);
      const particle = particles[wanted];
      seen.add(wanted);
      // Elements of the same place come side by side; one that returns after a later one is misplaced.
      if (wanted < furthest)
        return again && particle !== undefined && !isRepeatable(particle) ? 'repeated' : 'misplaced';
      furthest = wanted;
      return again && particle !== undefined && !isRepeatable(particle) ? 'repeated' : 'accepted';
    },
    // Only what never came is missing. What came in the wrong place was reported as misplaced.
    missing: (particles) => particles.filter((each, index) => isRequired(each) && !seen.has(index)),
  };
}

function chosenOnce(): Walk {
  let chosen: number | undefined;
  return {
    next: (particles, wanted) => {
      const particle = particles[wanted];
      if (chosen === undefined) {
        chosen = wanted;
        return 'accepted';
      }
      if (chosen !== wanted) return 'misplaced';
      return particle !== undefined && isRepeatable(particle) ? 'accepted' : 'repeated';
    },
    missing: (particles) => (chosen === undefined ? particles.slice(0, 1) : []),
  };
}
