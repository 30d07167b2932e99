// Who may what, as a table: every route of the API and of the pages for everybody there is. A
// route that is not in the table fails; and what is not somebody's to know is answered like what
// was never there, to the last byte.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApi } from '../../src/api/app.ts';
import { commandTable } from '../../src/api/commands.ts';
import { createDesk, createReads } from '../../src/reads/reads.ts';
import { createWeb, type Site } from '../../src/web/app.tsx';
import { contractCommandNames } from '../../src/wire/commands.ts';
import {
  type Answered,
  activeContract,
  type FacesHouse,
  type Handle,
  handles,
  logo,
  origin,
  password,
  type Who,
  withFaces,
} from '../faces/house.ts';

/** `gone`: a key that was revoked, at the API; a session that was ended, on pages. */
const roles = ['guest', 'gone', ...handles] as const;
type Role = (typeof roles)[number];

/** Strangers to the contract, by the roles that they have elsewhere. */
const strangers = ['carl', 'fred', 'cleo', 'mia', 'mo'] as const;

type Status = number | readonly number[];
type Cells = Readonly<Record<Role, Status>>;

function cells(most: Status, others: Partial<Record<Role | 'out' | 'strangers', Status>>): Cells {
  const { out, strangers: away, ...own } = others;
  const outside = out === undefined ? {} : { guest: out, gone: out };
  const apart = away === undefined ? [] : strangers.map((role) => [role, away] as const);
  const all = Object.fromEntries(roles.map((role) => [role, most]));
  return { ...all, ...outside, ...Object.fromEntries(apart), ...own } as Cells;
}

/** The command was judged: it is done, or refused for what it is and not for who sent it. */
const judged: Status = [200, 201, 409, 412, 422];
const open = cells(200, {});
const own = cells(200, { out: 401 });
const ofTheContract = cells(200, { out: 401, strangers: 404 });

const apiReads: Readonly<Record<string, Cells>> = {
  '/api/me': own,
  '/api/needs': own,
  '/api/deadlines': own,
  '/api/contracts': own,
  '/api/contracts/:id': ofTheContract,
  '/api/contracts/:id/events': ofTheContract,
  '/api/contracts/:id/options': ofTheContract,
  '/api/contracts/:id/files/:file': cells(404, { out: 401 }),
  '/api/contracts/:id/bundle.zip': ofTheContract,
  '/api/contracts/:id/score': cells(404, { out: 401, ben: 200, ann: 200 }),
  '/api/cases': cells(404, { out: 401, mia: 200 }),
  '/api/cases/:contract/:dispute': cells(404, { out: 401 }),
  '/api/people/:person/score': own,
  '/api/people/:person/score.json': cells(404, { out: 401, ann: 200, olga: 200 }),
  '/api/wallets': own,
  '/api/wallets/:currency': own,
  '/api/wallets/:currency/statement': own,
  '/api/wallets/:currency/statement.csv': own,
  '/api/policies': open,
  '/api/policies/:name': open,
  '/api/problems': open,
  '/api/problems/:code': open,
  '/api/openapi.json': open,
};

/** What is sent to the API besides commands: without a name it is no file. */
const apiSends: Readonly<Record<string, Cells>> = {
  '/api/files': cells(422, { out: 401 }),
};

function cellsOfCommand({ name, on, who }: (typeof commandTable)[number]): Cells {
  // Whoever has no such method has none to verify.
  if (name === 'verify_payment_method') return cells(404, { out: 401, ben: judged });
  if (on === 'wallet') return cells(judged, { out: 401 });
  if (on === 'offers') return cells(403, { out: 401, ben: judged, carl: judged, cleo: judged });
  const party = (role: 'client' | 'freelancer') => (who.includes(role) ? judged : 403);
  const parties = { ben: party('client'), ann: party('freelancer') };
  return cells(404, { out: 401, olga: 403, ...parties });
}

const away = 303;
const signedInPage = cells(200, { out: away });
const contractPage = cells(200, { out: away, strangers: 404 });
const partyPage = cells([200, 409, 422], { out: away, strangers: 404, olga: 404 });
const clientsPage = cells(403, { out: away, ben: 200, carl: 200, cleo: 200 });
const shown: Status = [200, 409, 422];

