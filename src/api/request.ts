// What a request says, checked before anything is asked of the house: who sends it, its key, its
// promise, its body, its query. Bytes are counted here and not believed from a header.
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import { problemsOf } from '../wire/commands.ts';
import { readJson } from '../wire/json.ts';
import { fieldsProblem, notFound, trouble } from './problems.ts';

/** More than any command needs: the longest texts, twice. */
export const largestBody = 256 * 1024;

const cause = { 'www-authenticate': 'Bearer realm="endwell"' };

/** Whoever sends the request: by a key, or by a session of this very site. */
export async function callerOf(c: Context, people: People, origin: string): Promise<Person> {
  const authorization = c.req.header('authorization');
  if (authorization !== undefined) {
    const [, token] = /^Bearer +([\x21-\x7e]{1,500})$/i.exec(authorization) ?? [];
    const found = token === undefined ? undefined : await people.personOfKey(token);
    if (found === undefined) throw trouble('not_signed_in', 'This key is not known.', cause);
    return found.person;
  }
  const person = await people.personOfRequest(c.req.raw.headers);
  if (person === undefined) {
    throw trouble('not_signed_in', 'Send a key as a bearer token, or sign in.', cause);
  }
  if (!['GET', 'HEAD'].includes(c.req.method) && !isFromHere(c, origin)) {
    throw trouble('from_another_site', 'A session only counts for requests of this site.');
  }
  return person;
}

/** A browser says where a request comes from; a page of another site cannot say otherwise. */
function isFromHere(c: Context, origin: string): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  return c.req.header('origin') === origin;
}

const keySentence = 'Use 1 to 255 printable ASCII characters, a new one for each command.';

/** The Idempotency-Key, or one of our own where the command does not need any. */
export function keyOf(c: Context, needed: boolean): string {
  const header = c.req.header('idempotency-key');
  if (header === undefined) {
    if (!needed) return `none ${randomUUID()}`;
    throw trouble('key_missing', `Send an Idempotency-Key header. ${keySentence}`);
  }
  const key = header.replace(/^"(.*)"$/, '$1');
  if (!/^[\x21-\x7e]([\x20-\x7e]{0,253}[\x21-\x7e])?$/.test(key)) {
    throw trouble('key_invalid', keySentence);
  }
  return key;
}

export type Body = {
  readonly fields: unknown;
  readonly promise: string | undefined;
};

/** The fields of a command, and the promise of its preview, from the body or the header. */
export async function bodyOf(c: Context): Promise<Body> {
  const value = await jsonOf(c);
  const header = c.req.header('endwell-promise');
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'promise')) {
    return { fields: value, promise: header };
  }
  const { promise, ...fields } = value as { promise: unknown };
  if (typeof promise === 'string' && promise.length <= 1000) return { fields, promise };
  const message = 'Send the promise of the preview as it was given.';
  throw fieldsProblem([{ code: 'field_invalid', field: 'promise', pointer: '/promise', message }]);
}

async function jsonOf(c: Context): Promise<unknown> {
  const type = c.req.header('content-type');
  const bytes = await countedBytes(c);
  // A command without fields needs no body.
  if (type === undefined && bytes.length === 0) return {};
  if (!/^application\/json(; ?charset="?utf-8"?)?$/i.test(type ?? '')) {
    throw trouble('not_json', 'Send the fields as application/json.');
  }
  const read = readJson(bytes);
  if ('wrong' in read) throw trouble('body_malformed', read.wrong);
  return read.value;
}

async function countedBytes(c: Context): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length;
    if (size > largestBody) {
      const most = largestBody / 1024;
      throw trouble('body_too_large', `Send at most ${most} KiB.`, { connection: 'close' });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The query, of which every field is known and given once. */
export function queryOf<S extends z.ZodObject>(c: Context, shape: S): z.output<S> {
  const fields: Record<string, unknown> = {};
  for (const [name, values] of Object.entries(c.req.queries())) {
    Object.defineProperty(fields, name, {
      value: values.length === 1 ? values[0] : values,
      enumerable: true,
    });
  }
  const parsed = shape.safeParse(fields, { reportInput: true });
  if (!parsed.success) throw fieldsProblem(problemsOf(parsed.error.issues));
  return parsed.data;
}

const whole = (most: number) => `Give a whole number from 1 to ${most}.`;

/** How many entries at once. */
export function limit(usual: number, most: number) {
  return z
    .string({ error: whole(most) })
    .regex(/^[1-9]\d{0,2}$/, { error: whole(most) })
    .transform(Number)
    .refine((number) => number <= most, { error: whole(most) })
    .default(usual)
    .meta({ description: `How many at once; ${usual} unless said, ${most} at most.` });
}

/** The contract that the address names. What is no id of ours is no text for a database either. */
export function contractIdOf(c: Context): string {
  const id = c.req.param('id') ?? '';
  if (!/^[a-z0-9_]{1,60}$/.test(id)) throw notFound();
  return id;
}

/** The currency of the wallet that the address names. */
export function currencyOf(c: Context): string {
  const currency = c.req.param('currency') ?? '';
  if (!/^[A-Z]{3}$/.test(currency)) throw notFound();
  return currency;
}
