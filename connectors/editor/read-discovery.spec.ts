import { generateKeyPairSync } from 'node:crypto';
import { readDiscovery } from './read-discovery.js';

const ORIGIN = 'https://editor.kreis.example';
const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { n, e } = publicKey.export({ format: 'jwk' });
const base64 = (text: string | undefined) => Buffer.from(text ?? '', 'base64url').toString('base64');
const proof = `<proof-key value="x" modulus="${base64(n)}" exponent="${base64(e)}" oldvalue="" oldmodulus="" oldexponent=""/>`;
const discovery = (inside: string) =>
  `<?xml version="1.0"?><wopi-discovery><net-zone name="external-https">${inside}</net-zone>${proof}</wopi-discovery>`;
const action = (name: string, ext: string, urlsrc: string) =>
  `<app name="writer"><action name="${name}" ext="${ext}" urlsrc="${urlsrc}"/></app>`;

describe('the discovery of an editor server', () => {
  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><wopi-discovery/>'],
    ['something else', '<html><body>Wartung</body></html>'],
    ['half of it', '<wopi-discovery><net-zone>'],
    ['nothing', ''],
  ])('is refused with %s', (_what, xml) => {
    expect(() => readDiscovery(xml, ORIGIN)).toThrow();
  });

  it('leaves out editors of another origin, addresses that are none, and what only shows', () => {
    const { editors } = readDiscovery(
      discovery(
        action('edit', 'odt', 'https://evil.example/cool.html?') +
          action('edit', 'ods', 'javascript:alert(1)') +
          action('view', 'odp', `${ORIGIN}/cool.html?`) +
          action('edit', '../x', `${ORIGIN}/cool.html?`),
      ),
      ORIGIN,
    );
    expect([...editors]).toEqual([]);
  });

  it('knows no proof where the server signs nothing', () => {
    const silent = discovery(action('edit', 'odt', `${ORIGIN}/cool.html?`)).replace(proof, '');
    expect(readDiscovery(silent, ORIGIN).proofKeys).toBeNull();
  });

  it('says what is edited where, with our language and without the other places', () => {
    const address = `${ORIGIN}/we/editor.aspx?&lt;ui=UI_LLCC&amp;&gt;&lt;rs=DC_LLCC&amp;&gt;x=1&amp;`;
    const { editors, proofKeys } = readDiscovery(discovery(action('edit', 'DOCX', address)), ORIGIN);
    expect([...editors]).toEqual([['docx', `${ORIGIN}/we/editor.aspx?ui=de-DE&x=1&`]]);
    expect(proofKeys?.current.equals(publicKey)).toBe(true);
    expect(proofKeys?.old).toBeNull();
  });
});
