import { isRejection } from '../../../server/contract/rejections.js';
import { signIn, type ApiClient } from '../api-client.js';
import { mandantCommand } from './operator-command.js';
import type { Stage } from './stage.js';

export interface SecondMandant {
  readonly name: string;
  readonly login: string;
  readonly password: string;
  /** Its first person, who is its Registratur too. */
  readonly client: ApiClient;
  /** An Akte of it, called „Amtshilfe“. */
  readonly akteId: string;
}

/** Another authority in the installation of this stage, with somebody who can sign in and one Akte. */
export async function secondMandant(stage: Stage): Promise<SecondMandant> {
  const [name, login, password] = ['Gemeinde Ostfeld', 'amt.ostfeld', 'Sechs Kraniche über der Förde'];
  const person = ['--admin-login', login, '--admin-name', 'Łucja Świątek'];
  const house = ['--name', name, '--code', 'ostfeld', '--behoerdenschluessel', '99012'];
  const said = await mandantCommand(stage, 'create', ...house, ...person);
  const token = /#([\w-]+)/.exec(said)?.[1];
  const invited = await fetch(`${stage.url}/api/invitation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, password }),
  });
  if (!invited.ok) throw new Error(`no invitation in ${said}: ${await invited.text()}`);
  const client = await signIn(stage.url, login, password);
  const position = {
    kennzeichen: '7',
    parentId: null,
    titel: 'Bauwesen',
    aufbewahrung: 10,
    aussonderungsart: 'V',
  } as const;
  const einheit = await client.act('aktenplan.addEinheit', { ...position, validFrom: client.session.now.slice(0, 10) });
  if (isRejection(einheit)) throw new Error(einheit.message.en);
  const akte = { einheitId: einheit.einheitId, federfuehrungId: null, betreff: 'Amtshilfe' };
  const described = { bemerkung: '', medium: 'elektronisch', standort: '' } as const;
  const opened = await client.act('akte.openAkte', { ...akte, ...described });
  if (isRejection(opened)) throw new Error(opened.message.en);
  return { name, login, password, client, akteId: opened.akteId };
}
