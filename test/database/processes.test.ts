// Several processes on one PostgreSQL: each has an engine and a pool of its own, and they share
// nothing but the database.
import assert from 'node:assert/strict';
import { auditAll } from '../../src/engine/audit/audit.ts';
import { type Database, openDatabase } from '../../src/store/connection.ts';
import { insertEvents } from '../../src/store/events.ts';
import { type FeedCursor, feedBegins, readFeed } from '../../src/store/feed.ts';
import { onPostgres } from './both.ts';
import {
  accepted,
  anyKey,
  byBen,
  deposit,
  fundedContract,
  houseOn,
  offer,
  start,
} from './house.ts';

async function withOther(url: string, work: (other: Database) => Promise<void>): Promise<void> {
  const other = await openDatabase({ url });
  await work(other).finally(() => other.close());
}

onPostgres('two processes that are asked the same do it once', async (db, url) => {
  const house = houseOn(db);
  await deposit(house, 'psn_ben', '5000.00');
  const contract = await fundedContract(house);
  await withOther(url, async (other) => {
    const engines = [house.engine, houseOn(other).engine];
    const command = { type: 'release_payment', milestone: 'm1', amount: '1.00' } as const;
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, index) => index).flatMap((index) =>
        engines.map((engine) =>
          engine.execute({ contract, by: byBen, command, key: `same ${index}` }),
        ),
      ),
    );
    const replayed = answers.map((answer) => accepted(answer).replayed);
    assert.equal(replayed.filter(Boolean).length, 64);
    const [row] = await db.query<{ count: bigint }>(
      `select count(*) from events where type = 'payment_released'`,
    );
    assert.equal(row?.count, 64n);
  });
});

onPostgres('an offer sent with one key from two processes is one contract', async (db, url) => {
  await withOther(url, async (other) => {
    const engines = [houseOn(db).engine, houseOn(other).engine];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => index).flatMap((index) =>
        engines.map((engine) =>
          engine.execute({
            contract: engine.newContractId(),
            by: byBen,
            command: offer(),
            key: `offer ${index}`,
          }),
        ),
      ),
    );
    assert.equal(new Set(answers.map((answer) => accepted(answer).stream)).size, 20);
    const [row] = await db.query<{ count: bigint }>('select count(*) from contracts');
    assert.equal(row?.count, 20n);
  });
});

onPostgres('two processes spend one balance once, and leave honest books', async (db, url) => {
  const house = houseOn(db);
  await deposit(house, 'psn_ben', '2500.00');
  await withOther(url, async (other) => {
    const houses = [house, houseOn(other)];
    const contracts: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      const id = house.engine.newContractId();
      await house.does(id, byBen, offer());
      await house.does(id, { as: 'freelancer', person: 'psn_ann' }, { type: 'accept_offer' });
      contracts.push(id);
    }
    const command = { type: 'fund_milestone', milestone: 'm1' } as const;
    const answers = await Promise.all(
      contracts.map((contract, index) =>
        houses[index % 2]?.engine.execute({ contract, by: byBen, command, key: anyKey() }),
      ),
    );
    const types = answers.map((answer) => answer && accepted(answer).events[0]?.event.type);
    assert.equal(types.filter((type) => type === 'milestone_funded').length, 5);
    assert.equal(types.filter((type) => type === 'charge_requested').length, 7);
    await Promise.all(houses.map(({ engine }) => engine.deliver()));
    assert.deepEqual((await auditAll(db)).findings, []);
  });
});

onPostgres('two workers let the same time pass once', async (db, url) => {
  const house = houseOn(db);
  await deposit(house, 'psn_ben', '5000.00');
  for (let index = 0; index < 8; index += 1) {
    const contract = await fundedContract(house);
    await house.does(
      contract,
      { as: 'freelancer', person: 'psn_ann' },
      {
        type: 'submit_work',
        milestone: 'm1',
      },
    );
  }
  const later = start.add({ hours: 24 * 30 });
  house.clock.set(later);
  await withOther(url, async (other) => {
    const events = await Promise.all([
      house.engine.passTime(),
      houseOn(other, later).engine.passTime(),
    ]);
    assert.equal(events[0] + events[1], 16, 'eight releases and eight clearings');
    assert.deepEqual((await auditAll(db)).findings, []);
  });
});

