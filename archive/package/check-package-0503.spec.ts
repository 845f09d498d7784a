import { aMessage, anXml, FILES, NOW, originalFile, PROZESS_ID } from '../test-support/sample-0503.js';
import { codesOf } from '../test-support/refusals.js';
import { rawZip, type RawEntry } from '../test-support/raw-zip.js';
import { stemOf } from '../xdomea/names.js';
import { checkPackage0503 } from './check-package-0503.js';

const stem = stemOf(PROZESS_ID, '0503');
const message: RawEntry = { name: `${stem}.xml`, content: Buffer.from(anXml()) };

describe('checkPackage0503', () => {
  it('refuses a container without the message that its name promises', async () => {
    const other = { ...message, name: 'message.xml' };
    expect(await codes([other, ...(await files())])).toEqual(['package.messageMissing']);
  });

  it('refuses a container whose directory is hostile before it reads a byte', async () => {
    expect(await codes([message, { name: '../x' }])).toEqual(['package.folder', 'package.traversal']);
  });

  it('refuses a container with damaged files, all of them by name', async () => {
    const damaged = (await files()).map((each) => ({ ...each, claimedCrc: 7 }));
    const findings = await checkPackage0503(rawZip([message, ...damaged]), `${stem}.zip`, { now: NOW });
    expect(findings.map(({ code }) => code)).toEqual(FILES.map(() => 'package.checksum'));
    expect(findings[0]?.path).toBe(originalFile.name);
  });

  it('refuses what is wrong between message and files', async () => {
    const empty = { name: originalFile.name, content: Buffer.alloc(0) };
    const [, , ...others] = await files();
    const entries = [message, empty, ...others, { name: 'extra.txt' }];
    expect(await codes(entries)).toEqual(['file.empty', 'file.missing', 'file.unlisted']);
  });

  it('refuses what is wrong in the message', async () => {
    const wrong = { ...message, content: Buffer.from(anXml(aMessage({ betreff: ' ' }))) };
    expect(await codes([wrong, ...(await files())])).toEqual(['record.betreffEmpty']);
  });

  it('finds nothing in an honest container', async () => {
    expect(await codes([message, ...(await files())])).toEqual([]);
  });
});

async function codes(entries: readonly RawEntry[]): Promise<string[]> {
  return codesOf(await checkPackage0503(rawZip(entries), `${stem}.zip`, { now: NOW }));
}

async function files(): Promise<RawEntry[]> {
  return Promise.all(FILES.map(async ({ name, open }) => ({ name, content: Buffer.concat(await open().toArray()) })));
}
