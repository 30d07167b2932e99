// The laws of accounts, sessions, keys and limits, on both databases.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { LIMITS } from '../../src/people/attempts.ts';
import { createPeople, type People, type PeopleOptions } from '../../src/people/people.ts';
import { isRefused, type PeopleRejection } from '../../src/people/rejections.ts';
import { type Database, openDatabase } from '../../src/store/connection.ts';
import { onBoth, onPostgres } from './both.ts';

const noon = Temporal.Instant.from('2026-03-02T12:00Z');
const secret = 'a secret that is only good for tests 0123456789';
const password = 'correct horse battery';
const ada = {
  name: 'Ada Lovelace',
  email: 'Ada@Example.org',
  password,
  roles: ['client'] as const,
};
const here = '192.0.2.1';

function peopleOf(db: Database, more: Partial<PeopleOptions> = {}): People {
  return createPeople(db, { secret, origin: 'http://localhost:3000', clock: () => noon, ...more });
}

/** The value, or the test fails with the rejection. */
function ok<T>(value: T | PeopleRejection): T {
  if (isRefused(value)) assert.fail(JSON.stringify(value));
  return value;
}

function withCookies(cookies: readonly string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });
}

onBoth('who signs up is signed in, and is who they said', async (db) => {
  const people = peopleOf(db);
  const more = {
    timeZone: 'Europe/London',
    city: 'London',
    roles: ['freelancer', 'client'] as const,
  };
  const { person, cookies } = ok(await people.signUp({ ...ada, ...more }));
  assert.match(person.id, /^psn_/);
  assert.deepEqual(
    { ...person, id: '', joinedAt: String(person.joinedAt) },
    {
      id: '',
      name: 'Ada Lovelace',
      shortName: 'Ada L.',
      email: 'ada@example.org',
      roles: ['client', 'freelancer'],
      timeZone: 'Europe/London',
      city: 'London',
      joinedAt: '2026-03-02T12:00:00Z',
      demo: false,
    },
  );
  assert.deepEqual(await people.personOfRequest(withCookies(cookies)), person);
  assert.equal(await people.countPeople(), 1);
});

onBoth('a session begins with the password and ends with signing out', async (db) => {
  const people = peopleOf(db);
  const { person } = ok(await people.signUp({ ...ada }));
  const { cookies } = ok(
    await people.signIn({ email: 'ADA@example.org', password, address: here }),
  );
  const headers = withCookies(cookies);
  assert.equal((await people.personOfRequest(headers))?.id, person.id);
  const cleared = await people.signOut(headers);
  assert.ok(cleared.some((cookie) => /^endwell\.session_token=;.*Max-Age=0/.test(cookie)));
  assert.equal(await people.personOfRequest(headers), undefined);
});

onBoth('a session cookie is out of reach of scripts and other sites', async (db) => {
  const plain = ok(await peopleOf(db).signUp({ ...ada }));
  assert.match(plain.cookies.join(), /^endwell\.session_token=[^;]+;.*HttpOnly; SameSite=Lax/);
  const secure = peopleOf(db, { origin: 'https://endwell.example' });
  const { cookies } = ok(await secure.signIn({ email: ada.email, password, address: here }));
  assert.match(cookies.join(), /^__Secure-endwell\.session_token=[^;]+;.*Secure/);
});

onBoth('a forged or foreign cookie is nobody', async (db) => {
  const people = peopleOf(db);
  const { cookies } = ok(await people.signUp({ ...ada }));
  const [token = ''] = cookies[0]?.split('=')[1]?.split('.') ?? [];
  for (const cookie of [
    `endwell.session_token=${token}`,
    `endwell.session_token=${token}.AAAA`,
    'x=y',
  ]) {
    assert.equal(await people.personOfRequest(new Headers({ cookie })), undefined);
  }
  const others = peopleOf(db, { secret: secret.toUpperCase() });
  assert.equal(await others.personOfRequest(withCookies(cookies)), undefined);
  assert.equal(await people.personOfRequest(new Headers()), undefined);
});

