// The API, put together: the routes of its tables, who asks, and problem+json for whatever goes
// wrong. It opens nothing and reads no environment; main gives it everything it needs.
import { type Context, Hono } from 'hono';
import type { Policy } from '../domain/policy/policy.ts';
import type { Clock } from '../engine/clock.ts';
import type { Uploads } from '../engine/files/uploads.ts';
import type { Engine } from '../engine/requests.ts';
import type { People } from '../people/people.ts';
import type { Reads } from '../reads/reads.ts';
import { failureOf } from '../store/driver/failures.ts';
import type { PolicyDocument } from '../wire/policy.ts';
import { commandRoutes } from './command-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { openTable } from './open-routes.ts';
import { openApiDocument } from './openapi.ts';
import { ApiProblem, notFound, trouble } from './problems.ts';
import { readTable } from './read-routes.ts';
import { callerOf } from './request.ts';

export type ApiOptions = {
  readonly engine: Engine;
  readonly reads: Reads;
  readonly people: People;
  readonly uploads: Uploads;
  readonly clock: Clock;
  /** The policy in force. */
  readonly policy: Policy;
  /** The policies of this server, whole, as its help pages and the API show them. */
  readonly policies?: readonly PolicyDocument[];
  /** Where the pages are: a session only counts for requests from there. */
  readonly origin: string;
  readonly version: string;
  /** Told about every mistake of ours, with the number under which it was answered. */
  readonly onTrouble?: (error: unknown, instance: string) => void;
};

const headers = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

export function createApi(options: ApiOptions): Hono {
  const app = new Hono();
  const secure = options.origin.startsWith('https:');
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    if (secure) c.res.headers.set('strict-transport-security', 'max-age=31536000');
  });
  commandRoutes(app, options);
  fileRoutes(app, options);
  readRoutes(app, options);
  openRoutes(app, options);
  otherMethods(app);
  app.all('*', () => {
    throw trouble('nothing_here', 'There is nothing at this address.');
  });
  app.notFound((c) => answer(c, notFound()));
  app.onError((error, c) => answer(c, problemOf(error, c, options)));
  return app;
}

function readRoutes(app: Hono, options: ApiOptions): void {
  for (const { path, handle } of readTable) {
    app.get(path, async (c) => {
      const caller = await callerOf(c, options.people, options.origin);
      return handle(c, options, caller);
    });
  }
}

function openRoutes(app: Hono, { version, origin, policy, policies = [] }: ApiOptions): void {
  let made: object | undefined;
  const document = () => {
    made ??= openApiDocument(version, origin);
    return made;
  };
  const room = { policies, inForce: policy, document };
  for (const { path, look } of openTable) {
    app.get(path, (c) => {
      const found = look(room, c.req.param('name') ?? c.req.param('code') ?? '');
      if (found === null) throw notFound();
      return c.json(found);
    });
  }
}

/** Every address knows its methods, and says so to all others. */
function otherMethods(app: Hono): void {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of app.routes.filter((route) => route.method !== 'ALL')) {
    const known = methods.get(path) ?? new Set();
    methods.set(path, known.add(method));
    if (method === 'GET') known.add('HEAD');
  }
  for (const [path, known] of methods) {
    const allow = [...known].sort().join(', ');
    app.all(path, () => {
      throw trouble('method_not_allowed', `This address takes ${allow}.`, { allow });
    });
  }
}

function problemOf(error: unknown, c: Context, { onTrouble }: ApiOptions): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const failure = failureOf(error);
  const retry = { 'retry-after': '1' };
  const again = 'Send it again with the same key.';
  if (failure === 'again') return trouble('busy', `Nothing was changed. ${again}`, retry);
  const what =
    failure === 'lost'
      ? trouble('outcome_unknown', `The database did not answer. ${again}`, retry)
      : trouble('server_error', 'The mistake is in the log of the server under this instance.');
  const tell = onTrouble ?? ((mistake, instance) => console.error(instance, c.req.path, mistake));
  tell(error, what.problem.instance);
  return what;
}

function answer(c: Context, { problem, headers: more }: ApiProblem): Response {
  for (const [name, value] of Object.entries(more)) c.header(name, value);
  c.header('content-type', 'application/problem+json');
  return c.body(JSON.stringify(problem), problem.status as 500);
}