/** Method and address, and what everybody gets there. */
const pages: Readonly<Record<string, Cells>> = {
  'GET /': open,
  'GET /health': open,
  'GET /assets/*': cells(404, {}),
  'GET /rules': open,
  'GET /help': open,
  'GET /parts': open,
  'GET /clock': open,
  'POST /clock': cells(422, {}),
  'POST /theme': cells(303, {}),
  'GET /sign-in': cells(303, { out: 200 }),
  'POST /sign-in': cells(422, {}),
  'GET /sign-up': open,
  'POST /sign-up': cells(422, {}),
  'POST /sign-out': cells(303, {}),
  'GET /demo/:person': cells(404, {}),
  'POST /demo/:person': cells(404, {}),
  'GET /account': signedInPage,
  'POST /account': cells(422, { out: away }),
  'POST /account/mail': cells(303, {}),
  'GET /forgot-password': open,
  'POST /forgot-password': cells(422, {}),
  'GET /new-password': open,
  'POST /new-password': cells(422, {}),
  'GET /deadlines': signedInPage,
  'POST /deadlines/calendar': cells(200, { out: away }),
  'POST /deadlines/calendar/end': cells(303, {}),
  'GET /calendar/:file': cells(404, {}),
  'GET /mailbox': signedInPage,
  'GET /mailbox/:id': cells(404, { out: away }),
  'POST /account/keys': cells(422, { out: away }),
  'POST /account/keys/revoke': cells(303, {}),
  'GET /people/:person/score': signedInPage,
  'GET /people/:person/score.json': cells(404, { out: away, ann: 200, olga: 200 }),
  'GET /contracts': signedInPage,
  'GET /cases': cells(404, { out: away, mia: 200 }),
  'GET /cases/:contract/:dispute': cells(404, { out: away }),
  'POST /cases/:contract/:dispute/take': cells(404, { out: away }),
  'GET /reported': cells(404, { out: away, mo: 200 }),
  'POST /reported': cells(404, { out: away, mo: 422 }),
  'GET /money': signedInPage,
  'GET /money/:currency': signedInPage,
  'GET /money/:currency/statement.csv': signedInPage,
  'GET /money/:currency/:command': signedInPage,
  'POST /money/:currency/:command': cells(shown, { out: away }),
  'GET /offers/new': clientsPage,
  'POST /offers/new': cells(403, { out: away, ben: shown, carl: shown, cleo: shown }),
  'GET /contracts/:id': contractPage,
  'GET /contracts/:id/terms': contractPage,
  'GET /contracts/:id/options': contractPage,
  'GET /contracts/:id/messages': contractPage,
  'GET /contracts/:id/history': contractPage,
  'GET /contracts/:id/files/:file': cells(404, { out: away }),
  'GET /contracts/:id/bundle.zip': contractPage,
  'GET /contracts/:id/do/revise_offer': cells(303, {}),
  'GET /contracts/:id/do/counter_offer': cells(303, {}),
  'GET /contracts/:id/revise': partyPage,
  'POST /contracts/:id/revise': partyPage,
  'GET /contracts/:id/counter': partyPage,
  'POST /contracts/:id/counter': partyPage,
  'GET /contracts/:id/do/:command': cells([200, 404], { out: away, strangers: 404 }),
  'POST /contracts/:id/do/:command': cells([...[200, 422], 404], { out: away, strangers: 404 }),
};

/** Commands without a page of their own among the others. */
const onPages = contractCommandNames.filter(
  (name) => name !== 'revise_offer' && name !== 'counter_offer',
);

/** Fields that let each command be judged by who sends it, and not by its shape. */
const six = { skills: 5, quality: 5, availability: 5, deadlines: 5, communication: 5 };
const review = { stars: { ...six, cooperation: 5 } };
const meant: Readonly<Record<string, object>> = {
  send_offer: { title: 'Logo', kind: 'fixed', currency: 'USD', milestones: [step('20')] },
  propose_change: { scope: 'Another one.' },
  ask_clarification: { question: 'Which blue?' },
  answer_clarification: { answer: 'This one.' },
  fund_milestone: { milestone: 'sketches' },
  add_milestone: step('25'),
  edit_milestone: { milestone: 'final', title: 'Files' },
  remove_milestone: { milestone: 'final' },
  submit_work: { milestone: 'sketches' },
  withdraw_submission: { milestone: 'sketches' },
  request_changes: { milestone: 'sketches', note: 'Bluer.' },
  release_payment: { milestone: 'sketches', amount: '10' },
  end_contract: { reason: 'completed', feedback: review },
  propose_cancel: {},
  give_feedback: review,
  change_feedback: review,
  flag_feedback: { author: 'client', reason: 'A threat.' },
  pay_bonus: { amount: '10', kind: 'bonus' },
  request_payment: { amount: '10', note: 'For the extra hours.' },
  request_refund: { amount: '10', reason: 'Half of it is missing.' },
  give_refund: { amount: '10' },
  send_message: { text: 'Hello.' },
  dispute_milestone: { milestone: 'sketches', statement: 'It is done.' },
  dispute_escrow_refund: { statement: 'It is done.' },
  answer_dispute: { answer: 'contest', statement: 'It is not.' },
  submit_evidence: { note: 'See here.' },
  offer_settlement: { to_freelancer: '10' },
  recommend_split: { to_freelancer: '10', note: 'Half of it.' },
  rule: { to_freelancer: '10', note: 'Half of it.' },
  deposit: { amount: '10' },
  withdraw: { amount: '10', method: 'bank' },
  add_payment_method: { kind: 'card', label: 'Card', token: 'card_ok' },
  verify_payment_method: { method: 'card' },
};

