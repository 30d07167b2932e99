// The laws of the database door, on both databases.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase } from '../../src/store/connection.ts';
import { constraintOf, failureOf, sqlState } from '../../src/store/driver/failures.ts';
import { onBoth, onPostgres } from './both.ts';

const PURSES = 'create table purses (id int primary key, cents int8 not null check (cents >= 0))';

async function purses(db: Database): Promise<void> {
  await db.query(PURSES);
  await db.query('insert into purses select n, 100 from generate_series(1, 3) n');
}

async function centsOf(db: Database): Promise<unknown[]> {
  const rows = await db.query<{ cents: bigint }>('select cents from purses order by id');
  return rows.map(({ cents }) => cents);
}

const take = (id: number, cents: number) => ({
  name: 'take',
  text: 'update purses set cents = cents - $2 where id = $1 returning cents',
  values: [id, cents],
});

onBoth('values arrive as bigint, instants and parsed JSON', async (db) => {
  const at = Temporal.Instant.from('2026-03-02T09:00:00.123456Z');
  const [row] = await db.query(
    `select 5::int8 as small, $1::int8 as large, array[1, null, 3]::int8[] as list,
      '{}'::int8[] as none, $2::timestamptz as at, $3::timestamptz[] as moments,
      $4::jsonb as json, $5::text[] as words, '2026-03-02'::date as day`,
    [2n ** 62n, at, [at, null], '{"b": 1, "a": "x"}', ['comma, "quote" \\', 'ü']],
  );
  assert.equal(row?.small, 5n);
  assert.equal(row?.large, 2n ** 62n);
  assert.deepEqual(row?.list, [1n, null, 3n]);
  assert.deepEqual(row?.none, []);
  assert.equal(String(row?.at), '2026-03-02T09:00:00.123456Z');
  assert.deepEqual(row?.moments, [at, null]);
  assert.deepEqual(row?.json, { a: 'x', b: 1 });
  assert.deepEqual(row?.words, ['comma, "quote" \\', 'ü']);
  assert.equal(row?.day, '2026-03-02');
});

onBoth('a value that no column takes is refused before anything is sent', async (db) => {
  await purses(db);
  for (const bad of [undefined, { a: 1 }, Symbol('x'), () => 1]) {
    const flight = db.session((s) =>
      s.flight([
        { text: 'begin' },
        take(1, 1),
        { ...take(2, 1), values: [2, bad] },
        { text: 'commit' },
      ]),
    );
    await assert.rejects(flight, /\$2 is .* which no column takes/);
  }
  assert.deepEqual(await centsOf(db), [100n, 100n, 100n]);
});

onBoth('a transaction commits all or nothing', async (db) => {
  await purses(db);
  const left = await db.tx(async (sql) => {
    await sql.query('update purses set cents = cents - 10 where id = 1');
    return sql.named<{ cents: bigint }>('left', 'select cents from purses where id = $1', [1]);
  });
  assert.deepEqual(left, [{ cents: 90n }]);
  const failing = db.tx(async (sql) => {
    await sql.query('update purses set cents = cents - 10 where id = 1');
    throw new Error('changed my mind');
  });
  await assert.rejects(failing, /changed my mind/);
  assert.deepEqual(await centsOf(db), [90n, 100n, 100n]);
});

onBoth('an overlooked error is found at the commit', async (db) => {
  await purses(db);
  const careless = db.tx(async (sql) => {
    await sql.query('update purses set cents = 1 where id = 1');
    await sql.query('select 1 / 0').catch(() => 'overlooked');
  });
  await assert.rejects(careless, /COMMIT answered ROLLBACK/);
  assert.deepEqual(await centsOf(db), [100n, 100n, 100n]);
});

onBoth(
  'the database cannot be used inside a transaction, nor a transaction after it',
  async (db) => {
    await purses(db);
    const inside = /used inside a transaction/;
    await db.tx(async (sql) => {
      await assert.rejects(db.query('select 1'), inside);
      await assert.rejects(
        db.tx(async () => 1),
        inside,
      );
      await assert.rejects(
        db.session(async () => 1),
        inside,
      );
      await assert.rejects(db.kysely.selectFrom('people').selectAll().execute(), inside);
      await assert.rejects(db.libraryKysely.selectFrom('people').selectAll().execute(), inside);
      await sql.query('select 1');
    });
    let kept: { query(text: string): Promise<unknown> } | undefined;
    let later: Promise<unknown> | undefined;
    await db.tx(async (sql) => {
      kept = sql;
      later = sleep(20).then(() => db.query('select 1 as one'));
    });
    await assert.rejects(kept?.query('select 1') ?? Promise.resolve(), /came too late/);
    // What was merely begun inside may use the database once the transaction is over.
    assert.deepEqual(await later, [{ one: 1 }]);
  },
);

