/** The typed client of the API. Paths and answers are those of the modules' wire types. */

interface ProblemBody {
  readonly code?: string;
  readonly says?: string;
  readonly fields?: readonly { readonly path: string; readonly says: string }[];
  readonly reference?: string;
}

/** A refusal or failure of the API, in words for the person at the screen. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly says: string;
  readonly fields: readonly { readonly path: string; readonly says: string }[];
  readonly reference: string | null;

  constructor(status: number, body: ProblemBody) {
    const says = body.says ?? sayFor(status);
    super(says);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = body.code ?? `http-${status}`;
    this.says = says;
    this.fields = body.fields ?? [];
    this.reference = body.reference ?? null;
  }

  /** Wraps whatever was thrown. Bugs keep their own message in the console. */
  static of(error: unknown): ApiProblem {
    if (error instanceof ApiProblem) return error;
    if (!(error instanceof TypeError && /fetch|load/i.test(error.message))) console.error(error);
    return new ApiProblem(0, {});
  }
}

function sayFor(status: number): string {
  if (status === 0) return '连不上服务器，网恢复后再取一次。填写的内容还在本页。';
  if (status === 401) return '登录已失效，重新登录后接着办。';
  if (status === 403) return '没有看这一项的权限。找本单位管理员开通。';
  if (status === 404) return '没有这一项，或不在你的管辖范围内。';
  if (status === 413) return '文件太大，分成几份再传。';
  if (status === 429) return '操作太密，过一分钟再来。';
  return '服务器没有办成，数据没有改动。过一会儿再来；还不行就把编号告诉管理员。';
}

type Parameters = Readonly<Record<string, string | number | boolean | null | undefined>>;

export function withQuery(path: string, parameters?: Parameters): string {
  if (!parameters) return path;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '' && value !== false) query.set(name, value === true ? '1' : String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

async function call<Answer>(method: string, path: string, body: unknown, signal: AbortSignal | undefined): Promise<Answer> {
  const isForm = body instanceof FormData;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(0, {});
  }
  return answerOf<Answer>(response.status, response.status === 204 ? '' : await response.text());
}

function answerOf<Answer>(status: number, text: string): Answer {
  let parsed: unknown;
  try {
    parsed = text === '' ? undefined : JSON.parse(text);
  } catch {
    throw new ApiProblem(status >= 400 ? status : 502, {});
  }
  if (status >= 400) {
    const problem = new ApiProblem(status, typeof parsed === 'object' && parsed !== null ? parsed : {});
    if (status === 401) for (const listener of signedOutListeners) listener();
    throw problem;
  }
  // The wire types are the contract both sides compile against.
  return parsed as Answer;
}

const signedOutListeners = new Set<() => void>();

/** Told whenever the server says nobody is signed in. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

export const api = {
  get: <Answer>(path: string, parameters?: Parameters, signal?: AbortSignal) => call<Answer>('GET', withQuery(path, parameters), undefined, signal),
  post: <Answer>(path: string, body: unknown = {}) => call<Answer>('POST', path, body, undefined),
  delete: <Answer>(path: string) => call<Answer>('DELETE', path, undefined, undefined),

  /** Sends a form with files and tells how much has gone, 0..1. */
  upload<Answer>(path: string, form: FormData, onProgress: (share: number) => void): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', path);
      request.setRequestHeader('accept', 'application/json');
      request.upload.onprogress = (event) => {
        if (event.lengthComputable) onProgress(event.loaded / event.total);
      };
      request.onerror = () => reject(new ApiProblem(0, {}));
      request.onload = () => {
        try {
          resolve(answerOf<Answer>(request.status, request.responseText));
        } catch (error) {
          reject(error);
        }
      };
      request.send(form);
    });
  },
};