function step(amount: string) {
  return { title: 'A', amount };
}

async function goneOf(house: FacesHouse): Promise<Who> {
  const { people, members } = house;
  const key = await people.createKey(members.ben.id, 'old');
  const form = { email: members.ben.email, password, address: '192.0.2.1' };
  const session = await people.signIn(form);
  if (!('secret' in key) || !('cookies' in session)) throw new Error('Ben cannot come in.');
  const cookie = session.cookies.map((one) => one.split(';')[0]).join('; ');
  const gone = { ...members.ben, bearer: key.secret, cookie };
  assert.equal((await house.send(gone, '/api/me')).status, 200);
  assert.equal((await house.send(gone, '/account')).status, 200);
  await people.revokeKey(members.ben.id, key.key.id);
  await people.signOut(new Headers({ cookie }));
  return gone;
}

/** Whoever plays a role. Nobody's session is ended here, so that the next cell still has it. */
function playersOf(house: FacesHouse, gone: Who): (role: Role) => Who {
  return (role) =>
    role === 'guest' ? null : role === 'gone' ? gone : house.members[role as Handle];
}

function fits(answered: Answered, status: Status, what: string): void {
  const wanted = typeof status === 'number' ? [status] : status;
  assert.ok(wanted.includes(answered.status), `${what}: ${answered.status}, not ${wanted}`);
}

/** An answer without what differs from one request to the next. */
function bytesOf({ status, headers, text }: Answered, id: string): string {
  const head = [...headers].map(([name, value]) => `${name}: ${value}`).sort();
  const bare = `${status}\n${head.join('\n')}\n\n${text}`;
  return bare
    .replaceAll(id, '(id)')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, '(uuid)');
}

const paths = (pattern: string, id: string, more: Readonly<Record<string, string>> = {}) =>
  pattern
    .replace(':id', id)
    .replace(':currency', 'USD')
    .replace(/:(\w+)/, (_, name: string) => more[name] ?? 'standard');

const none = 'ctr_01m0000000000000000000none';

test('every route of the API gives everybody what the table says', () =>
  withFaces(async (house) => {
    const contract = await activeContract(house);
    const player = playersOf(house, await goneOf(house));
    for (const [pattern, row] of Object.entries(apiReads)) {
      const code = pattern.endsWith(':code') ? 'not_found' : 'standard';
      const person = house.members.ann.id;
      const path = paths(pattern, contract, { code, name: 'standard', person });
      for (const role of roles) {
        fits(await house.send(player(role), path), row[role], `${role} GET ${path}`);
      }
    }
    for (const [path, row] of Object.entries(apiSends)) {
      for (const role of roles) {
        fits(
          await house.send(player(role), path, { body: 'x' }),
          row[role],
          `${role} POST ${path}`,
        );
      }
    }
    for (const entry of commandTable) {
      const row = cellsOfCommand(entry);
      const path = `${paths(entry.path, contract)}/preview`;
      const to = entry.on === 'offers' ? { to: house.members.ann.id } : {};
      const json = { ...to, ...meant[entry.name] };
      for (const role of roles) {
        fits(await house.send(player(role), path, { json }), row[role], `${role} POST ${path}`);
      }
    }
  }));

test('a command is refused to everybody but whom it belongs to, and changes nothing', () =>
  withFaces(async (house) => {
    const contract = await activeContract(house);
    const player = playersOf(house, await goneOf(house));
    const { db } = house;
    const events = () => db.query('select stream, seq from events order by 1, 2');
    const before = await events();
    for (const entry of commandTable.filter(({ on }) => on === 'contract')) {
      const row = cellsOfCommand(entry);
      for (const role of roles.filter((one) => typeof row[one] === 'number')) {
        const sent = { json: meant[entry.name] ?? {} };
        const answered = await house.send(player(role), paths(entry.path, contract), sent);
        fits(answered, row[role], `${role} ${entry.name}`);
      }
    }
    assert.deepEqual(await events(), before);
  }));

test('every page gives everybody what the table says', () =>
  withFaces(async (house) => {
    const contract = await activeContract(house);
    const player = playersOf(house, await goneOf(house));
    for (const [route, row] of Object.entries(pages)) {
      const [method = '', pattern = ''] = route.split(' ');
      // Ending a session in the middle of the table would make everybody a guest.
      if (route === 'POST /sign-out') continue;
      const commands = pattern.startsWith('/money') ? ['deposit'] : onPages;
      for (const command of pattern.endsWith(':command') ? commands : ['']) {
        const path = paths(pattern, contract, { command, person: house.members.ann.id });
        for (const role of roles) {
          const sent = method === 'POST' ? { form: { _do: 'look' } } : {};
          const answered = await house.send(player(role), path, sent);
          fits(answered, row[role], `${role} ${method} ${path}`);
        }
      }
    }
  }));

