import type { Holder } from '../../server/access/access.js';
import { loadHolders, loadRuleBook } from '../../server/access/holder.queries.js';
import { PEOPLE } from '../../server/demo/people.js';
import type { Random } from '../features/mutations/random.js';
import type { ActBench } from './act-bench.js';
import { examinedEingang } from './eingaenge.js';

export interface RandomEingang {
  readonly id: string;
  readonly personId: string | null;
  readonly unitId: string | null;
  readonly acceptedBy: string | null;
}

const COUNT = 12;

/** Eingaenge that are not filed: at the desk, with a person or a unit, and accepted by anybody. */
export async function randomEingaenge(bench: ActBench, random: Random): Promise<RandomEingang[]> {
  const units = await bench.sql<{ id: string }>(`SELECT id FROM unit ORDER BY code`);
  const someone = () => bench.personId(random.pick(PEOPLE).login);
  const made: RandomEingang[] = [];
  for (let count = 0; count < COUNT; count++) {
    const kind = random.below(4);
    const eingang = {
      id: await examinedEingang(bench),
      personId: kind === 1 ? someone() : null,
      unitId: kind > 1 ? random.pick(units).id : null,
      acceptedBy: kind > 0 && random.below(3) === 0 ? someone() : null,
    };
    await bench.sql(
      `UPDATE eingang SET receiver_id = $2, receiver_unit_id = $3, accepted_by = $4, forwarded = $5 WHERE id = $1`,
      [eingang.id, eingang.personId, eingang.unitId, eingang.acceptedBy, kind === 0 ? null : '{}'],
    );
    made.push(eingang);
  }
  return made;
}

/** The same by the naive reading: each person, or whoever they stand in for, is asked about each Eingang. */
export async function whoReads(bench: ActBench, made: readonly RandomEingang[]): Promise<Map<string, string[]>> {
  return bench.database.transaction(bench.mandantId, async (queries) => {
    const holders = await loadHolders(queries);
    const book = await loadRuleBook(queries, bench.clock.today(), holders);
    return new Map(
      holders.map((holder) => {
        const absent = book.vertretungen.filter(({ deputyId, part }) => deputyId === holder.id && part === null);
        const hands = [holder, ...absent.flatMap(({ personId }) => book.holders.get(personId) ?? [])];
        return [
          holder.id,
          made
            .filter((eingang) => hands.some((hand) => reads(hand, eingang)))
            .map(({ id }) => id)
            .sort(),
        ];
      }),
    );
  });
}

function reads({ id, unitId, roles }: Holder, eingang: RandomEingang): boolean {
  if (roles.includes('poststelle') || roles.includes('registratur')) return true;
  if (eingang.acceptedBy) return eingang.acceptedBy === id;
  if (eingang.personId) return eingang.personId === id;
  return eingang.unitId === unitId && (roles.includes('sachbearbeitung') || roles.includes('leitung'));
}
