import type { Attestation } from '../../connectors/api/directory-port.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import type { Transaction } from '../platform/transaction.js';
import { lineOfText } from '../platform/typed-text.js';
import { placeOf, type Directory, type Place } from './directory.js';
import { insertAccount, insertLink, lockAccount, savePlace, unitByCode, type AccountState } from './directory.store.js';

/** A name stands in the Protokoll and on every screen: no characters that nobody sees, wherever it comes from. */
const NAME = lineOfText(200);

export interface Admission {
  readonly attestation: Attestation;
  readonly directory: Pick<Directory, 'id' | 'name' | 'people' | 'groups'>;
}

/**
 * Finds the person whom a directory vouches for, by issuer and subject, and makes unit, roles and name what it says now;
 * makes the person at the first sign-in where the Mandant wants that. Leaves an audit row only where something changes.
 */
export const admitPerson = systemAct('identity.admitPerson', async (tx, { attestation, directory }: Admission) => {
  const { issuer, subject } = attestation;
  const known = await lockAccount(tx, issuer, subject);
  if (known && !known.active) return reject('identity.accountOff');
  if (!known && directory.people === 'link') return reject('identity.accountNotLinked');
  const place = placeOf(attestation.groups, directory.groups);
  if (!place) return reject('identity.noPlace');
  const unitId = await unitByCode(tx, place.unit);
  if (!unitId) return reject('identity.placeMissing');
  const name = NAME.safeParse(attestation.name ?? known?.name);
  if (!name.success) return reject('identity.nameUnusable');
  const wanted = { unitId, name: name.data, roles: place.roles };
  if (known) return change(tx, known, { ...wanted, unit: place.unit });
  return create(tx, { issuer, subject, directory: directory.id }, wanted, place);
});

interface Wanted {
  readonly unitId: Id;
  readonly name: string;
  readonly roles: Place['roles'];
}

async function create(
  tx: Transaction,
  account: { readonly issuer: string; readonly subject: string; readonly directory: string },
  wanted: Wanted,
  place: Place,
): Promise<{ personId: Id }> {
  const personId = newId();
  await insertAccount(tx, tx.mandantId, { personId, ...wanted });
  await savePlace(tx, tx.mandantId, { personId, ...wanted });
  await insertLink(tx, tx.mandantId, personId, { id: newId(), ...account, since: tx.clock.now() });
  tx.protokoll({
    objectKind: 'person',
    objectId: personId,
    payload: {
      ...{ directory: account.directory, ...place },
      text: {
        de: `Konto „${wanted.name}“ aus dem Verzeichnis angelegt: Einheit ${place.unit}, ${place.roles.join(', ')}`,
        en: `Account “${wanted.name}” created from the directory: unit ${place.unit}, ${place.roles.join(', ')}`,
      },
    },
  });
  return { personId };
}

async function change(
  tx: Transaction,
  known: AccountState,
  wanted: Wanted & { readonly unit: string },
): Promise<{ personId: Id } | Rejection> {
  const { personId } = known;
  const [before, after] = [known, wanted].map(({ name, unit, roles }) => ({ name, unit, roles: [...roles].sort() }));
  if (JSON.stringify(before) === JSON.stringify(after)) return { personId };
  await savePlace(tx, tx.mandantId, { personId, ...wanted });
  tx.protokoll({
    objectKind: 'person',
    objectId: personId,
    payload: {
      ...{ before, after },
      text: {
        de: `Das Verzeichnis sagt jetzt: ${wanted.name}, Einheit ${wanted.unit}, ${wanted.roles.join(', ')}`,
        en: `The directory now says: ${wanted.name}, unit ${wanted.unit}, ${wanted.roles.join(', ')}`,
      },
    },
  });
  return { personId };
}
