import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import pg from 'pg';
import type { PersonActName } from '../../../server/contract/acts.js';
import type { ActContext } from '../../../server/platform/act-runner.js';
import { newId } from '../../../server/platform/ids.js';
import { changeLock } from '../../../server/wopi/change-lock.js';
import { readContent } from '../../../server/wopi/describe-file.js';
import { saveFile } from '../../../server/wopi/save-file.js';
import { whoHolds } from '../../../server/wopi/wopi.access.js';
import { LOCK_MILLISECONDS } from '../../../server/wopi/wopi.js';
import { done } from '../closed-vorgang.js';
import { NOTHING_FOUND } from '../eingaenge.js';
import type { TestOffice } from '../office.js';
import { draft } from './dokumente.js';

/** Everything that an editor server does with a Dokument. Returns the act by which the page opened it. */
export async function editInBrowser(office: TestOffice, vorgangId: string): Promise<PersonActName> {
  const dokumentId = await draft(office, vorgangId, 'Im Browser');
  const token = randomBytes(32).toString('base64url');
  await open(office, dokumentId, token);
  const { clock } = office.bench;
  const who = await whoHolds({ database: office.database, clock }, token, dokumentId);
  if (!who) throw new Error('the token that was just given opens nothing');
  const lock = (kind: 'lock' | 'refresh' | 'unlock') =>
    changeLock(office.runner, who, dokumentId, { kind, lock: 'L' }).then(done);
  await lock('lock');
  await lock('refresh');
  for (const content of ['erster Stand', 'zweiter Stand', 'Im Browser']) await save(office, who, dokumentId, content);
  await save(office, who, dokumentId, 'letzter Stand');
  done(await readContent(office, who, dokumentId));
  await lock('unlock');
  await lock('lock');
  await save(office, who, dokumentId, 'vor dem Absturz');
  clock.advance(LOCK_MILLISECONDS);
  await office.wopi.sweep();
  return 'wopi.openEditor';
}

/** As the page asks for it: with a session, and the hash of a token of its own. */
async function open(office: TestOffice, dokumentId: string, token: string): Promise<void> {
  const { bench } = office;
  const sessionId = newId();
  const { mandantId, actor } = bench.as('jana.petersen');
  const session = new pg.Client({ connectionString: bench.urls.sessionUrl });
  await session.connect();
  await session.query(`INSERT INTO session (sid, sess, expire) VALUES ($1, $2, now() + interval '1 day')`, [
    sessionId,
    JSON.stringify({ mandantId, personId: office.personId('jana.petersen') }),
  ]);
  await session.end();
  const act = office.acts.find((known) => known.act === 'wopi.openEditor');
  const tokenHash = createHash('sha256').update(token).digest('hex');
  const context = { mandantId, actor: { ...actor, sessionId } } as ActContext;
  done(await office.runner.perform(context, act as never, { dokumentId, tokenHash }, newId()));
}

async function save(office: TestOffice, who: ActContext, dokumentId: string, content: string): Promise<void> {
  const { bench, runner } = office;
  const bytes = Readable.from([Buffer.from(content)]);
  const receiveFile = async (name: string, source: Readable) => {
    const stored = done(await bench.objects.put(source));
    return { file: { ...stored, name, mime: 'text/plain' }, examination: NOTHING_FOUND };
  };
  const saving = { bytes, expectedSize: undefined, lock: 'L' };
  done(await saveFile({ runner, receiveFile }, who, dokumentId, saving));
}
