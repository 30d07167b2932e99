// The whole server in one process and without a socket: API and pages as main plugs them
// together, on an embedded database with a clock that stands still. Ben is a client with money
// and a card, Ann a freelancer; the others are everybody who has nothing to do with the two.

import { isRejection } from '../../src/domain/rejections.ts';
import { StillClock } from '../../src/engine/clock.ts';
import type { PlainCommand } from '../../src/engine/requests.ts';
import type { Config } from '../../src/main/config.ts';
import { createFaces, type Faces } from '../../src/main/faces.ts';
import { furnish, type House } from '../../src/main/house.ts';
import type { ClockMove } from '../../src/main/move-clock.ts';
import { MemoryFiles } from '../../src/outside/files/memory-files.ts';
import type { PersonRole } from '../../src/people/person.ts';
import { type Database, openDatabase } from '../../src/store/connection.ts';
import { freshEmbedded } from '../../src/store/embedded/snapshot.ts';

export const origin = 'http://localhost:3000';
export const begins = Temporal.Instant.from('2026-11-24T15:20:00Z');

const config = {
  ...{ databaseUrl: null, dataDir: '/nowhere', host: '127.0.0.1', port: 3000, origin },
  ...{ runBy: 'Test', secret: 'a secret that is only good for tests 0123456789' },
  ...{ policy: 'standard', evaluation: true, seed: false, smtp: null },
};

const cast = {
  ben: { roles: ['client'], name: 'Ben Adeyo' },
  ann: { roles: ['freelancer'], name: 'Ann Lovas' },
  carl: { roles: ['client'], name: 'Carl Client' },
  fred: { roles: ['freelancer'], name: 'Fred Freelancer' },
  cleo: { roles: ['client', 'freelancer'], name: 'Cleo Park' },
  mia: { roles: ['mediator'], name: 'Mia Mediator' },
  mo: { roles: ['moderator'], name: 'Mo Moderator' },
  olga: { roles: ['operator'], name: 'Olga Operator' },
} as const satisfies Record<string, { roles: readonly PersonRole[]; name: string }>;

export type Handle = keyof typeof cast;
export const handles = Object.keys(cast) as readonly Handle[];

export type Member = {
  readonly id: string;
  readonly email: string;
  readonly cookie: string;
  readonly bearer: string;
  readonly keyId: string;
};

export type People = Readonly<Record<Handle, Member>>;

export type Sent = {
  readonly method?: string;
  /** Posted as a page posts it. */
  readonly form?: Readonly<Record<string, string>> | URLSearchParams;
  readonly json?: unknown;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
};

/** Somebody by session on pages and by key at the API; null is a guest. */
export type Who = Member | null;

export type FacesHouse = House & {
  readonly clock: StillClock;
  readonly people: House['people'];
  readonly members: People;
  readonly send: (who: Who, path: string, sent?: Sent) => Promise<Answered>;
  /** Carries a command out as one of the two parties, which must not be refused. */
  readonly does: (who: 'ben' | 'ann', contract: string, command: PlainCommand) => Promise<void>;
  /** Lets the provider answer. */
  readonly settles: () => Promise<void>;
};

/** What the houses of one test begin with: the same people, the same ids. */
export type Beginning = { readonly files: Blob; readonly members: People; readonly at: string };

type Options = {
  readonly from?: Beginning;
  /** Not evaluation mode: the engine is the same, the faces are those of production. */
  readonly production?: boolean;
  readonly origin?: string;
};

export async function withFaces(
  run: (house: FacesHouse) => Promise<void>,
  options: Options = {},
): Promise<void> {
  const { from } = options;
  const db = from
    ? await openDatabase({ inMemory: true, snapshot: from.files })
    : await freshEmbedded();
  const clock = new StillClock(from ? Temporal.Instant.from(from.at) : begins);
  const evaluation = options.production !== true;
  const facing = { ...config, evaluation, origin: options.origin ?? origin };
  const house = furnish(facing, db, clock, new MemoryFiles());
  const faces = await facesOf(facing, house, clock);
  try {
    const members = from?.members ?? (await settle(house));
    const does: FacesHouse['does'] = async (who, contract, command) => {
      const as = who === 'ben' ? 'client' : 'freelancer';
      const by = { as, person: members[who].id } as const;
      const answer = await house.engine.execute({ contract, command, by, key: nextKey() });
      if (isRejection(answer)) throw new Error(`${command.type} is refused: ${answer.rejected}`);
    };
    const settles = () => settled(house, clock);
    await run({ ...house, clock, members, does, settles, send: sender(faces, options) });
  } finally {
    await house.engine.close();
    await db.close();
  }
}

async function facesOf(facing: Config, house: House, clock: StillClock): Promise<Faces> {
  const mover = async (move: ClockMove) => {
    if ('by' in move) clock.set(clock.now().toZonedDateTimeISO('UTC').add(move.by).toInstant());
    if ('to' in move) clock.set(move.to);
    await house.engine.passTime();
    return clock.now();
  };
  return createFaces(facing, house, facing.evaluation ? mover : null);
}

let keys = 0;
const nextKey = () => `house-${++keys}`;

