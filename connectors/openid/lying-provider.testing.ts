import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

/** A provider on loopback that says whatever a test wants: real ones do not lie on demand. */
export interface LyingProvider {
  readonly issuer: string;
  /** Changes what the next ID tokens claim; undefined leaves a claim out. */
  say(claims: Record<string, unknown>): void;
  /** Signs the next tokens with a key that it does not publish. */
  forge(): void;
  /** Answers everything with this status; null: as it should. */
  fail(status: number | null): void;
  token(claims: JWTPayload): Promise<string>;
  /** Bodies of the requests to the token endpoint. */
  readonly asked: URLSearchParams[];
  close(): Promise<void>;
}

export async function openLyingProvider(clientId: string): Promise<LyingProvider> {
  const [known, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(known.publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
  const asked: URLSearchParams[] = [];
  let said: Record<string, unknown> = {};
  let key = known.privateKey;
  let status: number | null = null;
  let issuer = '';
  const token = (claims: JWTPayload) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(key);
  const idToken = () => {
    const now = Math.floor(Date.now() / 1_000);
    return token({ iss: issuer, aud: clientId, sub: 'p1', iat: now, exp: now + 300, ...said });
  };
  const answerTo: Record<string, () => Promise<object>> = {
    '/.well-known/openid-configuration': () =>
      Promise.resolve({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        authorization_response_iss_parameter_supported: true,
      }),
    '/keys': () => Promise.resolve({ keys: [jwk] }),
    '/token': async () => ({
      access_token: 'access',
      token_type: 'Bearer',
      expires_in: 60,
      refresh_token: 'refresh',
      id_token: await idToken(),
    }),
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      if (request.url === '/token') asked.push(new URLSearchParams(body));
      const find = status === null ? answerTo[request.url ?? ''] : undefined;
      const send = (code: number, value: object) =>
        response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(value));
      if (!find) return void send(status ?? 404, { error: 'unknown' });
      void find().then((value) => send(200, value));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    asked,
    token,
    say: (claims) => {
      said = claims;
    },
    forge: () => {
      key = foreign.privateKey;
    },
    fail: (wanted) => {
      status = wanted;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
