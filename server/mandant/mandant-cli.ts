import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isRejection, type Rejection } from '../contract/rejections.js';
import { hashPassword } from '../identity/password.js';
import { createActRunner } from '../platform/act-runner.js';
import { systemClock } from '../platform/clock.js';
import { readConfiguration } from '../platform/config.js';
import { newId } from '../platform/ids.js';
import { openObjectStore } from '../platform/objects/open-object-store.js';
import { describeStartupProblem } from '../platform/startup-problem.js';
import { appendProtokoll } from '../protokoll/append-protokoll.js';
import { dataFolderOf, openInstalledDatabase, type OpenedDatabase } from '../protokoll/open-database.js';
import { openAdministration } from './administration.js';
import { exportMandant } from './export/export-mandant.js';
import { verifyExport } from './export/verify-export.js';
import { openOperatorDatabase } from './operator.store.js';

/**
 * `npm run mandant -- list|create|suspend|resume|export|verify|operator`: the shared administration for whoever runs the
 * machine. Ends with 0 when it is done, 1 when it was refused, 2 when it could not begin.
 */
const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ name: text, code: text, behoerdenschluessel: text, reason: text, counts: { type: 'boolean', default: false } },
    ...{ street: text, place: text, phone: text, mail: text },
    ...{ 'unit-code': text, 'unit-name': text, 'admin-login': text, 'admin-name': text },
  },
});
const [command = '', subject = '', target = ''] = positionals;
const BY = 'mandanten/command';

try {
  process.exitCode = await start();
} catch (error) {
  console.error(describeStartupProblem(error));
  process.exitCode = 2;
}

async function start(): Promise<number> {
  if (command === 'verify') return verify(subject);
  const opened = await openInstalledDatabase(process.env);
  if (!opened) return say(2, `Keine Datenbank in ${dataFolderOf(process.env)}.`, 'There is no database.');
  try {
    return await run(opened);
  } finally {
    await opened.close();
  }
}

async function run({ database, sessionUrl }: OpenedDatabase): Promise<number> {
  const configuration = readConfiguration(process.env);
  const clock = systemClock();
  const runner = createActRunner({ database, clock, appendProtokoll, wakeOutbox: () => undefined });
  const administration = openAdministration({ database, runner, pageOrigin: configuration.publicUrl });
  const operators = openOperatorDatabase(sessionUrl);
  try {
    if (command === 'create') {
      const made = await administration.create(BY, wished());
      if (isRejection(made)) return refuse(made);
      console.log(made.invitation);
      return say(0, `Eingerichtet. Der Link gilt einmal, bis ${made.expiresAt}.`, 'Created. The link works once.');
    }
    if (command === 'operator') {
      const password = randomBytes(15).toString('base64url');
      const account = { id: newId(), login: subject, name: values.name ?? subject };
      const valid = /^[a-z0-9][a-z0-9._-]{2,60}$/.test(subject);
      const made =
        valid && (await operators.insert({ ...account, passwordHash: await hashPassword(password) }, clock.now()));
      if (!made) return say(1, 'Erwartet: ein freier Anmeldename.', 'Expected: a free login name.');
      console.log(password);
      return say(0, `Konto der Mandantenverwaltung: ${subject}.`, 'Account of the administration of tenants.');
    }
    if (command === 'list') {
      for (const row of await operators.overview()) {
        const state = row.suspendedAt === null ? '' : `\tangehalten seit ${row.suspendedAt}: ${row.suspensionReason}`;
        const counts = values.counts ? `\t${JSON.stringify(await operators.counts(row.id))}` : '';
        console.log(`${row.code ?? '–'}\t${row.id}\t${row.name}${state}${counts}`);
      }
      return 0;
    }
    const mandant = await administration.find(subject);
    if (isRejection(mandant)) return refuse(mandant);
    if (command === 'suspend') return told(await administration.suspend(BY, mandant.id, values.reason));
    if (command === 'resume') return told(await administration.resume(BY, mandant.id));
    if (command !== 'export' || target === '') return usage();
    const exported = await exportMandant(
      {
        ...{ database, runner, clock, objects: await openObjectStore(configuration) },
        checkpoints: join(configuration.dataFolder, 'protokoll-checkpoints'),
      },
      { mandantId: mandant.id, folder: resolve(target), by: BY, onProgress: () => undefined },
    );
    if (isRejection(exported)) return refuse(exported);
    const { tables, objects, missing } = exported;
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`${rows} Zeilen aus ${tables.length} Tabellen, ${objects.count} Dateien, ${missing.length} fehlen`);
    return say(missing.length === 0 ? 0 : 1, `Export in ${resolve(target)}.`, 'Exported.');
  } finally {
    await operators.close();
  }
}

function wished(): unknown {
  const { street = '', place = '', phone = '', mail = '' } = values;
  return {
    ...{ name: values.name, code: values.code, behoerdenschluessel: values.behoerdenschluessel },
    letterhead: { street, place, phone, mail },
    unit: { code: values['unit-code'] ?? '10', name: values['unit-name'] ?? 'Zentrale Verwaltung' },
    administrator: { login: values['admin-login'], name: values['admin-name'] },
  };
}

async function verify(folder: string): Promise<number> {
  const verified = await verifyExport(resolve(folder));
  if (!verified) return say(2, 'Hier liegt kein vollständiger Export.', 'There is no complete export here.');
  for (const file of verified.broken) console.log(`verändert oder verloren / changed or lost: ${file}`);
  return say(verified.broken.length === 0 ? 0 : 1, `${verified.broken.length} Abweichungen.`, 'Compared.');
}

function told(done: object | Rejection): number {
  return isRejection(done) ? refuse(done) : say(0, 'Erledigt.', 'Done.');
}

function refuse({ message, remedy }: Rejection): number {
  console.error(`${message.de}\nAbhilfe: ${remedy.de}\n${message.en}\nRemedy: ${remedy.en}`);
  return 1;
}

function usage(): number {
  return say(
    2,
    'Erwartet: list [--counts] | create … | suspend <Kürzel> --reason … | resume <Kürzel> | export <Kürzel> <Ordner> | verify <Ordner> | operator <Anmeldename> --name …',
    'Expected: one of these commands; see server/mandant/README.md.',
  );
}

function say(code: number, de: string, en: string): number {
  (code === 0 ? console.log : console.error)(`${de} (${en})`);
  return code;
}
