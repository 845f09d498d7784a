import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import type { Particle, TypeRule } from '../../../archive/xdomea/structure/grammar.js';
import { MESSAGES_3 } from '../../../archive/xdomea/structure/messages-3.js';
import { versions } from '../../../archive/xdomea/versions.js';
import { describeWithShared } from '../../support/shared.js';

/** A complex type of the schema, reduced to what our grammar says: kind of content, and its elements in order. */
interface SchemaType {
  base?: string;
  kind: 'sequence' | 'choice';
  particles: SchemaParticle[];
}

interface SchemaParticle {
  readonly name: string;
  readonly occurs: Particle['occurs'];
  readonly type: string | undefined;
}

describeWithShared('our grammar compared with the schema', 'corpora/xdomea/x-man/server/xsd', (folder) => {
  describe.each(versions())('%s', (version) => {
    const types = readTypes(join(folder, version));
    const pairs = reachable(types);

    it('covers all types that a 0503 and a 0301 can reach', () => {
      expect(pairs.length).toBeGreaterThan(40);
    });

    it.each(pairs)('%s has the elements of %s in the same order and number', (ours, theirs) => {
      const rule = MESSAGES_3.type(ours);
      expect(outline(rule)).toEqual({
        kind: 'particles' in rule ? rule.kind : '',
        particles: particlesOf(types, theirs),
      });
    });
  });
});

function outline(rule: TypeRule) {
  if (!('particles' in rule)) return { kind: '', particles: [] };
  return { kind: rule.kind, particles: rule.particles.map(({ name, occurs }) => ({ name, occurs })) };
}

/** Pairs of our type and the schema's type, found by walking both from the root in step. */
function reachable(types: ReadonlyMap<string, SchemaType>): [string, string][] {
  const pairs = new Map<string, string>();
  const visit = (ours: string, theirs: string | undefined) => {
    const rule = MESSAGES_3.type(ours);
    if (theirs === undefined || pairs.has(ours) || !('particles' in rule) || !types.has(theirs)) return;
    pairs.set(ours, theirs);
    const childTypes = new Map(fullParticles(types, theirs).map(({ name, type }) => [name, type]));
    for (const { name, type } of rule.particles) visit(type, childTypes.get(name));
  };
  visit('Nachricht.0503', 'Aussonderung.Aussonderung.0503');
  visit('Nachricht.0301', 'Aktenplan.Aktenplan.0301');
  return [...pairs];
}

function particlesOf(types: ReadonlyMap<string, SchemaType>, name: string) {
  return fullParticles(types, name).map(({ name, occurs }) => ({ name, occurs }));
}

function fullParticles(types: ReadonlyMap<string, SchemaType>, name: string): SchemaParticle[] {
  const type = types.get(name);
  if (type === undefined) return [];
  return [...(type.base === undefined ? [] : fullParticles(types, type.base)), ...type.particles];
}

function readTypes(folder: string): Map<string, SchemaType> {
  const types = new Map<string, SchemaType>();
  for (const file of readdirSync(folder)) readFile(readFileSync(join(folder, file), 'utf8'), types);
  return types;
}

/** Reads complex types, named ones and those inside an element; the latter are called after their element. */
function readFile(schema: string, types: Map<string, SchemaType>): void {
  const parser = new SaxesParser();
  const open: { tag: string; name: string; type?: SchemaType }[] = [];
  const innermost = () => open.findLast(({ type }) => type !== undefined)?.type;
  parser.on('opentag', ({ name: tag, attributes }) => {
    const name = attributes['name'] ?? '';
    const frame: (typeof open)[number] = { tag, name };
    if (tag === 'xs:element') innermost()?.particles.push(particle(attributes, name));
    if (tag === 'xs:complexType') {
      frame.type = { kind: 'sequence', particles: [] };
      types.set(name === '' ? (open.at(-1)?.name ?? '') : name, frame.type);
    }
    const type = innermost();
    if (tag === 'xs:choice' && type !== undefined) type.kind = 'choice';
    if (tag === 'xs:extension' && type !== undefined) type.base = local(attributes['base'] ?? '');
    open.push(frame);
  });
  parser.on('closetag', () => open.pop());
  parser.write(schema).close();
}

function particle(attributes: Readonly<Record<string, string>>, name: string): SchemaParticle {
  const isOptional = attributes['minOccurs'] === '0';
  const isMany = attributes['maxOccurs'] === 'unbounded';
  const occurs = isMany ? (isOptional ? 'many' : 'some') : isOptional ? 'optional' : 'one';
  return { name, occurs, type: attributes['type'] === undefined ? name : local(attributes['type']) };
}

function local(name: string): string {
  return name.replace(/^xdomea:/, '');
}
