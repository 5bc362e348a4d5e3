import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

export interface CitySignOn {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  stop(): Promise<void>;
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Starts a real OpenID Connect server that knows our product under `publicUrl`. */
export async function startCitySignOn(publicUrl: string, people: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<CitySignOn> {
  const port = await freePort();
  const [clientId, clientSecret] = ['anxin', 'a-secret-between-the-city-and-us'];
  const told = { port, clientId, clientSecret, redirectUri: `${publicUrl}/api/sign-on/oidc/back`, home: `${publicUrl}/`, people };
  const child = spawn(process.execPath, [new URL('city-sign-on.mjs', import.meta.url).pathname, JSON.stringify(told)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  await new Promise<void>((done, failed) => {
    const hear = (part: Buffer) => {
      printed += part.toString();
      if (printed.includes('ready')) done();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => failed(new Error(`the sign-on ended:\n${printed}`)));
  });
  return {
    issuer: `http://127.0.0.1:${port}`,
    clientId,
    clientSecret,
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Follows redirects and fills in forms as a browser does, keeping each host's cookies apart. */
export class Visitor {
  private readonly jars = new Map<string, Map<string, { readonly name: string; readonly value: string; readonly path: string }>>();

  private jar(url: string): Map<string, { readonly name: string; readonly value: string; readonly path: string }> {
    const { host } = new URL(url);
    const jar = this.jars.get(host) ?? new Map();
    this.jars.set(host, jar);
    return jar;
  }

  /** What the browser would send there. */
  cookie(url: string): string {
    const { pathname } = new URL(url);
    return [...this.jar(url).values()]
      .filter(({ path }) => pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  /** A `set-cookie` line as it came, or one that somebody planted. */
  keep(url: string, line: string): void {
    const [pair = ''] = line.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    const path = /path=([^;]+)/i.exec(line)?.[1] ?? '/';
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.jar(url).delete(`${name} ${path}`);
    else this.jar(url).set(`${name} ${path}`, { name, value, path });
  }

  /** One request; the answer's cookies are kept. */
  async ask(
    url: string,
    options: { readonly method?: string; readonly form?: Readonly<Record<string, string>>; readonly json?: unknown } = {},
  ): Promise<Response> {
    const { form, json } = options;
    const answer = await fetch(url, {
      method: options.method ?? (form === undefined && json === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: { cookie: this.cookie(url), origin: new URL(url).origin, ...(json !== undefined && { 'content-type': 'application/json' }) },
      ...(form !== undefined && { body: new URLSearchParams(form) }),
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    for (const line of answer.headers.getSetCookie()) this.keep(url, line);
    return answer;
  }

  /** Follows redirects until something else comes, or until `stop` says of an address not to go there. */
  async follow(url: string, stop: (url: string) => boolean = () => false): Promise<{ readonly url: string; readonly body: string; readonly status: number }> {
    let at = url;
    for (let steps = 0; steps < 20; steps += 1) {
      if (stop(at)) return { url: at, body: '', status: 0 };
      const answer = await this.ask(at);
      const to = answer.headers.get('location');
      if (to === null) return { url: at, body: await answer.text(), status: answer.status };
      at = new URL(to, at).href;
    }
    throw new Error(`redirects without end at ${at}`);
  }

  /** Signs in at the city's own pages and answers where the browser is sent then: our address with a code, not yet visited. */
  async signInAtCity(begin: string, login: string, back: string): Promise<string> {
    const isBack = (url: string) => url.startsWith(back);
    let page = await this.follow(begin, isBack);
    for (let forms = 0; forms < 4 && !isBack(page.url); forms += 1) {
      const action = /<form[^>]*action="([^"]+)"/.exec(page.body)?.[1];
      const prompt = /name="prompt" value="(\w+)"/.exec(page.body)?.[1];
      if (action === undefined || prompt === undefined)
        throw new Error(
          `no form at ${page.url}: ${page.body
            .replace(/[\s\S]*<body>/, '')
            .replace(/<[^>]+>/g, ' ')
            .trim()
            .slice(0, 300)}`,
        );
      const answer = await this.ask(action, { form: { prompt, ...(prompt === 'login' && { login, password: 'anything' }) } });
      const to = answer.headers.get('location');
      if (to === null) throw new Error(`the form leads nowhere: ${answer.status}`);
      page = await this.follow(new URL(to, action).href, isBack);
    }
    return page.url;
  }
}
