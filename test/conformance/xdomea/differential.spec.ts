import { anXml, aContainer, NOW } from '../../../archive/test-support/sample-0503.js';
import { errorsOf } from '../../../archive/test-support/refusals.js';
import { openSchemaCheck, type SchemaCheck } from '../../../archive/xdomea/schema-check.js';
import { validate0503 } from '../../../archive/xdomea/validate-0503.js';
import { describeWithShared } from '../../support/shared.js';

/**
 * Random changes to a valid message, each judged by the schema and by us: what the schema refuses we refuse too, without
 * having the schema. The seed is fixed, so that a failure can be repeated; the message of a failure is the changed place.
 */
describeWithShared('random changes, judged by the schema and by us', 'corpora/xdomea/x-man/server/xsd', (folder) => {
  let schema: SchemaCheck;
  beforeAll(async () => void (schema = await openSchemaCheck(folder)));
  afterAll(() => schema.dispose());

  it.each([1, 2, 3, 4, 5, 6])('refuses whatever the schema refuses (seed %i)', async (seed) => {
    const random = generator(seed);
    let refused = 0;
    for (let round = 0; round < 150; round += 1) {
      const { xml, what } = changed(anXml(), random);
      const findings = schema.check('3.1.0', Buffer.from(xml));
      if (findings.length === 0) continue;
      refused += 1;
      const ours = errorsOf(await validate0503(xml, aContainer(), { now: NOW }));
      if (ours.length === 0) throw new Error(`Only the schema refuses: ${what}: ${findings[0]?.en}`);
    }
    // The changes must really hit: otherwise this test would prove nothing.
    expect(refused).toBeGreaterThan(75);
  });
});

type Random = (below: number) => number;

const VALUES = [
  '',
  ' ',
  '0',
  '1',
  'true',
  '-1',
  '99999999999',
  'A',
  'X',
  '001',
  '999',
  '2026-02-30',
  '2026-11-03',
  'ü',
  '<b/>',
  '12:00',
  '\t1\n',
];

/** One random change of element, value, order or attribute. */
function changed(xml: string, random: Random): { xml: string; what: string } {
  const elements = [...xml.matchAll(/<(xdomea:)?([\w.]+)[^<>]*>([^<>]*)<\/(xdomea:)?\2>/g)];
  const hit = pick(elements, random);
  const other = pick(elements, random);
  const [whole, , name = '', text = ''] = hit;
  const at = hit.index;
  const replaced = (by: string) => xml.slice(0, at) + by + xml.slice(at + whole.length);
  const value = pick(VALUES, random);
  const changes: readonly (() => string)[] = [
    () => replaced(''),
    () => replaced(whole + whole),
    () => replaced(other[0]),
    () => replaced(whole + other[0]),
    () => replaced(whole.replace(`>${text}<`, () => `>${value}<`)),
    () => replaced(whole.replace(`>${text}<`, () => `> ${text}\n<`)),
    () => replaced(whole.replaceAll(name, 'Unbekannt')),
    () => replaced(whole.replace(name, `${name} fremd="1"`)),
    () => replaced(whole.replace(/listURI="[^"]*"/, 'listURI="urn:x"').replace(/ listVersionID="[^"]*"/, '')),
    () => replaced(`Text ${whole}`),
    () => xml.replace(new RegExp(`<xdomea:${pick(CONTAINERS, random)}>`), (found) => `${found}${other[0]}`),
  ];
  const kind = random(changes.length);
  return { xml: changes[kind]?.() ?? xml, what: `change ${kind} at ${whole} with ${value} or ${other[0]}` };
}

const CONTAINERS = [
  'Kopf',
  'Akte',
  'Vorgang',
  'Dokument',
  'Format',
  'Laufzeit',
  'Verfuegung',
  'SignaturSiegel',
  'Schriftgutobjekt',
];

function pick<T>(items: readonly T[], random: Random): T {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}

/** Small repeatable generator (mulberry32). */
function generator(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
