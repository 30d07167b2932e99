// A house with the API as its only face: people with keys, the real engine on an embedded
// database, a clock that stands still.
import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { createApi } from '../../src/api/app.ts';
import { createUploads } from '../../src/engine/files/uploads.ts';
import { MemoryFiles } from '../../src/outside/files/memory-files.ts';
import { createPeople } from '../../src/people/people.ts';
import type { PersonRole } from '../../src/people/person.ts';
import { createDesk, createReads } from '../../src/reads/reads.ts';
import { freshEmbedded } from '../../src/store/embedded/snapshot.ts';
import { parsePolicyDocument, policyOf } from '../../src/wire/policy.ts';
import { type House, houseOn } from '../database/house.ts';

export const origin = 'http://localhost:3000';
const secret = 'a secret that is only good for tests 0123456789';

export const documents = ['standard', 'classic-2016'].map((name) =>
  parsePolicyDocument(
    readFileSync(new URL(`../../policies/${name}.yaml`, import.meta.url), 'utf8'),
  ),
);

export type Member = {
  readonly id: string;
  readonly email: string;
  readonly cookie: string;
  readonly bearer: string;
};

export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly text: string;
};

type Sent = {
  readonly method?: string;
  readonly body?: unknown;
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
};

export type ApiHouse = House & {
  readonly api: Hono;
  readonly files: MemoryFiles;
  readonly ben: Member;
  readonly ann: Member;
  readonly eve: Member;
  readonly olga: Member;
  readonly mistakes: unknown[];
  /** Sends a request; POST with a key of its own when there is a body. */
  readonly send: (who: Member | null, path: string, sent?: Sent) => Promise<Answered>;
  readonly post: (
    who: Member | null,
    path: string,
    body?: unknown,
    key?: string,
  ) => Promise<Answered>;
  readonly get: (who: Member | null, path: string) => Promise<Answered>;
};

let keys = 0;

export async function withApi(run: (house: ApiHouse) => Promise<void>): Promise<void> {
  const db = await freshEmbedded();
  const house = houseOn(db);
  const { engine, clock } = house;
  const people = createPeople(db, { secret, origin, clock: () => clock.now() });
  const mistakes: unknown[] = [];
  const files = new MemoryFiles();
  const [document] = documents;
  if (document === undefined) throw new Error('There is no policy.');
  const api = createApi({
    engine,
    people,
    reads: createReads(createDesk(db)),
    uploads: createUploads({ db, clock, files }),
    clock,
    policy: policyOf(document),
    policies: documents,
    origin,
    version: '0.0.0',
    onTrouble: (error) => mistakes.push(error),
  });
  const member = async (name: string, roles: readonly PersonRole[]): Promise<Member> => {
    const email = `${name.toLowerCase()}@example.org`;
    const made = await people.signUp({ name, email, password: 'correct horse battery', roles });
    if (!('person' in made)) throw new Error(JSON.stringify(made));
    const key = await people.createKey(made.person.id, 'test');
    if (!('secret' in key)) throw new Error(JSON.stringify(key));
    const cookie = made.cookies.map((one) => one.split(';')[0]).join('; ');
    return { id: made.person.id, email, cookie, bearer: key.secret };
  };
  const send: ApiHouse['send'] = async (who, path, sent = {}) => {
    const { body, raw, key } = sent;
    const method = sent.method ?? (body === undefined && raw === undefined ? 'GET' : 'POST');
    const headers = new Headers(sent.headers);
    if (who !== null && !headers.has('cookie'))
      headers.set('authorization', `Bearer ${who.bearer}`);
    if (method === 'POST' && key !== null) {
      keys += 1;
      headers.set('idempotency-key', key ?? `k${keys}`);
    }
    const content = raw ?? (body === undefined ? null : JSON.stringify(body));
    if (content !== null && !headers.has('content-type')) {
      headers.set('content-type', 'application/json');
    }
    const init = content === null ? { method, headers } : { method, headers, body: content };
    const response = await api.request(path, init);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
    const parsed: unknown = isJson ? JSON.parse(text) : null;
    return { status: response.status, headers: response.headers, text, body: parsed };
  };
  try {
    await run({
      ...house,
      api,
      files,
      mistakes,
      ben: await member('Ben', ['client']),
      ann: await member('Ann', ['freelancer']),
      eve: await member('Eve', ['client', 'freelancer']),
      olga: await member('Olga', ['operator']),
      send,
      post: (who, path, body = {}, key) =>
        send(who, path, key === undefined ? { body } : { body, key }),
      get: (who, path) => send(who, path),
    });
  } finally {
    await engine.close();
    await db.close();
  }
}

export const offerTo = (to: string, amount = '500.00') => ({
  to,
  title: 'Logo',
  scope: 'A logo, three sketches first.',
  kind: 'fixed',
  currency: 'USD',
  milestones: [
    { id: 'sketches', title: 'Sketches', amount, due: '2026-03-20T12:00:00Z' },
    { id: 'drawing', title: 'Drawing', amount: '300.00' },
  ],
});

/** A client with a card and a balance, and a contract that is active, with money held. */
export async function fundedContract(house: ApiHouse): Promise<string> {
  const { ben, ann, post, engine } = house;
  const method = { id: 'card', kind: 'card', label: 'Card ending 4242', token: 'tok_ok' };
  await post(ben, '/api/wallets/USD/add_payment_method', method);
  await post(ben, '/api/wallets/USD/verify_payment_method', { method: 'card' });
  await post(ben, '/api/wallets/USD/deposit', { amount: '2000' });
  await engine.deliver();
  const offered = await post(ben, '/api/offers', offerTo(ann.email));
  const { contract } = offered.body as { contract: string };
  await post(ann, `/api/contracts/${contract}/accept_offer`);
  await post(ben, `/api/contracts/${contract}/fund_milestone`, { milestone: 'sketches' });
  return contract;
}

const tables = ['contracts', 'wallets', 'events', 'postings', 'accounts', 'commands', 'texts'];
const everything = tables
  .map(
    (table) => `select '${table}' as name, md5(string_agg(t::text, '|' order by t::text)) as rows
    from ${table} t`,
  )
  .join(' union all ');

/** Everything that business is, in a few letters: to see that nothing has changed. */
export async function allThatIs({ db }: House): Promise<string> {
  const found = await db.query<{ name: string; rows: string }>(everything);
  return found.map(({ name, rows }) => `${name} ${rows}`).join('\n');
}
