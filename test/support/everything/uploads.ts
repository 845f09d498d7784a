import { Readable } from 'node:stream';
import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';
import { personWith } from '../people.js';

/** A file that comes in two pieces and becomes an Eingang, one that is given up, and one that stays open: its id. */
export async function uploadFiles(office: TestOffice): Promise<string> {
  const uploadId = await uploaded(office, 'ines.vogt', ['erstes Stück, ', 'zweites Stück']);
  done(await office.act('ines.vogt', 'posteingang.receiveUpload', { uploadId }));
  const mailRoom = office.bench.as('ines.vogt');
  const givenUp = done(await office.uploads.begin(mailRoom, { fileName: 'halb.txt', size: 5, sha256: null }));
  done(await office.uploads.cancel(mailRoom, givenUp.id));
  return uploaded(office, personWith('upload.send'), ['offen']);
}

async function uploaded({ uploads, bench }: TestOffice, login: string, pieces: readonly string[]): Promise<string> {
  const context = bench.as(login);
  const size = Buffer.byteLength(pieces.join(''));
  const upload = done(await uploads.begin(context, { fileName: 'Bericht.txt', size, sha256: null }));
  let start = 0;
  for (const piece of pieces) {
    const bytes = Readable.from([Buffer.from(piece)]);
    start = done(await uploads.receive(context, upload.id, { start, sha256: null, bytes })).received;
  }
  return done(await uploads.finish(context, upload.id)).id;
}
