import { createPublicKey, type KeyObject } from 'node:crypto';
import { SaxesParser } from 'saxes';
import type { EditorDiscovery, ProofKeys } from '../api/editor-server.js';

/**
 * Reads the discovery of WOPI (`/hosting/discovery`). Editors at another origin than the configured one are left out: our
 * page would send them a token.
 *
 * @throws Error for what is no discovery, and for everything with a document type: entities are not our business
 */
export function readDiscovery(xml: string, origin: string): EditorDiscovery {
  const editors = new Map<string, string>();
  let proofKeys: ProofKeys | null = null;
  let root = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a discovery has no document type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    root ||= name;
    if (name === 'proof-key') proofKeys = keysOf(attributes);
    if (name !== 'action' || attributes['name'] !== 'edit') return;
    const extension = attributes['ext']?.toLowerCase() ?? '';
    const address = withoutPlaces(attributes['urlsrc'] ?? '');
    if (/^[a-z0-9]{1,10}$/.test(extension) && isOf(address, origin)) editors.set(extension, address);
  });
  parser.write(xml).close();
  if (root !== 'wopi-discovery') throw new Error('no discovery of WOPI');
  return { editors, proofKeys };
}

/** Optional parts stand in angle brackets, such as `<ui=UI_LLCC&>`. We know the language and leave out the others. */
function withoutPlaces(address: string): string {
  return address.replace(/<(\w+)=([A-Z_]+)&?>/g, (_whole, name: string, place: string) =>
    place === 'UI_LLCC' ? `${name}=de-DE&` : '',
  );
}

function isOf(address: string, origin: string): boolean {
  return URL.canParse(address) && new URL(address).origin === origin;
}

type Attributes = Readonly<Record<string, string>>;

function keysOf(attributes: Attributes): ProofKeys | null {
  const current = keyOf(attributes['modulus'], attributes['exponent']);
  return current && { current, old: keyOf(attributes['oldmodulus'], attributes['oldexponent']) };
}

function keyOf(modulus: string | undefined, exponent: string | undefined): KeyObject | null {
  if (!modulus || !exponent) return null;
  const base64url = (text: string) => Buffer.from(text, 'base64').toString('base64url');
  return createPublicKey({ key: { kty: 'RSA', n: base64url(modulus), e: base64url(exponent) }, format: 'jwk' });
}
