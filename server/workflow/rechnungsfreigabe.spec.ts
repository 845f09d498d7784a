import { readdirSync, readFileSync } from 'node:fs';
import { projectPath } from '../platform/project-path.js';
import { compile } from './embedded/compile.js';
import {
  completeTask,
  openTasks,
  passTime,
  path,
  publish,
  startByMessage,
  throwAtTask,
  variablesAt,
  worldOf,
  type World,
} from './embedded/world.testing.js';

const folder = projectPath('processes/rechnungsfreigabe');
const xml = readFileSync(`${folder}/process.bpmn`, 'utf8');
const VORGANG = '2f8c9d1e-0000-4000-8000-000000000001';

describe('the model Rechnungsfreigabe', () => {
  it('compiles without a finding', async () => {
    expect(await compile(xml)).toMatchObject({ kind: 'compiled', warnings: [] });
  });

  it('carries the forms that lie beside it', async () => {
    const compiled = await compile(xml);
    if (compiled.kind === 'refused') throw new Error('refused');
    const carried = [...compiled.models[0].elements.values()].flatMap(({ job }) => (job?.form ? [job.form] : []));
    const files = readdirSync(folder).filter((name) => name.endsWith('.form.json'));
    const beside = files.map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as { id: string });
    expect(carried.sort(byId)).toEqual(beside.sort(byId));
  });

  it('says of every user task what it is, what it asks and how long it may take, in both languages', async () => {
    const compiled = await compile(xml);
    if (compiled.kind === 'refused') throw new Error('refused');
    const tasks = [...compiled.models[0].elements.values()].filter(({ job }) => job?.kind === 'user');
    expect(tasks).toHaveLength(6);
    for (const { job } of tasks) {
      expect(Object.keys(job?.headers ?? {}).sort()).toEqual([
        'lm:art',
        'lm:frage',
        'lm:frage.en',
        'lm:frist',
        'lm:titel.en',
      ]);
    }
  });

  it('gives everybody who co-signs a task of their own', async () => {
    const world = await received('12.450,80');
    completeTask(world, 'RechnungLesen', read(world));
    completeTask(world, 'SachlichePruefung', { entscheidung: 'richtig', erledigtVon: 'p9' });
    expect(world.jobs.map(({ assignment }) => assignment?.assignee)).toEqual(['p1', 'p2']);
    expect(variablesAt(world, 'Mitzeichnung')).toMatchObject({
      betragEuro: 12450.8,
      kreditor: 'Nordlicht Gebäudeservice GmbH',
    });
  });
});

describe('example.feature', () => {
  for (const { name, steps } of scenarios(readFileSync(`${folder}/example.feature`, 'utf8'))) {
    it(name, async () => {
      const world = { current: await worldOf(xml) };
      for (const step of steps) await play(world, step);
    });
  }
});

interface Stage {
  current: World;
}

type Step = readonly [RegExp, (stage: Stage, ...words: string[]) => void | Promise<void>];

