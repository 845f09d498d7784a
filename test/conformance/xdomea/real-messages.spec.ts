import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkPackage0503 } from '../../../archive/package/check-package-0503.js';
import { openPackage } from '../../../archive/package/read-package.js';
import { codesOf } from '../../../archive/test-support/refusals.js';
import { read0503 } from '../../../archive/xdomea/read-0503.js';
import type { Container } from '../../../archive/xdomea/rules/rule.js';
import { validate0503 } from '../../../archive/xdomea/validate-0503.js';
import { describeWithShared } from '../../support/shared.js';

const now = new Date('2026-11-03T10:00:00Z');

describeWithShared('messages of other makers', 'corpora/xdomea', (root) => {
  const xMan = join(root, 'unpacked', '9a75050f-323a-4e84-94c9-a889aa2b4fe8_Aussonderung.Aussonderung.0503');
  const nrw = join(root, 'xdomea-examples', 'v3.0.0');
  const answers = filesBelow(join(root, 'x-man-answers')).filter((each) => /\.(zip|xdomea)$/.test(each));

  it.each(['3.0.0', '3.1.0'])('the 0503 of x-man is without finding as %s', async (version) => {
    const { container, xml } = unpacked(xMan);
    expect(await validate0503(xml.replaceAll('schema:3.0.0', `schema:${version}`), container, { now })).toEqual([]);
  });

  it('the 0503 of x-man is without finding as the container it came in', async () => {
    const zip = join(root, 'x-man', 'test', 'test-data', `${basename(xMan)}.zip`);
    expect(await checkPackage0503(zip, basename(zip), { now })).toEqual([]);
  });

  it('the example of the Landesarchiv NRW lacks what the standard demands by hint, and nothing else', async () => {
    const { container, xml } = unpacked(nrw);
    const findings = await validate0503(xml, container, { now });
    expect(codesOf(findings)).toEqual(['record.archivspezifischeMetadatenMissing', 'record.zda']);
  });

  it('the same example with these two is without finding', async () => {
    const { container, xml } = unpacked(nrw);
    const art =
      '<xdomea:Aussonderungsart><xdomea:Aussonderungsart><code>A</code></xdomea:Aussonderungsart></xdomea:Aussonderungsart>';
    const completed = xml
      .replace(
        '<xdomea:Aktenbetreff>',
        `<xdomea:ArchivspezifischeMetadaten>${art}</xdomea:ArchivspezifischeMetadaten>$&`,
      )
      .replace('</xdomea:Aktenbetreff>', '$&<xdomea:ZdA>1</xdomea:ZdA>');
    expect(await validate0503(completed, container, { now })).toEqual([]);
  });

  it('reads the list of contents of the 0503 of x-man', async () => {
    const contents = await read0503(unpacked(xMan).xml);
    expect(contents.objects.map(({ kind }) => kind).join(' ')).toBe(
      'Akte Vorgang Dokument Vorgang Dokument Akte Vorgang Dokument',
    );
    expect(contents.objects.flatMap(({ dateinamen }) => dateinamen)).toHaveLength(3);
  });

  it('refuses a message of version 4.0.0 and lists those that we speak', async () => {
    const [found] = await validate0503(
      readFileSync(messageIn(join(root, 'xdomea-examples', 'v4.0.0'))),
      anEmptyContainer,
      { now },
    );
    expect(found).toMatchObject({ code: 'message.unknownNamespace', en: expect.stringContaining('3.0.0, 3.1.0') });
  });

  it('opens every container that x-man answered with', async () => {
    expect(answers.length).toBeGreaterThan(40);
    for (const answer of answers) {
      const opened = await openPackage(answer);
      expect(opened.kind === 'refused' ? opened.findings : []).toEqual([]);
      if (opened.kind === 'open') opened.close();
    }
  });

  it('takes none of these answers for a 0503', async () => {
    for (const answer of answers) {
      const codes = codesOf(await checkPackage0503(answer, basename(answer), { now }));
      expect([['message.root'], ['message.unknownNamespace']]).toContainEqual(codes);
    }
  });
});

const anEmptyContainer: Container = { messageName: 'x.xml', entries: [] };

function unpacked(folder: string): { container: Container; xml: string } {
  const message = messageIn(folder);
  const entries = readdirSync(folder)
    .filter((name) => !/^(Makefile|README\.md)$/.test(name))
    .map((name) => ({ name, size: statSync(join(folder, name)).size }));
  return { container: { messageName: basename(message), entries }, xml: readFileSync(message, 'utf8') };
}

function messageIn(folder: string): string {
  const name = readdirSync(folder).find((each) => each.endsWith('.xml'));
  if (name === undefined) throw new Error(`No message in ${folder}`);
  return join(folder, name);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
}