onBoth('wrong address and wrong password get the same answer', async (db) => {
  const people = peopleOf(db);
  ok(await people.signUp({ ...ada }));
  const tries = [
    { email: ada.email, password: 'wrong horse battery' },
    { email: 'nobody@example.org', password },
    { email: 'not an address', password },
    { email: ada.email, password: 'x'.repeat(500) },
  ];
  for (const form of tries) {
    const answer = await people.signIn({ ...form, address: here });
    assert.deepEqual(answer, { rejected: 'sign_in_failed', facts: {} });
  }
});

onBoth('what is wrong at sign-up is named, and nothing is written', async (db) => {
  const people = peopleOf(db);
  const wrongs: [object, string, string][] = [
    [{ name: ' ' }, 'field_missing', 'name'],
    [{ email: 'ada' }, 'field_invalid', 'email'],
    [{ password: 'short' }, 'field_invalid', 'password'],
    [{ timeZone: 'Europe/Atlantis' }, 'field_invalid', 'time_zone'],
    [{ roles: [] }, 'field_missing', 'roles'],
  ];
  for (const [wrong, rejected, field] of wrongs) {
    const answer = await people.signUp({ ...ada, ...wrong });
    assert.ok(isRefused(answer));
    assert.deepEqual([answer.rejected, answer.field], [rejected, field]);
  }
  assert.equal(await people.countPeople(), 0);
});

onBoth('an address has one account, also when two sign up at once', async (db) => {
  const people = peopleOf(db);
  const answers = await Promise.all([ada, ada, ada].map((one) => people.signUp({ ...one })));
  const taken = { rejected: 'email_taken', field: 'email', facts: {} };
  assert.equal(answers.filter((answer) => !isRefused(answer)).length, 1);
  assert.deepEqual(answers.filter(isRefused), [taken, taken]);
  assert.equal(await people.countPeople(), 1);
  assert.deepEqual(await db.query('select count(*) as rows from credentials'), [{ rows: 1n }]);
});

onBoth('guessing ends after a few tries, however many come at once', async (db) => {
  const people = peopleOf(db);
  ok(await people.signUp({ ...ada }));
  const guess = { email: ada.email, password: 'wrong horse battery', address: here };
  const answers = await Promise.all(Array.from({ length: 25 }, () => people.signIn(guess)));
  const codes = answers.filter(isRefused).map(({ rejected }) => rejected);
  assert.equal(codes.filter((code) => code === 'sign_in_failed').length, LIMITS.accountFromNetwork);
  assert.equal(codes.filter((code) => code === 'too_many_attempts').length, 15);
  const late = await people.signIn({ ...guess, password });
  assert.ok(isRefused(late) && late.facts.retry_at instanceof Temporal.Instant);
  // From elsewhere the account is open: nobody can lock somebody else out from one place.
  ok(await people.signIn({ ...guess, password, address: '198.51.100.7' }));
});

onBoth('a network that tries many accounts is stopped, and waiting helps', async (db) => {
  const window = Temporal.Duration.from({ seconds: 2 });
  const people = peopleOf(db, {
    limits: { window, accountFromNetwork: 2, account: 3, network: 4 },
  });
  ok(await people.signUp({ ...ada }));
  const guess = (n: number, address = here) =>
    people.signIn({ email: `n${n}@example.org`, password, address });
  for (const n of [1, 2, 3, 4])
    assert.equal(((await guess(n)) as PeopleRejection).rejected, 'sign_in_failed');
  const stopped = await people.signIn({ email: ada.email, password, address: here });
  assert.ok(isRefused(stopped) && stopped.rejected === 'too_many_attempts');
  await sleep(2_100);
  ok(await people.signIn({ email: ada.email, password, address: here }));
});

onBoth('the right password forgives the tries before it', async (db) => {
  const limits = { ...LIMITS, accountFromNetwork: 3 };
  const people = peopleOf(db, { limits });
  ok(await people.signUp({ ...ada }));
  for (const _ of [1, 2, 3]) {
    const wrong = { email: ada.email, password: 'wrong horse battery', address: here };
    for (const _again of [1, 2]) assert.ok(isRefused(await people.signIn(wrong)));
    ok(await people.signIn({ email: ada.email, password, address: here }));
  }
});

