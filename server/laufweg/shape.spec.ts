import { randomNumbers } from '../workflow/embedded/random-model.testing.js';
import { compile } from '../workflow/embedded/compile.js';
import { send, startByMessage, worldOf, type World } from '../workflow/embedded/world.testing.js';
import { nodesOf, stationsOf, type StationGroup, type StationNode } from './laufweg.js';
import { parallel, randomTree, sequence, skipped, station, underWay, vote, yes } from './laufweg.testing.js';
import { shapeBpmn } from './shape-bpmn.js';
import { processIdOf, remainingShape, shapeText, stationIdsOf, type Shape } from './shape.js';

const textOf = (root: StationGroup) => {
  const shape = remainingShape(root);
  return shape ? shapeText(shape) : 'nothing';
};

describe('what remains of a Laufweg', () => {
  it('is nothing when all have answered or were skipped', () => {
    expect(textOf(sequence('w', yes('a'), skipped('b'), parallel('g')))).toBe('nothing');
  });

  it('is what is open, in the simplest form', () => {
    expect(textOf(sequence('w', yes('a'), underWay('b')))).toBe('m');
    expect(textOf(sequence('w', parallel('g', yes('a'), station('b')), station('c')))).toBe('s(m,m)');
    expect(textOf(sequence('w', parallel('g', parallel('h', station('a'), station('b')), station('c'))))).toBe(
      'p(m,m,m)',
    );
    const mixed = sequence('w', sequence('s', station('a'), vote('g', 1, station('b'), station('c'))), station('d'));
    expect(textOf(mixed)).toBe('s(m,p(m,m),m)');
  });

  it('has the same process for whoever asks alike, and another one otherwise', () => {
    const id = (root: StationGroup) => processIdOf(remainingShape(root) as Shape);
    expect(id(sequence('w', station('a'), station('b')))).toBe(id(sequence('x', yes('c'), station('d'), station('e'))));
    expect(id(sequence('w', station('a'), station('b')))).not.toBe(
      id(sequence('w', parallel('g', station('a'), station('b')))),
    );
  });
});

describe('the process of a shape', () => {
  it('compiles without a finding and asks every station exactly once, in an order that the list allows', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomNumbers(seed);
      const root = randomTree(random);
      const shape = remainingShape(root) as Shape;
      const xml = shapeBpmn(shape);
      const compiled = await compile(xml);
      expect(compiled.kind === 'refused' ? compiled.findings : compiled.warnings).toEqual([]);
      const asked = await playThrough(xml, shape, random);
      expect([...asked].sort()).toEqual(
        stationsOf(root)
          .map(({ id }) => id)
          .sort(),
      );
      expect(outOfOrder(root, asked)).toEqual([]);
    }
  });

  it('of 200 stations is still one process', async () => {
    const members = Array.from({ length: 200 }, (_, index) => station(`n${index}`));
    const compiled = await compile(shapeBpmn(remainingShape(sequence('w', ...members)) as Shape));
    expect(compiled.kind).toBe('compiled');
  });
});

/** Plays the process, whoever is next chosen at random. Returns the stations in the order in which they answered. */
async function playThrough(xml: string, shape: Shape, random: (below: number) => number): Promise<string[]> {
  const world = await worldOf(xml);
  const stationen = stationIdsOf(shape);
  startByMessage(world, processIdOf(shape), { stationen });
  const asked: string[] = [];
  while (world.jobs.length > 0) {
    const job = world.jobs[random(world.jobs.length)];
    if (!job) throw new Error('no job');
    asked.push(stationOf(world, job.elementId, stationen));
    send(world, { kind: 'completeJob', jobKey: job.key, elementKey: job.elementKey, variables: {} });
  }
  expect(world.ended?.outcome).toBe('completed');
  return asked;
}

/** The input mapping has to give the task the station whose number it has. */
function stationOf(world: World, elementId: string, stationen: readonly string[]): string {
  const number = Number(elementId.replace('Station', ''));
  const scope = Object.values(world.state?.instances ?? {}).find((instance) => instance.elementId === elementId);
  const own = (scope as { variables?: Record<string, unknown> } | undefined)?.variables?.['station'];
  expect(own).toBe(stationen[number - 1]);
  return String(own);
}

/** Pairs of stations that a sequence wants the other way round. */
function outOfOrder(root: StationGroup, asked: readonly string[]): string[] {
  return nodesOf(root).flatMap((node) =>
    node.kind === 'group' && node.order === 'sequence'
      ? node.members.slice(1).flatMap((member, index) => wrong(node.members[index], member, asked))
      : [],
  );
}

function wrong(before: StationNode | undefined, after: StationNode, asked: readonly string[]): string[] {
  const place = ({ id }: { id: string }) => asked.indexOf(id);
  const last = Math.max(...(before ? stationsOf(before) : []).map(place));
  const first = Math.min(...stationsOf(after).map(place));
  return last > first ? [`${before?.id} ${after.id}`] : [];
}
