import { Readable } from 'node:stream';
import { beginImport } from '../../../server/import/begin-import.js';
import { finishImport } from '../../../server/import/finish-import.js';
import { importVorgang } from '../../../server/import/import-vorgang.js';
import { importedVorgaenge, positionsForAkten } from '../../../server/import/import.store.js';
import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';

/** One Vorgang of an earlier system, taken over as the command does it. */
export async function takeOverVorgang({ bench, runner }: TestOffice): Promise<void> {
  const begun = await runner.run(bench.system, beginImport, {
    ...{ manifestHash: 'a'.repeat(64), sourceName: 'altbestand', mode: 'whole', lines: 1, refused: 0 },
  });
  const { runId } = done(begun);
  const stored = done(await bench.objects.put(Readable.from([Buffer.from('Angebot von 2019')])));
  const file = { ...stored, name: 'angebot.txt', mime: 'text/plain' };
  const positions = done(
    await runner.transaction(bench.system, async (tx) => ({ found: await positionsForAkten(tx, tx.clock.today()) })),
  );
  const imported = await runner.run(bench.system, importVorgang, {
    runId,
    akte: { key: '20-17/4', einheitId: positions.found.get('20.31.05') ?? '', betreff: 'Fassade' },
    vorgang: { key: '1', betreff: 'Angebote' },
    dokumente: [{ line: 2, betreff: 'Angebot', art: 'eingang', date: '2019-03-14', file }],
  });
  done(imported);
  done(await runner.transaction(bench.system, async (tx) => ({ keys: await importedVorgaenge(tx, runId) })));
  await runner.run(bench.system, finishImport, { runId, vorgaenge: 1, dokumente: 1, refused: 0 });
}