const STEPS: readonly Step[] = [
  [
    /^eine Rechnung über (.+) € ist eingegangen$/,
    async (stage, amount = '') => void (stage.current = await received(amount)),
  ],
  [/^die Rechnung gelesen ist$/, ({ current }) => completeTask(current, 'RechnungLesen', read(current))],
  [/^die Rechnung unlesbar ist$/, ({ current }) => throwAtTask(current, 'RechnungLesen', 'RECHNUNG_UNLESBAR')],
  [
    /^(.+) € als Betrag erfasst sind$/,
    ({ current }, amount = '') =>
      completeTask(current, 'RechnungsdatenErfassen', {
        kreditor: 'Nordlicht',
        nummer: '1',
        datum: '2026-11-03',
        betragEuro: cents(amount) / 100,
      }),
  ],
  [
    /^die Sachliche Prüfung mit „(.+)“ erledigt ist$/,
    ({ current }, entscheidung = '') => completeTask(current, 'SachlichePruefung', { entscheidung }),
  ],
  [
    /^die Mitzeichnung mit „(.+)“ erledigt ist$/,
    ({ current }, entscheidung = '') => completeTask(current, 'Mitzeichnung', { entscheidung }),
  ],
  [
    /^die Schlusszeichnung mit „(.+)“ erledigt ist$/,
    ({ current }, entscheidung = '') => completeTask(current, 'Schlusszeichnung', { entscheidung }),
  ],
  [/^der Vermerk erstellt ist$/, ({ current }) => completeTask(current, 'VermerkErstellen', { vermerkId: 'd2' })],
  [
    /^die Zahlung angewiesen ist$/,
    ({ current }) => completeTask(current, 'ZahlungAnweisen', { zahlungsdatum: '2026-11-10', buchungszeichen: 'B 1' }),
  ],
  [/^„(.+)“ erledigt ist$/, ({ current }, name = '') => completeTask(current, idOf(current, name))],
  [/^(\d+) Tage vergehen$/, ({ current }, days = '') => passTime(current, Number(days) * 86_400_000)],
  [
    /^ein Storno verlangt wird$/,
    ({ current }) =>
      expect(publish(current, 'rechnung.storno', VORGANG, { stornoGrund: 'doppelt' })).toBe('correlated'),
  ],
  [
    /^wart(?:et|en) „(.+)“$/,
    ({ current }, names = '') => expect(openNames(current).sort()).toEqual(names.split('“ und „').sort()),
  ],
  [
    /^ist der Ablauf bei „(.+)“ beendet$/,
    ({ current }, name = '') => {
      expect(current.ended?.outcome).toBe('completed');
      expect(path(current)).toContain(idOf(current, name));
    },
  ],
];

async function play(stage: Stage, text: string): Promise<void> {
  for (const [pattern, perform] of STEPS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    await perform(stage, ...match.slice(1));
    expect(stage.current.incidents).toEqual([]);
    return;
  }
  throw new Error(`Nobody knows how to play the step: ${text}`);
}

/** Scenarios with their steps, the words „Angenommen“, „Wenn“, „Dann“ and „Und“ taken off. */
function scenarios(text: string): { name: string; steps: string[] }[] {
  return text
    .split('Szenario: ')
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.split('\n').map((line) => line.trim());
      return {
        name,
        steps: lines.filter((line) => line !== '').map((line) => line.replace(/^(Angenommen|Wenn|Dann|Und) /, '')),
      };
    });
}

async function received(amount: string): Promise<World> {
  const world = await worldOf(xml);
  startByMessage(world, 'rechnung.eingegangen', {
    lmMandantId: 'm1',
    eingangId: 'e1',
    vorgangId: VORGANG,
    dokumentId: 'd1',
    aktenzeichen: '20.31.04-2026/1',
    betreff: String(cents(amount)),
  });
  return world;
}

function read(world: World) {
  const rechnung = {
    kreditor: 'Nordlicht Gebäudeservice GmbH',
    nummer: 'RE-1',
    datum: '2026-11-01',
    betragCent: Number(variablesAt(world, 'RechnungLesen')['betreff']),
    waehrung: 'EUR',
    iban: 'DE02120300000000202051',
    leitwegKennung: null,
    quelle: 'ubl',
  };
  return { rechnung, mitzeichnende: ['p1', 'p2'] };
}

function cents(amount: string): number {
  return Number(amount.replace(/[.,]/g, ''));
}

function openNames(world: World): string[] {
  return openTasks(world).map((id) => world.model.elements.get(id)?.name ?? id);
}

function idOf(world: World, name: string): string {
  const found = [...world.model.elements.values()].find((element) => element.name === name);
  if (found === undefined) throw new Error(`The model has no element named ${name}`);
  return found.id;
}

function byId(left: { id?: unknown }, right: { id?: unknown }): number {
  return String(left.id).localeCompare(String(right.id));
}