onBoth('a key stands for its person until it is revoked', async (db) => {
  const people = peopleOf(db);
  const { person } = ok(await people.signUp({ ...ada }));
  const { person: ben } = ok(
    await people.signUp({ ...ada, name: 'Ben', email: 'ben@example.org' }),
  );
  const { key, secret: bearer } = ok(await people.createKey(person.id, ' build server '));
  assert.match(key.id, /^key_/);
  assert.match(bearer, /^endwell_[A-Za-z]{64}$/);
  assert.equal(key.name, 'build server');
  assert.equal(key.start, bearer.slice(0, 12));
  assert.deepEqual(await people.personOfKey(bearer), { person, keyId: key.id });
  assert.equal(await people.personOfKey(`${bearer}x`), undefined);
  assert.equal(await people.personOfKey('Bearer'), undefined);
  const [listed] = await people.listKeys(person.id);
  assert.ok(listed?.lastUsedAt instanceof Temporal.Instant);
  assert.ok(!JSON.stringify(await db.query('select * from api_keys')).includes(bearer));
  assert.equal((await people.revokeKey(ben.id, key.id))?.rejected, 'key_not_found');
  assert.equal(await people.revokeKey(person.id, key.id), null);
  assert.equal(await people.personOfKey(bearer), undefined);
  assert.deepEqual(await people.listKeys(person.id), []);
  const unnamed = await people.createKey(person.id, ' ');
  assert.ok(isRefused(unnamed) && unnamed.field === 'name');
});

onBoth('an offer finds its person by id or by address', async (db) => {
  const people = peopleOf(db);
  const { person } = ok(await people.signUp({ ...ada }));
  assert.deepEqual(await people.findRecipient(person.id), person);
  assert.deepEqual(await people.findRecipient(' ADA@example.org '), person);
  assert.equal(await people.findRecipient('nobody@example.org'), undefined);
  assert.equal(await people.findRecipient('Ada'), undefined);
  const found = await people.findPeople([person.id, person.id, 'psn_unknown']);
  assert.deepEqual([...found.entries()], [[person.id, person]]);
  assert.equal((await people.findPeople([])).size, 0);
});

onBoth('only demo people, and only in evaluation mode, need no password', async (db) => {
  const people = peopleOf(db, { evaluation: true });
  const { person } = ok(await people.signUp({ ...ada }));
  const demo = {
    ...ada,
    name: 'Mia',
    email: 'mia@example.org',
    roles: ['mediator'] as const,
    demo: true,
  };
  const { person: mia } = ok(await people.signUp(demo));
  assert.deepEqual(await people.demoPeople(), [mia]);
  const { cookies } = ok(await people.signInAsDemo(mia.id));
  assert.deepEqual(await people.personOfRequest(withCookies(cookies)), mia);
  const none = { rejected: 'person_not_found', facts: {} };
  assert.deepEqual(await people.signInAsDemo(person.id), none);
  assert.deepEqual(await people.signInAsDemo('psn_unknown'), none);
  const production = peopleOf(db);
  assert.deepEqual(await production.signInAsDemo(mia.id), none);
  assert.deepEqual(await production.demoPeople(), []);
});

onBoth('profile and roles can change', async (db) => {
  const people = peopleOf(db);
  const { person, cookies } = ok(await people.signUp({ ...ada }));
  ok(await people.setRoles(person.id, ['mediator', 'client', 'client']));
  ok(await people.changeProfile(person.id, { name: 'Ada K', timeZone: 'Asia/Tokyo', city: '' }));
  const now = await people.personOfRequest(withCookies(cookies));
  assert.deepEqual(
    [now?.shortName, now?.timeZone, now?.city, now?.roles],
    ['Ada K.', 'Asia/Tokyo', null, ['client', 'mediator']],
  );
  assert.ok(isRefused(await people.setRoles('psn_unknown', ['client'])));
  assert.ok(isRefused(await people.setRoles(person.id, [])));
  const unknown = db.query(`update people set roles = '["king"]'`);
  await assert.rejects(unknown, /people_roles_are_known/);
});

