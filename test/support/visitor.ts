/** A browser without a page: keeps the cookies of each host, and goes where it is sent when it is told to. */
export interface Visitor {
  /** One request; nothing is followed. */
  ask(url: string, own?: RequestInit): Promise<Response>;
  /** Follows every redirect from `url` on; the last answer, and where it came from. */
  go(url: string, own?: RequestInit): Promise<{ response: Response; url: URL }>;
  /** Signs in on the page of the provider to which `url` leads; ends at the address that leads back to us. */
  signInAt(url: string, login: string): Promise<URL>;
}

const MOST_REDIRECTS = 12;

export function aVisitor(): Visitor {
  const jars = new Map<string, Map<string, string>>();
  const ask: Visitor['ask'] = async (url, own = {}) => {
    const { host } = new URL(url);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie && { cookie }), ...(own.headers as Record<string, string> | undefined) };
    const response = await fetch(url, { ...own, headers, redirect: 'manual' });
    // To the last byte: the server holds it back until the session is kept, and before that nobody is signed in.
    await response.clone().arrayBuffer();
    for (const text of response.headers.getSetCookie()) {
      const [pair = ''] = text.split(';');
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(text)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };

  const go = async (
    start: string,
    own: RequestInit = {},
    stopAt: (url: URL) => boolean = () => false,
  ): Promise<{ response: Response; url: URL }> => {
    let [url, request] = [new URL(start), own];
    for (let hop = 0; hop < MOST_REDIRECTS; hop++) {
      const response = await ask(url.href, request);
      const location = response.headers.get('location');
      if (location === null) return { response, url };
      url = new URL(location, url);
      if (stopAt(url)) return { response, url };
      request = {};
    }
    throw new Error(`too many redirects, at last to ${url.href}`);
  };

  return {
    ask,
    go: (url, own) => go(url, own),
    signInAt: async (start, login) => {
      const returns = (url: URL) => url.pathname.endsWith('/callback');
      const shown = await go(start, {}, returns);
      if (returns(shown.url)) return shown.url;
      const body = new URLSearchParams({ prompt: 'login', login, password: 'x' });
      const form = await shown.response.text();
      const [, action = ''] = /action="([^"]+)"/.exec(form) ?? [];
      const back = await go(new URL(action, shown.url).href, { method: 'POST', body }, returns);
      return back.url;
    },
  };
}
