import { createRandom } from '../../features/mutations/random.js';

/** How much is run, and how often what runs is killed. */
export interface KillPlan {
  readonly seed: number;
  readonly instances: number;
  readonly serverKills: number;
  readonly databaseKills: number;
}

export interface PlannedInstance {
  readonly name: string;
  /** Who signs side by side. */
  readonly people: readonly string[];
}

/** The instances of a plan; the same for the same seed. */
export function plannedInstances({ seed, instances }: KillPlan): PlannedInstance[] {
  const random = createRandom(seed);
  return Array.from({ length: instances }, (_, index) => ({
    name: `kill-${seed}-${index}`,
    people: Array.from({ length: 1 + random.below(3) }, (_person, number) => `p${number}`),
  }));
}

/** What the inbox must have been told in the end, by element: each task once that it is there, once that it is over. */
export function expectedInbox(planned: readonly PlannedInstance[]): Record<string, number> {
  const signing = planned.reduce((sum, { people }) => sum + people.length, 0);
  const tasks = { pruefen: planned.length, mitzeichnen: signing, schluss: planned.length };
  return Object.fromEntries(
    Object.entries(tasks).flatMap(([element, count]) => [
      [`${element} created`, count],
      [`${element} gone`, count],
    ]),
  );
}
