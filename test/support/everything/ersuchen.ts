import { openAkte } from '../../../server/akte/open-akte.js';
import type { PersonActName } from '../../../server/contract/acts.js';
import { acceptErsuchen } from '../../../server/ersuchen/accept-ersuchen.js';
import { createAnswerErsuchen } from '../../../server/ersuchen/answer-ersuchen.js';
import { refuseErsuchen } from '../../../server/ersuchen/refuse-ersuchen.js';
import { newId } from '../../../server/platform/ids.js';
import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';
import { jana } from '../weitergaben.js';
import { anotherMandant } from './weitergabe.js';

/** What another Mandant is asked: one Ersuchen is answered, one refused, one taken back. Returns what that Mandant has done. */
export async function askForHelp(office: TestOffice, vorgangId: string): Promise<readonly PersonActName[]> {
  const { context, einheitId } = await anotherMandant(office);
  const wish = { vorgangId, mandantId: context.mandantId, betreff: 'Auskunft', question: 'Wer hält das Fahrzeug?' };
  const asked = async () => {
    const input = { ...wish, frist: null, dokumentIds: [] };
    return done(await office.act(jana, 'ersuchen.askErsuchen', input)).ersuchenId;
  };
  const [answered, refused, recalled] = [await asked(), await asked(), await asked()];
  // It lies over there when it is taken back, and is erased.
  await office.settle();
  const recalling = { ersuchenId: recalled, version: 1, reason: 'Hat sich erledigt' };
  done(await office.act(jana, 'ersuchen.recallErsuchen', recalling));
  await office.settle();
  const akte = { einheitId, federfuehrungId: null, betreff: 'Amtshilfe' };
  const { akteId } = done(await office.runner.perform(context, openAkte, akte, newId()));
  const target = { kind: 'akte', akteId, vorgangBetreff: 'Auskunft' } as const;
  done(await office.runner.perform(context, acceptErsuchen, { ersuchenId: answered, version: 1, target }, newId()));
  const refusing = { ersuchenId: refused, version: 1, reason: 'Nicht zuständig' };
  done(await office.runner.perform(context, refuseErsuchen, refusing, newId()));
  const answer = createAnswerErsuchen({ runner: office.runner, objects: office.bench.objects });
  const answering = { ersuchenId: answered, version: 2, answer: 'Erika Mustermann', dokumentIds: [] };
  done(await office.runner.perform(context, answer, answering, newId()));
  await office.settle();
  return [acceptErsuchen.act, refuseErsuchen.act, answer.act];
}
