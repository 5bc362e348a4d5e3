import { createCipheriv, createDecipheriv, createHash, randomUUID } from 'node:crypto';
import { request } from 'node:http';

// Clients of the real-name interface as they are written elsewhere: from the description of the protocol alone. Nothing of
// the product is imported here, so that the two cannot be wrong in the same way.

export interface Account {
  readonly appid: string;
  readonly secret: string;
}

type Parameters = Readonly<Record<string, string>>;

/** How one family of clients does what the protocol leaves to the language. */
export interface StrangeClient {
  readonly name: string;
  /** Its JSON text of an object with these properties. */
  json(data: unknown): string;
  /** Lower case, as its standard library makes it. */
  lower(text: string): string;
  /** One value of a form. */
  encode(value: string): string;
  readonly headers: Readonly<Record<string, string>>;
  readonly upperCaseSign: boolean;
  nonce(): string;
  /** The data of a call that has none. */
  readonly empty: string;
}

/** A to Z only. */
const asciiLower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const escapeNonAscii = (text: string): string => text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const plus = (value: string): string =>
  encodeURIComponent(value)
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
const guid = (): string => randomUUID().replaceAll('-', '');
const sixDigits = (): string => String(100_000 + Math.floor(Math.random() * 900_000));

/** Newtonsoft with a contract of C# properties: names begin with a capital, what is not set is null. */
function pascal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pascal);
  if (typeof value !== 'object' || value === null) return value;
  return { ...Object.fromEntries(Object.entries(value).map(([name, one]) => [name.charAt(0).toUpperCase() + name.slice(1), pascal(one)])), Remark: null };
}

export const STRANGE_CLIENTS: readonly StrangeClient[] = [
  {
    name: 'Java（平台演示程序：Gson、URLEncoder）',
    json: (data) => JSON.stringify(data).replace(/[=<>&']/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
    lower: (text) => text.toLowerCase(),
    encode: plus,
    headers: { 'content-encoding': 'UTF-8', 'accept-encoding': 'gzip,deflate' },
    upperCaseSign: false,
    nonce: guid,
    empty: '{}',
  },
  {
    name: '.NET（HttpWebRequest、Newtonsoft、HttpUtility）',
    json: (data) => JSON.stringify(pascal(data)),
    lower: (text) => text.toLowerCase(),
    // HttpUtility.UrlEncode writes its hexadecimal small and leaves !()* alone.
    encode: (value) =>
      encodeURIComponent(value)
        .replace(/%20/g, '+')
        .replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    // What HttpWebRequest asks before it sends a body.
    headers: { expect: '100-continue' },
    upperCaseSign: true,
    nonce: guid,
    empty: '{}',
  },
  {
    name: 'PHP 8（curl、json_encode、strtolower）',
    json: (data) => escapeNonAscii(JSON.stringify(data).replaceAll('/', '\\/')),
    lower: asciiLower,
    encode: plus,
    headers: { expect: '100-continue' },
    upperCaseSign: false,
    nonce: sixDigits,
    empty: '[]',
  },
  {
    name: 'PHP 8（JSON_UNESCAPED_UNICODE）',
    json: (data) => JSON.stringify(data).replaceAll('/', '\\/'),
    lower: asciiLower,
    encode: plus,
    headers: {},
    upperCaseSign: false,
    nonce: guid,
    empty: '[]',
  },
  {
    name: 'Python（requests、json.dumps）',
    json: (data) => escapeNonAscii(JSON.stringify(data)).replaceAll('":', '": ').replaceAll(',"', ', "'),
    lower: (text) => text.toLowerCase(),
    encode: plus,
    headers: { accept: '*/*' },
    upperCaseSign: false,
    nonce: sixDigits,
    empty: '{}',
  },
  {
    name: 'Node（querystring）',
    json: (data) => JSON.stringify(data),
    lower: (text) => text.toLowerCase(),
    encode: encodeURIComponent,
    headers: {},
    upperCaseSign: false,
    nonce: guid,
    empty: '{}',
  },
];

/** What is signed: by name, decoded, the secret at the end, in lower case. */
export function textToSign(client: StrangeClient, parameters: Parameters, secret: string): string {
  const names = Object.keys(parameters)
    .filter((name) => parameters[name] !== '')
    .sort();
  return client.lower(`${names.map((name) => `${name}=${parameters[name]}`).join('&')}&appsecret=${secret}`);
}

export function signOf(client: StrangeClient, parameters: Parameters, secret: string): string {
  return createHash('sha256')
    .update(textToSign(client, parameters, secret), 'utf8')
    .digest('hex');
}

export function sealOf(text: string, secret: string): string {
  const cipher = createCipheriv('aes-256-cbc', Buffer.from(secret), Buffer.from(secret).subarray(0, 16));
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

export function openOf(base64: string, secret: string): string {
  const cipher = createDecipheriv('aes-256-cbc', Buffer.from(secret), Buffer.from(secret).subarray(0, 16));
  return Buffer.concat([cipher.update(Buffer.from(base64, 'base64')), cipher.final()]).toString('utf8');
}

export interface Told {
  readonly code: string;
  readonly message: string;
  readonly data: unknown;
}

/** Calls as that client does, and reads the answer as all of them do: status 200, JSON, `code` as text. */
export async function callAs(client: StrangeClient, url: string, account: Account, method: string, data: unknown, timestamp: string): Promise<Told> {
  const parameters = {
    method,
    version: '1.0',
    appid: account.appid,
    format: 'json',
    timestamp,
    nonce: client.nonce(),
    data: data === null ? client.empty : client.json(data),
  };
  const sign = signOf(client, parameters, account.secret);
  const form = Object.entries({ ...parameters, sign: client.upperCaseSign ? sign.toUpperCase() : sign });
  const body = Buffer.from(form.map(([name, value]) => `${name}=${client.encode(value)}`).join('&'));
  const text = await new Promise<string>((done, failed) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', 'content-length': body.length, ...client.headers };
    const sent = request(url, { method: 'POST', headers }, (answer) => {
      if (answer.statusCode !== 200) failed(new Error(`status ${answer.statusCode}`));
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(Buffer.concat(parts).toString('utf8')));
    });
    sent.on('error', failed);
    if (client.headers['expect'] === undefined) sent.end(body);
    else sent.on('continue', () => sent.end(body));
  });
  const told: Told = JSON.parse(text);
  return told;
}
