import { createHash } from 'node:crypto';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { created, within } from '../../test/support/mandanten.js';
import { passwordFits } from '../identity/password.js';
import { newId } from '../platform/ids.js';
import { acceptInvitation } from './accept-invitation.js';
import { INVITATION_MILLISECONDS } from './mandant.js';
import { findInvitation } from './mandant.store.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function invited() {
  const made = done(await created(bench));
  const found = await findInvitation(bench.database, createHash('sha256').update(made.token).digest());
  return { ...made, invitationId: found?.invitationId ?? '' };
}

const PASSWORD = 'Sechs Kraniche über der Förde';
const accept = (mandantId: string, invitationId: string, password = PASSWORD) =>
  bench.runner.run({ mandantId, actor: { kind: 'system', name: 'invitation' } }, acceptInvitation, {
    ...{ invitationId, password },
  });

describe('acceptInvitation', () => {
  it('refuses an unknown link, one of another Mandant, a used one, and one that is a week old', async () => {
    const invalid = { code: 'mandant.invitationInvalid' };
    const { mandantId, invitationId } = await invited();
    expect(await accept(mandantId, newId())).toMatchObject(invalid);
    expect(await accept(bench.mandantId, invitationId)).toMatchObject(invalid);
    done(await accept(mandantId, invitationId));
    expect(await accept(mandantId, invitationId)).toMatchObject(invalid);
    const late = await invited();
    bench.clock.advance(INVITATION_MILLISECONDS);
    expect(await accept(late.mandantId, late.invitationId)).toMatchObject(invalid);
  });

  it('refuses the second of two who follow the same link at once', async () => {
    const { mandantId, invitationId } = await invited();
    const answers = await Promise.all([
      accept(mandantId, invitationId),
      accept(mandantId, invitationId, `${PASSWORD} 2`),
    ]);
    expect(answers.filter((answer) => 'code' in answer)).toHaveLength(1);
  });

  it('refuses a short password, and the link stays good', async () => {
    const { mandantId, invitationId } = await invited();
    expect(await accept(mandantId, invitationId, 'kurz')).toMatchObject({ code: 'mandant.passwordTooShort' });
    expect(await accept(mandantId, invitationId)).toEqual({});
  });

  it('sets the password that lets the administrator in', async () => {
    const { mandantId, invitationId } = await invited();
    done(await accept(mandantId, invitationId));
    const [person] = await within<{ hash: string }>(bench, mandantId, `SELECT password_hash AS hash FROM person`);
    expect(await passwordFits(person?.hash ?? '', PASSWORD)).toBe(true);
    const rows = await within<{ action: string }>(bench, mandantId, `SELECT action FROM protokoll ORDER BY sequence`);
    expect(rows.map(({ action }) => action)).toEqual(['mandant.createMandant', 'mandant.acceptInvitation']);
  });
});