function sender(faces: Faces, { origin: own = origin }: Options): FacesHouse['send'] {
  return async (who, path, sent = {}) => {
    const isApi = path.startsWith('/api');
    const body = sent.form ? new URLSearchParams(sent.form) : bodyOf(sent);
    const method = sent.method ?? (body === null ? 'GET' : 'POST');
    const headers = new Headers();
    if (who !== null && isApi) headers.set('authorization', `Bearer ${who.bearer}`);
    if (who !== null && !isApi) headers.set('cookie', who.cookie);
    if (!['GET', 'HEAD'].includes(method)) {
      if (isApi) headers.set('idempotency-key', nextKey());
      else headers.set('origin', own);
    }
    if (sent.json !== undefined) headers.set('content-type', 'application/json');
    for (const [name, value] of Object.entries(sent.headers ?? {})) {
      if (value === '') headers.delete(name);
      else headers.set(name, value);
    }
    const request = new Request(own + path, {
      method,
      headers,
      ...(body === null ? {} : { body }),
    });
    const response = await faces.fetch(request, {});
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
}

function bodyOf({ json, body }: Sent): string | Uint8Array<ArrayBuffer> | null {
  return json === undefined ? (body ?? null) : JSON.stringify(json);
}

async function settle(house: House): Promise<People> {
  const made: Partial<Record<Handle, Member>> = {};
  for (const handle of handles) made[handle] = await member(house, handle);
  const members = made as People;
  const give = async (who: Handle, as: 'client' | 'freelancer', command: object) => {
    const request = { wallet: { person: members[who].id, currency: 'USD' }, command };
    const by = { as, person: members[who].id };
    const answer = await house.engine.execute({ ...request, by, key: nextKey() } as never);
    if (isRejection(answer)) throw new Error(`${who} is refused: ${answer.rejected}`);
  };
  const card = { id: 'card', kind: 'card', label: 'Card ending 4242', token: 'card_ok' };
  const bank = { id: 'bank', kind: 'bank', label: 'Account ending 88', token: 'bank_ok' };
  await give('ben', 'client', { type: 'add_payment_method', ...card });
  await give('ben', 'client', { type: 'verify_payment_method', method: 'card' });
  await give('ben', 'client', { type: 'deposit', amount: '2000.00' });
  await give('ann', 'freelancer', { type: 'add_payment_method', ...bank });
  await give('ann', 'freelancer', { type: 'verify_payment_method', method: 'bank' });
  await settled(house, house.clock as StillClock);
  return members;
}

async function settled({ engine }: House, clock: StillClock): Promise<void> {
  await engine.deliver();
  clock.set(clock.now().add({ seconds: 3 }));
  await engine.deliver();
}

export const password = 'correct horse battery';

async function member({ people }: House, handle: Handle): Promise<Member> {
  const { name, roles } = cast[handle];
  const email = `${handle}@example.org`;
  const made = await people.signUp({ name, email, password, roles, demo: handle === 'ben' });
  if (!('person' in made)) throw new Error(JSON.stringify(made));
  const key = await people.createKey(made.person.id, 'test');
  if (!('secret' in key)) throw new Error(JSON.stringify(key));
  const cookie = made.cookies.map((one) => one.split(';')[0]).join('; ');
  return { id: made.person.id, email, cookie, bearer: key.secret, keyId: key.key.id };
}

/** Makes something of a house, to begin several others with. */
export async function beginningWith(
  make: (house: FacesHouse) => Promise<void>,
): Promise<Beginning> {
  let beginning: Beginning | undefined;
  await withFaces(async (house) => {
    await make(house);
    const { db, members, clock } = house;
    beginning = { files: await (db as Database).dump(), members, at: `${clock.now()}` };
  });
  if (beginning === undefined) throw new Error('Nothing was made.');
  return beginning;
}

export const logo: PlainCommand = {
  type: 'send_offer',
  title: 'A logo for the bakery',
  kind: 'fixed',
  currency: 'USD',
  scope: 'A mark that works in one colour.',
  milestones: [
    { id: 'sketches', title: 'Sketches', amount: '500.00' },
    { id: 'final', title: 'Final files', amount: '300.00' },
  ],
};

/** An active contract of Ben and Ann, its first milestone funded. */
export async function activeContract(house: FacesHouse): Promise<string> {
  const { does, engine, members } = house;
  const contract = engine.newContractId();
  await does('ben', contract, { ...logo, to: members.ann.id });
  await does('ann', contract, { type: 'accept_offer' });
  await does('ben', contract, { type: 'fund_milestone', milestone: 'sketches' });
  return contract;
}

const tables = ['contracts', 'wallets', 'events', 'postings', 'accounts', 'commands', 'texts'];
const everything = tables
  .map(
    (table) => `select '${table}' as name, md5(string_agg(t::text, '|' order by t::text)) as rows
    from ${table} t`,
  )
  .join(' union all ');

/** All business, in a few letters: to see that nothing has changed. */
export async function allThatIs({ db }: House): Promise<string> {
  const found = await db.query<{ name: string; rows: string }>(everything);
  return found.map(({ name, rows }) => `${name} ${rows}`).join('\n');
}
