import { openBuiltServer, type BuiltServer } from '../../support/built-server.js';
import { openTestOffice } from '../../support/office.js';
import { personWith, personWithout } from '../../support/people.js';
import { headersFor, possibleRequests, type PossibleRequest } from '../../support/requests/requests.js';

let server: BuiltServer;
let requests: PossibleRequest[];
beforeAll(async () => {
  const office = await openTestOffice();
  requests = possibleRequests(office);
  await office.close();
  server = await openBuiltServer();
}, 60_000);
afterAll(() => server.close());

const changing = () => requests.filter(({ method }) => method !== 'GET');

describe('every route and every act', () => {
  it('is closed without a sign-in: 401', async () => {
    const live: PossibleRequest = { ...requests[0]!, name: 'GET /api/live', path: '/api/live' };
    await expectAll([...requests, live], '401 identity.notSignedIn', (request) =>
      fetch(server.url + request.path, {
        method: request.method,
        headers: { ...headersFor(request), 'content-type': 'application/json' },
        ...(request.body ? { body: bodyOf(request) } : {}),
      }),
    );
  });

  it('is closed to a role without the permission, which the refusal names: 403', async () => {
    await expectAll(requests, '403 identity.notPermitted', async (request) => {
      const { permission } = request;
      const response = await send(personWithout(permission), request);
      expect(await response.clone().text()).toContain(`„${permission}“`);
      return response;
    });
  });

  it('changes nothing without the CSRF token or with another one: 403', async () => {
    for (const token of ['', 'x', 'A'.repeat(43)]) {
      await expectAll(changing(), '403 identity.foreignOrigin', async (request) =>
        send(personWith(request.permission), request, { 'x-csrf-token': token }),
      );
    }
  });

  it("takes no token of somebody else's session: 403", async () => {
    const token = (await server.as('amir.rakimov')).session.csrfToken;
    const others = changing().filter(({ permission }) => permission !== 'aussonderung.transfer');
    await expectAll(others, '403 identity.foreignOrigin', (request) =>
      send('ines.vogt', request, { 'x-csrf-token': token }),
    );
  });

  it.each([
    { origin: 'https://boese.example' },
    { origin: 'null' },
    { origin: 'http://localhost:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('changes nothing for a foreign page: %j', async (headers) => {
    await expectAll(changing(), '403 identity.foreignOrigin', async (request) =>
      send(personWith(request.permission), request, { ...headers }),
    );
  });

  it('lets our own page through', async () => {
    const [request] = requests.filter(({ name }) => name === 'POST /api/processes/check');
    const response = await send('kim.okafor', request!, { origin: server.url, 'sec-fetch-site': 'same-origin' });
    expect(response.status).toBe(200);
  });
});

async function send(login: string, request: PossibleRequest, headers: Record<string, string> = {}): Promise<Response> {
  const client = await server.as(login);
  return client.request(request.method, request.path, request.body, { ...headersFor(request), ...headers });
}

/** Compares as a list, so that a failure names every request that is open. */
async function expectAll(
  all: readonly PossibleRequest[],
  expected: string,
  ask: (request: PossibleRequest) => Promise<Response>,
): Promise<void> {
  const answers: string[] = [];
  for (const request of all) {
    const response = await ask(request);
    const { code } = (await response.json()) as { code?: string };
    answers.push(`${request.name}: ${response.status} ${code}`);
  }
  expect(answers).toEqual(all.map(({ name }) => `${name}: ${expected}`));
}

function bodyOf({ body }: PossibleRequest): string {
  return body instanceof Uint8Array ? Buffer.from(body).toString() : JSON.stringify(body);
}