onBoth('sweeping deletes what has expired and nothing else', async (db) => {
  const people = peopleOf(db);
  const first = ok(await people.signUp({ ...ada }));
  const second = ok(await people.signIn({ email: ada.email, password, address: here }));
  const old = `update sessions set expires_at = clock_timestamp() - interval '1 second'
    where id = (select min(id) from sessions where token = $1)`;
  const token = decodeURIComponent(first.cookies[0]?.split('=')[1] ?? '').split('.')[0];
  await db.query(old, [token ?? '']);
  assert.equal(await people.personOfRequest(withCookies(first.cookies)), undefined);
  await people.sweep();
  assert.deepEqual(await db.query('select count(*) as sessions from sessions'), [{ sessions: 1n }]);
  assert.ok(await people.personOfRequest(withCookies(second.cookies)));
});

onPostgres('many processes count as one guesser', async (db, url) => {
  const others = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ url })));
  ok(await peopleOf(db).signUp({ ...ada }));
  const guess = { email: ada.email, password: 'wrong horse battery', address: here };
  const guesses = others.flatMap((one) =>
    Array.from({ length: 6 }, () => peopleOf(one).signIn(guess)),
  );
  const codes = (await Promise.all(guesses)).filter(isRefused).map(({ rejected }) => rejected);
  assert.equal(codes.filter((code) => code === 'sign_in_failed').length, LIMITS.accountFromNetwork);
  assert.equal(codes.length, 24);
  await Promise.all(others.map((one) => one.close()));
});

async function resetLink(db: Database): Promise<string | undefined> {
  const [mail] = await db.query<{ body: string }>(
    `select body from mails where key like '% new password %' order by n desc limit 1`,
  );
  return /new-password\?token=(\S+)/.exec(mail?.body ?? '')?.[1];
}

onBoth('a forgotten password is chosen anew by a link that works once', async (db) => {
  const people = peopleOf(db);
  const { cookies } = ok(await people.signUp(ada));
  assert.equal(await people.forgotPassword({ email: ada.email, address: here }), null);
  const token = (await resetLink(db)) ?? '';
  const short = await people.setPassword({ token, password: 'short' });
  assert.equal(short?.rejected, 'field_invalid');
  const fresh = 'a new and longer password';
  assert.equal(await people.setPassword({ token, password: fresh }), null);
  const again = await people.setPassword({ token, password: 'another long password' });
  assert.equal(again?.rejected, 'link_not_valid');
  assert.equal(await people.personOfRequest(withCookies(cookies)), undefined);
  const withWord = (word: string) => ({ email: ada.email, password: word, address: here });
  assert.ok(isRefused(await people.signIn(withWord(password))));
  ok(await people.signIn(withWord(fresh)));
});

onBoth('asking for a new password says nothing of who is here, and is counted', async (db) => {
  const limits = { ...LIMITS, accountFromNetwork: 2 };
  const people = peopleOf(db, { limits });
  ok(await people.signUp(ada));
  const ask = (email: string) => people.forgotPassword({ email, address: here });
  for (const email of ['ada@example.org', 'nobody@example.org']) {
    assert.equal(await ask(email), null);
    assert.equal(await ask(email), null);
    assert.equal((await ask(email))?.rejected, 'too_many_attempts');
  }
  const [mails] = await db.query<{ n: number }>('select count(*)::int as n from mails');
  assert.equal(mails?.n, 2);
  const token = (await resetLink(db)) ?? '';
  const [kept] = await db.query<{ n: number }>(
    `select count(*)::int as n from verifications where identifier like '%' || $1 || '%'`,
    [token],
  );
  assert.equal(kept?.n, 0);
});

onBoth('a link for a new password ends after an hour', async (db) => {
  const people = peopleOf(db);
  ok(await people.signUp(ada));
  await people.forgotPassword({ email: ada.email, address: here });
  const token = (await resetLink(db)) ?? '';
  await db.query(`update verifications set expires_at = clock_timestamp() - interval '1 second'`);
  const late = await people.setPassword({ token, password: 'a new and longer password' });
  assert.equal(late?.rejected, 'link_not_valid');
  const never = await people.setPassword({
    token: 'no-such-token',
    password: 'long enough for all',
  });
  assert.equal(never?.rejected, 'link_not_valid');
});