onBoth('two flights make a transaction', async (db) => {
  await purses(db);
  const seen = await db.session(async (s) => {
    const [, locked] = await s.flight([
      { text: 'begin' },
      {
        text: 'select id, cents from purses where id = any($1) order by id for update',
        values: [[1, 2]],
      },
    ]);
    const [, taken] = await s.flight([take(1, 30), take(2, 100), { text: 'commit' }]);
    return { locked, taken };
  });
  assert.deepEqual(seen, {
    locked: [
      { id: 1, cents: 100n },
      { id: 2, cents: 100n },
    ],
    taken: [{ cents: 0n }],
  });
  assert.deepEqual(await centsOf(db), [70n, 0n, 100n]);
});

onBoth('a flight fails with the error of its culprit and leaves nothing', async (db) => {
  await purses(db);
  for (const round of [1, 2, 3]) {
    const failing = db.session((s) =>
      s.flight([{ text: 'begin' }, take(1, 10), take(2, 101), take(3, 10), { text: 'commit' }]),
    );
    await assert.rejects(failing, (error) => {
      assert.equal(failureOf(error), 'data', `round ${round}`);
      assert.equal(sqlState(error), '23514');
      assert.equal(constraintOf(error), 'purses_cents_check');
      return true;
    });
    assert.deepEqual(await centsOf(db), [100n, 100n, 100n]);
  }
  await db.session((s) => s.flight([{ text: 'begin' }, take(1, 10), { text: 'commit' }]));
  assert.deepEqual(await centsOf(db), [90n, 100n, 100n]);
});

onBoth('a statement that does not parse fails its flight and can be sent again', async (db) => {
  await purses(db);
  const wrong = { name: 'wrong', text: 'select cents from nowhere where id = $1', values: [1] };
  for (const _ of [1, 2]) {
    const failing = db.session((s) =>
      s.flight([{ text: 'begin' }, take(1, 10), wrong, wrong, take(1, 10), { text: 'commit' }]),
    );
    await assert.rejects(failing, (error) => sqlState(error) === '42P01');
  }
  await db.query('create table nowhere (id int, cents int)');
  assert.deepEqual(await db.named(wrong.name, wrong.text, wrong.values), []);
  assert.deepEqual(await centsOf(db), [100n, 100n, 100n]);
});

onBoth('an error between the flights rolls back', async (db) => {
  await purses(db);
  const failing = db.session(async (s) => {
    await s.flight([{ text: 'begin' }, take(1, 10)]);
    throw new Error('decided otherwise');
  });
  await assert.rejects(failing, /decided otherwise/);
  assert.deepEqual(await centsOf(db), [100n, 100n, 100n]);
});

onBoth('a session rolls back on purpose with a flight of its own', async (db) => {
  await purses(db);
  await db.session(async (s) => {
    await s.flight([{ text: 'begin' }, take(1, 10)]);
    await s.flight([{ text: 'rollback' }]);
    await s.flight([{ text: 'begin' }, take(2, 10), { text: 'commit' }]);
  });
  assert.deepEqual(await centsOf(db), [100n, 90n, 100n]);
});

onBoth('a transaction that is left open is an error and is rolled back', async (db) => {
  await purses(db);
  const forgetful = db.session((s) => s.flight([{ text: 'begin' }, take(1, 10)]));
  await assert.rejects(forgetful, /left open/);
  assert.deepEqual(await centsOf(db), [100n, 100n, 100n]);
});

onBoth('loose flights and reused names are refused', async (db) => {
  await purses(db);
  const loose = db.session((s) => s.flight([take(1, 1), take(2, 1)]));
  await assert.rejects(loose, /must begin with `begin`/);
  const after = db.session((s) => s.flight([{ text: 'begin' }, { text: 'commit' }, take(1, 1)]));
  await assert.rejects(after, /Nothing can follow/);
  await db.named('one', 'select 1 as n');
  await assert.rejects(db.named('one', 'select 2 as n'), /already stands for another text/);
  assert.deepEqual(await centsOf(db), [100n, 100n, 100n]);
});

