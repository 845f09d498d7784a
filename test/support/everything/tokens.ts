import type { TokenList } from '../../../server/contract/token-views.js';
import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';

/** A system that gets access and loses it again. */
export async function giveAndTakeAccess(office: TestOffice): Promise<void> {
  const { units } = done(await office.read<TokenList>('kim.okafor', '/api/tokens'));
  const { tokenId } = done(
    await office.act('kim.okafor', 'identity.createToken', {
      name: 'Scanstraße',
      unitId: units[0]?.id ?? '',
      roles: ['poststelle'],
      scopes: ['posteingang.receive'],
      expiresOn: office.bench.clock.today(),
      token: `lm_${'S'.repeat(43)}`,
    }),
  );
  done(await office.act('kim.okafor', 'identity.revokeToken', { tokenId }));
}
