import type { RecordAccess } from '../../../server/contract/access-views.js';
import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';
import { vorgangOf } from '../rechnung.js';

const reason = 'Personalsache';

/** Every act about rights, on an Akte of its own; afterwards everything is as it was. */
export async function grantAndWithdraw(
  office: TestOffice,
  vorgangId: string,
): Promise<{ aktenzeichen: string; personId: string }> {
  const helga = 'helga.brandt';
  const day = office.bench.clock.today();
  const personId = office.personId('tomasz.sliwa');
  const house = { kind: 'house' } as const;
  const registratur = { kind: 'role', role: 'registratur' } as const;
  const person = { kind: 'person', id: personId } as const;

  const { akte, aktenzeichen } = await vorgangOf(office, vorgangId);
  const place = { kind: 'akte', id: akte.id } as const;
  const read = async () => done(await office.read<RecordAccess>(helga, `/api/access/records/${akte.id}`));

  const given = { akteId: akte.id, version: (await read()).akteVersion, reason };
  const rules = [
    { subject: registratur, right: 'manage' as const },
    { subject: house, right: 'work' as const },
  ];
  done(await office.act(helga, 'access.protectAkte', { ...given, rules }));
  const { ruleId } = done(await office.act(helga, 'access.grantRule', { place, subject: person, right: 'read' }));
  done(await office.act(helga, 'access.withdrawRule', { ruleId }));
  const temporary = { vorgangId, personId, until: day, reason };
  const { temporaryRightId } = done(await office.act(helga, 'access.grantTemporaryRight', temporary));
  await read();
  done(await office.act(helga, 'access.endTemporaryRight', { temporaryRightId }));
  const { akteVersion: version } = await read();
  done(await office.act(helga, 'access.unprotectAkte', { akteId: akte.id, version, reason }));

  for (const stufe of ['vertraulich', 'offen'] as const) {
    const { akteVersion } = await read();
    const classified = { kind: 'akte', id: akte.id, version: akteVersion, stufe, reason } as const;
    done(await office.act(helga, 'access.classifyRecord', classified));
  }
  const stufe = 'nurFuerDenDienstgebrauch';
  done(await office.act('kim.okafor', 'access.setClearance', { personId, stufe, reason }));
  const deputyId = office.personId('deniz.aydin');
  const vertretung = { personId, deputyId, from: day, until: day, aktenplaneinheitId: null };
  const { vertretungId } = done(await office.act(helga, 'access.appointVertretung', vertretung));
  done(await office.act(helga, 'access.endVertretung', { vertretungId }));
  return { aktenzeichen, personId };
}
