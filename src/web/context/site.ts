// What every room of the pages is given, and how a request gets its person. Each room exports a
// function from a Site to its routes; app.tsx puts them together. Nothing here reads a cookie or
// the environment itself: people knows sessions, main knows the environment.
import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Clock } from '../../engine/clock.ts';
import type { Uploads } from '../../engine/files/uploads.ts';
import type { Engine } from '../../engine/requests.ts';
import type { People } from '../../people/people.ts';
import type { Person } from '../../people/person.ts';
import type { Desk } from '../../reads/states.ts';
import type { Assets } from '../assets.ts';

/** Where the sandbox clock is moved to: an instant, by a span, or the next deadline of anybody. */
export type ClockTarget =
  | { readonly to: Temporal.Instant }
  | { readonly by: Temporal.Duration }
  | { readonly next: true };

export type Site = {
  readonly engine: Engine;
  readonly people: People;
  /** What reads look things up at. */
  readonly desk: Desk;
  readonly clock: Clock;
  /** Files that people send, and the contents of those that contracts have. */
  readonly uploads: Uploads;
  readonly assets: Assets;
  /** The policy in force: what new offers freeze. */
  readonly policy: Policy;
  readonly server: ServerFacts;
  /**
   * Evaluation mode only. Answers the new time, after all that was due has happened. Throws a
   * RangeError for a moment that lies behind.
   */
  readonly moveClock?: ((target: ClockTarget) => Promise<Temporal.Instant>) | undefined;
};

export type ServerFacts = {
  readonly version: string;
  readonly runBy: string;
  /** "https://endwell.example": forms from elsewhere are refused. */
  readonly origin: string;
  readonly evaluation: boolean;
};

/** Whoever asks; nobody for a guest. */
export type WebEnv = { Variables: { person: Person | undefined } };

/** Behind `signedIn`: somebody asks. */
export type SignedInEnv = { Variables: { person: Person } };

export type Routes = Hono<WebEnv>;

export function withPerson(site: Site): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    c.set('person', await site.people.personOfRequest(c.req.raw.headers));
    await next();
  };
}

/** Guests are asked to sign in and come back afterwards, whatever is or is not at the address. */
export const signedIn: MiddlewareHandler<SignedInEnv> = async (c, next) => {
  const person: Person | undefined = c.get('person');
  if (person !== undefined) return next();
  const back = c.req.method === 'GET' ? pathOf(c) : '/';
  return c.redirect(`/sign-in?next=${encodeURIComponent(back)}`, 303);
};

/** The path and query of the request. */
export function pathOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

export function isHttps(site: Site): boolean {
  return site.server.origin.startsWith('https:');
}
