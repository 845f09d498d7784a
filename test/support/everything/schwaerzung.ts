import { Readable } from 'node:stream';
import { addDokument, type AddDokumentInput } from '../../../server/dokument/add-dokument.js';
import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';
import { namedLetter, someMark } from '../schwaerzungen.js';

/** Marks that are dropped, and marks of which a redacted Dokument is made. Returns the original. */
export async function blacken(office: TestOffice, vorgangId: string): Promise<string> {
  const stored = done(await office.bench.objects.put(Readable.from([namedLetter()])));
  const letter: AddDokumentInput = {
    vorgangId,
    parentId: null,
    betreff: 'Anfrage',
    art: 'eingang',
    state: 'gueltig',
    date: null,
    eingangId: null,
    file: { ...stored, name: 'Anfrage.pdf', mime: 'application/pdf' },
    signatures: [],
  };
  const { dokumentId } = done(await office.runner.run(office.bench.as('jana.petersen'), addDokument, letter));
  const mark = async () =>
    done(
      await office.act('jana.petersen', 'schwaerzung.saveEntwurf', {
        ...{ dokumentId, nummer: 1, version: 0, marks: [someMark()] },
      }),
    );
  done(await office.act('jana.petersen', 'schwaerzung.discardEntwurf', await mark()));
  const made = { ...(await mark()), betreff: 'Anfrage, geschwärzt', vorgangId };
  done(await office.act('jana.petersen', 'schwaerzung.makeSchwaerzung', made));
  return dokumentId;
}
