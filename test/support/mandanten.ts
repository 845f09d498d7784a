import { randomBytes } from 'node:crypto';
import type { Rejection } from '../../server/contract/rejections.js';
import { createMandant, type CreateMandantInput } from '../../server/mandant/create-mandant.js';
import { newId } from '../../server/platform/ids.js';
import type { ActBench } from './act-bench.js';

/** What the shared administration says about a Mandant; every name in it is used once. */
export function aMandant(own: Partial<CreateMandantInput> = {}): CreateMandantInput {
  const one = newId().slice(-8);
  return {
    name: `Gemeinde ${one}`,
    code: `g${one}`,
    behoerdenschluessel: '99011',
    letterhead: { street: 'Am Markt 1', place: '12345 Musterstadt', phone: '', mail: '' },
    unit: { code: '10', name: 'Hauptamt' },
    administrator: { login: `amt.${one}`, name: 'Łucja Świątek' },
    token: randomBytes(32).toString('base64url'),
    ...own,
  };
}

/** Makes a Mandant beside that of the bench. */
export async function created(
  bench: ActBench,
  input = aMandant(),
): Promise<(CreateMandantInput & { mandantId: string }) | Rejection> {
  const actor = { kind: 'system', name: 'mandanten/test' } as const;
  const made = await bench.runner.run({ mandantId: newId(), actor }, createMandant, input);
  return 'code' in made ? made : { ...input, ...made };
}

/** One statement in another Mandant, with the eyes of the system. */
export function within<T extends object>(
  bench: ActBench,
  mandantId: string,
  sql: string,
  parameters: unknown[] = [],
): Promise<T[]> {
  return bench.database.transaction(mandantId, (queries) => queries.query<T>(sql, parameters));
}
