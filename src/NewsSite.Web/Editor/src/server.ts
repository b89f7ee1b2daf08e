/** RFC 9457, as the program words it; extensions such as `head` or `issues` stand beside. */
export interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly [extension: string]: unknown;
}

export interface Success<T> {
  readonly ok: true;
  readonly status: number;
  readonly body: T;
}

export interface Failure {
  readonly ok: false;
  /** 0 when no answer came: offline, the program stopped, or the request was given up. */
  readonly status: number;
  readonly problem: Problem;
  /** Seconds after which the program asks to be tried again; null when it does not say. */
  readonly retryAfter: number | null;
  readonly aborted: boolean;
}

/** An expected fault is a value here: callers look at `ok` and are never thrown at. */
export type Answer<T> = Success<T> | Failure;

export interface Asked {
  readonly signal?: AbortSignal | undefined;
  /** Lets the request outlive the page; browsers allow 64 KB for it. */
  readonly keepalive?: boolean;
}

/** The newsroom's own API. */
export class Server {
  constructor(public antiforgery: string, private readonly base = '/newsroom/api') {}

  get<T>(path: string, asked: Asked = {}): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, asked);
  }

  post<T>(path: string, body: unknown, asked: Asked = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, body, asked);
  }

  put<T>(path: string, body: unknown, asked: Asked = {}): Promise<Answer<T>> {
    return this.send<T>('PUT', path, body, asked);
  }

  delete<T>(path: string, body?: unknown, asked: Asked = {}): Promise<Answer<T>> {
    return this.send<T>('DELETE', path, body, asked);
  }

  /** `POST` of a form with files. */
  upload<T>(path: string, form: FormData, asked: Asked = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, form, asked);
  }

  private async send<T>(method: string, path: string, body: unknown, asked: Asked): Promise<Answer<T>> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (method !== 'GET') headers['X-Antiforgery'] = this.antiforgery;
    const isForm = body instanceof FormData;
    if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
    try {
      const response = await fetch(`${this.base}/${path}`, {
        method,
        headers,
        credentials: 'same-origin',
        body: body === undefined ? null : isForm ? body : JSON.stringify(body),
        signal: asked.signal ?? null,
        keepalive: asked.keepalive ?? false,
      });
      const text = await response.text();
      if (response.ok) return { ok: true, status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
      const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
      return { ok: false, status: response.status, problem: problemOf(text), retryAfter: Number.isFinite(wait) ? wait : null, aborted: false };
    } catch (error) {
      const aborted = error instanceof DOMException && error.name === 'AbortError';
      const detail = aborted ? 'The request was given up.' : 'The newsroom does not answer.';
      return { ok: false, status: 0, problem: { detail }, retryAfter: null, aborted };
    }
  }
}

function problemOf(text: string): Problem {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null) return json as Problem;
  } catch {
    // A proxy's error page: nothing in it is meant for a journalist.
  }
  return {};
}

/** What to tell the writer about a failure. */
export function wordsOf(failure: Failure): string {
  return failure.problem.detail ?? failure.problem.title ?? `The newsroom answered with an error (${failure.status}).`;
}
