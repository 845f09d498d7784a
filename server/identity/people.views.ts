import type { PeoplePage, PersonRow, SignInFacts } from '../contract/people-views.js';
import { grants } from '../contract/permissions.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { placeAfter, type PeoplePlace } from './people-place.js';
import { areaOf, IN_AREA } from './transfer-area.js';

const PAGE = 100;

interface Row extends Omit<PersonRow, 'signIn'>, Omit<SignInFacts, 'secondFactorSince'> {
  readonly since: Date | null;
}

/**
 * People of the acting person's area by name, from the place on; also those whose account is off, because their work may
 * still lie there. How somebody signs in is told to whoever can do something about it, and to nobody else.
 */
export async function loadPeople(tx: Transaction, words: string, after: PeoplePlace | null): Promise<PeoplePage> {
  const rows = await tx.query<Row>(
    `SELECT p.id, p.name, u.code || ' ' || u.name AS unit, p.active, p.password_hash <> '' AS password, f.since,
            ARRAY(SELECT r.role FROM person_role r WHERE r.person_id = p.id ORDER BY r.role) AS roles,
            (SELECT count(*)::int FROM account_link l WHERE l.person_id = p.id) AS directories
       FROM person p JOIN unit u ON u.id = p.unit_id LEFT JOIN second_factor f ON f.person_id = p.id
      WHERE ${IN_AREA} AND ($2 = '' OR strpos(lower(p.name), lower($2)) > 0)
        AND ($3::text IS NULL OR (p.name, p.id) > ($3, $4::uuid))
      ORDER BY p.name, p.id LIMIT $5`,
    [await areaOf(tx), words, after?.[0] ?? null, after?.[1] ?? null, PAGE + 1],
  );
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const told = grants({ roles: personOf(tx).roles }, 'identity.resetSecondFactor');
  return {
    items: shown.map(({ id, name, unit, active, roles, ...facts }) => ({
      ...{ id, name, unit, active, roles },
      signIn: told ? signInOf(facts) : null,
    })),
    next: rows.length > PAGE && last ? placeAfter(last) : null,
  };
}

function signInOf({ password, directories, since }: Pick<Row, 'password' | 'directories' | 'since'>): SignInFacts {
  return { password, directories, secondFactorSince: since?.toISOString() ?? null };
}