onBoth('many at once take turns', async (db) => {
  await purses(db);
  const takes = Array.from({ length: 60 }, (_, n) =>
    n % 2 === 0
      ? db.tx(
          async (sql) => void (await sql.query('update purses set cents = cents - 1 where id = 1')),
        )
      : db.session(
          async (s) => void (await s.flight([{ text: 'begin' }, take(1, 1), { text: 'commit' }])),
        ),
  );
  await Promise.all(takes);
  assert.deepEqual(await centsOf(db), [40n, 100n, 100n]);
});

onBoth('Kysely reads instants, its library twin dates, and both survive an error', async (db) => {
  const at = Temporal.Instant.from('2026-03-02T09:00Z');
  const person = {
    id: 'psn_1',
    name: 'Ann',
    email: 'ann@example.org',
    created_at: at,
    updated_at: at,
  };
  await db.query(
    `insert into people (id, name, email, roles, created_at, updated_at)
      values ($1, $2, $3, '["freelancer"]', $4, $4)`,
    [person.id, person.name, person.email, at],
  );
  const read = db.kysely
    .selectFrom('people')
    .select(['roles', 'created_at'])
    .where('created_at', '=', at);
  assert.deepEqual(await read.execute(), [{ roles: ['freelancer'], created_at: at }]);
  const [twin] = await db.libraryKysely.selectFrom('people').select('created_at').execute();
  const date = twin?.created_at as unknown as { getTime(): number } | undefined;
  assert.equal(date?.getTime(), at.epochMilliseconds);
  const again = db.kysely
    .transaction()
    .execute((trx) => trx.updateTable('people').set({ email: 'UPPER' }).execute());
  await assert.rejects(again, (error) => constraintOf(error) === 'people_email_is_lower_case');
  assert.equal((await read.execute()).length, 1);
});

onPostgres('a lost connection rejects what was on its way and nothing else', async (db, url) => {
  await purses(db);
  const other = await openDatabase({ url });
  const lost = db.session(async (s) => {
    const [, rows] = await s.flight([
      { text: 'begin' },
      { text: 'select pg_backend_pid() as pid' },
    ]);
    await other.query('select pg_terminate_backend($1)', [rows?.[0]?.pid]);
    await s.flight([take(1, 10), take(2, 10), { text: 'commit' }]);
  });
  await assert.rejects(lost, (error) => failureOf(error) === 'lost');
  await other.close();
  assert.deepEqual(await centsOf(db), [100n, 100n, 100n]);
});

onPostgres('a deadlock says that it may be tried again', async (db) => {
  await purses(db);
  const crosswise = (first: number, second: number) =>
    db.tx(async (sql) => {
      await sql.query('update purses set cents = cents - 1 where id = $1', [first]);
      await sleep(100);
      await sql.query('update purses set cents = cents - 1 where id = $1', [second]);
    });
  const ends = await Promise.allSettled([crosswise(1, 2), crosswise(2, 1)]);
  const failed = ends.filter((end) => end.status === 'rejected');
  assert.deepEqual(
    failed.map(({ reason }) => failureOf(reason)),
    ['again'],
  );
  assert.deepEqual(await centsOf(db), [99n, 99n, 100n]);
});

onPostgres('an idle connection that breaks is reported and replaced', async (db, url) => {
  const lost: Error[] = [];
  const fragile = await openDatabase({ url, onLost: (error) => lost.push(error) });
  const [row] = await fragile.query('select pg_backend_pid() as pid');
  await db.query('select pg_terminate_backend($1)', [row?.pid]);
  while (lost.length === 0) await sleep(10);
  assert.equal(failureOf(lost[0]), 'lost');
  assert.deepEqual(await fragile.query('select 1 as one'), [{ one: 1 }]);
  await fragile.close();
});

onPostgres('a server that is away is a lost connection', async (_db, url) => {
  const nowhere = new URL(url);
  nowhere.port = '1';
  const away = await openDatabase({ url: nowhere.href });
  await assert.rejects(away.query('select 1'), (error) => failureOf(error) === 'lost');
  await away.close();
});