onPostgres('connections that are cut lose no command and double none', async (db, url) => {
  const house = houseOn(db);
  await deposit(house, 'psn_ben', '5000.00');
  const contract = await fundedContract(house);
  const command = { type: 'release_payment', milestone: 'm1', amount: '0.01' } as const;
  await withOther(url, async (other) => {
    for (let round = 0; round < 20; round += 1) {
      const answers = Array.from({ length: 8 }, (_, index) =>
        house.engine.execute({ contract, by: byBen, command, key: `cut ${round} ${index}` }),
      );
      await other.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
      for (const answer of await Promise.all(answers)) accepted(answer);
    }
  });
  const [row] = await db.query<{ count: bigint }>(
    `select count(*) from events where type = 'payment_released'`,
  );
  assert.equal(row?.count, 160n);
  assert.deepEqual((await auditAll(db)).findings, []);
});

const event = (stream: string, seq: number) => ({
  stream,
  seq,
  at: start,
  by: null,
  as: 'clock',
  type: 'feedback_closed',
  data: '{}',
  hash: new Uint8Array(32),
});

/** The cursor that everybody writes first: whatever is newer than the newest that was seen. */
async function naive(db: Database, after: bigint) {
  const rows = await db.query<{ stream: string; xid: string }>(
    'select stream, xid::text as xid from events where xid > $1::text::xid8 order by xid',
    [String(after)],
  );
  const latest = rows.reduce(
    (most, row) => (BigInt(row.xid) > most ? BigInt(row.xid) : most),
    after,
  );
  return { streams: rows.map(({ stream }) => stream), latest };
}

onPostgres('a naive cursor skips what commits late, and the feed does not', async (db, url) => {
  await withOther(url, async (other) => {
    const seen = { naive: [] as string[], feed: [] as string[] };
    let latest = 0n;
    let cursor: FeedCursor = feedBegins;
    const read = async () => {
      const rows = await naive(db, latest);
      latest = rows.latest;
      seen.naive.push(...rows.streams);
      const page = await readFeed(db, cursor, 100);
      cursor = page.cursor;
      seen.feed.push(...page.events.map(({ stream }) => stream));
    };
    await other.session(async (slow) => {
      await slow.flight([{ text: 'begin' }, insertEvents([event('ctr_slow', 1)])]);
      const quick = insertEvents([event('ctr_quick', 1)]);
      await db.query(quick.text, quick.values);
      await read();
      assert.deepEqual(seen, { naive: ['ctr_quick'], feed: [] });
      await slow.flight([{ text: 'commit' }]);
    });
    await read();
    assert.deepEqual(seen, { naive: ['ctr_quick'], feed: ['ctr_slow', 'ctr_quick'] });
  });
});

onPostgres('the feed has every event once, in order within its stream', async (db, url) => {
  const house = houseOn(db);
  await deposit(house, 'psn_ben', '5000.00');
  const contracts = [await fundedContract(house), await fundedContract(house)];
  const feed: { stream: string; seq: number }[] = [];
  let cursor: FeedCursor = feedBegins;
  const read = async () => {
    const page = await readFeed(db, cursor, 50);
    cursor = page.cursor;
    feed.push(...page.events);
    return page.events.length;
  };
  await withOther(url, async (other) => {
    const engines = [house.engine, houseOn(other).engine];
    const command = { type: 'release_payment', milestone: 'm1', amount: '0.01' } as const;
    const writing = engines.flatMap((engine) =>
      Array.from({ length: 8 }, async () => {
        for (let round = 0; round < 25; round += 1) {
          const contract = contracts[round % 2] ?? '';
          accepted(await engine.execute({ contract, by: byBen, command, key: anyKey() }));
        }
      }),
    );
    let busy = true;
    const all = Promise.all(writing).finally(() => {
      busy = false;
    });
    while (busy) await read();
    await all;
  });
  while ((await read()) > 0);
  const [row] = await db.query<{ count: number }>('select count(*)::int as count from events');
  assert.equal(feed.length, row?.count);
  for (const [stream, events] of Map.groupBy(feed, (one) => one.stream)) {
    const seqs = events.map(({ seq }) => seq);
    assert.deepEqual(
      seqs,
      seqs.map((_, index) => index + 1),
      stream,
    );
  }
});