test('the table has every route, and no other', () =>
  withFaces(async (house) => {
    const { db } = house;
    const desk = createDesk(db);
    const server = { version: '0', runBy: 'Test', origin, evaluation: true };
    const assets = { href: () => '', fonts: [], serve: () => undefined };
    const web = createWeb({ ...house, desk, assets, server } satisfies Site);
    const api = createApi({ ...house, reads: createReads(desk), origin, version: '0' });
    const routesOf = (app: Pick<typeof api, 'routes'>) =>
      new Set(
        app.routes
          .filter(({ method }) => method !== 'ALL')
          .map(({ method, path }) => `${method} ${path}`),
      );
    const commands = commandTable.flatMap(({ path }) => [`POST ${path}`, `POST ${path}/preview`]);
    const reads = Object.keys(apiReads).map((path) => `GET ${path}`);
    const sends = Object.keys(apiSends).map((path) => `POST ${path}`);
    assert.deepEqual([...routesOf(api)].sort(), [...commands, ...reads, ...sends].sort());
    assert.deepEqual([...routesOf(web)].sort(), Object.keys(pages).sort());
  }));

test('a stranger’s contract is answered like one that never was, to the last byte', () =>
  withFaces(async (house) => {
    const contract = await activeContract(house);
    const same = async (role: Role, path: (id: string) => string, sent = {}) => {
      const who = role === 'guest' ? null : house.members[role as Handle];
      const found = await house.send(who, path(contract), sent);
      const missing = await house.send(who, path(none), sent);
      assert.equal(bytesOf(found, contract), bytesOf(missing, none), `${role} ${path('…')}`);
    };
    for (const role of ['guest', ...strangers] as const) {
      for (const pattern of Object.keys(apiReads).filter((path) => path.includes(':id'))) {
        await same(role, (id) => paths(pattern, id));
      }
      for (const { path, name } of commandTable.filter(({ on }) => on === 'contract')) {
        for (const end of ['', '/preview']) {
          const to = (id: string) => paths(path, id) + end;
          await same(role, to, { json: meant[name] ?? {} });
          if (role !== 'cleo') continue;
          await same(role, to, { json: { ...meant[name], promise: 'abc.def' } });
          await same(role, to, { json: { nonsense: 1 } });
        }
      }
      for (const route of Object.keys(pages).filter((path) => path.includes(':id'))) {
        const [method, pattern = ''] = route.split(' ');
        const commands = pattern.includes(':command') ? contractCommandNames : [''];
        for (const command of commands) {
          const sent = method === 'POST' ? { form: { _do: 'confirm', milestone: 'sketches' } } : {};
          await same(role, (id) => paths(pattern, id, { command }), sent);
        }
      }
      await same(role, (id) => `/offers/new?like=${id}`);
      await same(role, (id) => `/contracts/${id}/history?after=1`);
      await same(role, (id) => `/contracts/${id}/do/fund_milestone?milestone=sketches`);
    }
  }));

test('an answer to somebody else’s offer is refused like one to no offer', () =>
  withFaces(async (house) => {
    const { does, engine, members, send } = house;
    const contract = engine.newContractId();
    await does('ben', contract, { ...logo, to: members.ann.id });
    for (const who of strangers) {
      for (const command of ['accept_offer', 'decline_offer', 'counter_offer', 'accept_counter']) {
        const path = (id: string) => `/api/contracts/${id}/${command}`;
        const json = command === 'counter_offer' ? { title: 'Mine' } : {};
        const found = await send(members[who], path(contract), { json });
        const missing = await send(members[who], path(none), { json });
        assert.equal(found.status, 404);
        assert.equal(bytesOf(found, contract), bytesOf(missing, none));
      }
    }
  }));

test('money is its owner’s: nobody reads another’s wallet, statement or methods', () =>
  withFaces(async (house) => {
    await activeContract(house);
    const { send, members } = house;
    const at = ['', '/statement', '/statement.csv'].map((end) => `/api/wallets/USD${end}`);
    const pagesOfMoney = ['/money', '/money/USD', '/money/USD/statement.csv', '/money/USD/deposit'];
    for (const path of ['/api/wallets', ...at, ...pagesOfMoney]) {
      assert.match((await send(members.ben, path)).text, /1,?500\.00|500\.00/, path);
      for (const who of ['carl', 'fred', 'cleo', 'olga'] as const) {
        const { text } = await send(members[who], path);
        assert.doesNotMatch(text, /500\.00|4242|A logo/, `${who} ${path}`);
      }
    }
  }));
