// The post room on both databases: each event and each reminder is told once, however many workers
// there are; reminders come at their own moments; what has lost its reason stays here.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SandboxClock } from '../../src/engine/clock.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { createPostRoom, type PostRoom } from '../../src/engine/mail/post-room.ts';
import { clockMover } from '../../src/main/move-clock.ts';
import {
  type Letter,
  type Mailer,
  MailRefused,
  type Posted,
} from '../../src/outside/mail/mailer.ts';
import type { Database } from '../../src/store/connection.ts';
import { openDatabase } from '../../src/store/connection.ts';
import { chooseMails } from '../../src/store/mail/choices.ts';
import { onBoth, onPostgres } from './both.ts';
import {
  ann,
  ben,
  byAnn,
  byBen,
  deposit,
  fundedContract,
  type House,
  houseOn,
  standard,
} from './house.ts';

/** A mail server in memory: it takes everything, refuses one address, or is away. */
class Postbox implements Mailer {
  readonly letters: Letter[] = [];
  away = false;

  async post(letter: Letter): Promise<Posted> {
    if (this.away) throw new Error('The server is away.');
    if (letter.to.startsWith('nobody')) throw new MailRefused('No such user.');
    this.letters.push(letter);
    return 'sent';
  }

  close(): void {}

  subjects(): readonly string[] {
    return this.letters.map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`);
  }
}

async function joins(db: Database, id: string, name: string, email: string): Promise<void> {
  await db.query(
    `insert into people (id, name, email, roles, time_zone, created_at, updated_at)
     values ($1, $2, $3, '["client"]', 'Europe/Berlin', '2026-01-01Z', '2026-01-01Z')`,
    [id, name, email],
  );
}

type Post = House & { readonly box: Postbox; readonly room: PostRoom };

async function postOn(db: Database): Promise<Post> {
  await joins(db, ben, 'Ben Adeyo', 'ben@example.org');
  await joins(db, ann, 'Ann Lovas', 'ann@example.org');
  const house = houseOn(db);
  await deposit(house, ben, '2000.00');
  const box = new Postbox();
  return { ...house, box, room: roomOn(house, box) };
}

function roomOn({ db, clock }: House, mailer: Mailer): PostRoom {
  const onTrouble = (error: unknown): void => {
    throw error;
  };
  const origin = 'https://endwell.example';
  return createPostRoom({ db, clock, mailer, origin, keepsTexts: false, onTrouble });
}

async function passes(post: Post, span: string): Promise<void> {
  const now = post.clock.now().toZonedDateTimeISO('UTC');
  post.clock.set(now.add(Temporal.Duration.from(span)).toInstant());
  await post.engine.passTime();
  await post.room.round();
}

onBoth('what one side does is told to the other, once', async (db) => {
  const post = await postOn(db);
  const contract = await fundedContract(post);
  await post.room.round();
  await post.room.round();
  assert.deepEqual(post.box.subjects(), [
    'ann: Ben Adeyo offered you “Logo”: $500.00 in 1 milestone',
    'ben: Logo: Ann Lovas accepted the offer. The contract is active',
    'ann: Logo: Ben Adeyo funded “Part 1”: $500.00 is held for it',
  ]);
  const [letter] = post.box.letters;
  assert.ok(letter?.text.includes(`https://endwell.example/contracts/${contract}`));
  assert.ok(letter?.text.includes('https://endwell.example/account#mail'));
  await post.engine.close();
});

onBoth(
  'the review is reminded of at the times of the policy, and no more after the answer',
  async (db) => {
    const post = await postOn(db);
    const contract = await fundedContract(post);
    await post.does(contract, byAnn, { type: 'submit_work', milestone: 'm1' });
    await post.room.round();
    post.box.letters.length = 0;
    await passes(post, 'P6DT23H59M');
    assert.deepEqual(post.box.subjects(), []);
    await passes(post, 'PT1M');
    await passes(post, 'PT1H');
    assert.equal(post.box.letters.length, 1);
    assert.match(post.box.letters[0]?.subject ?? '', /Review of “Part 1”/);
    assert.match(
      post.box.letters[0]?.text ?? '',
      /Until Mon 16 Mar 2026, 10:00 Berlin \(09:00 UTC\)/,
    );
    await post.does(contract, byBen, { type: 'release_payment', milestone: 'm1' });
    await passes(post, 'P10D');
    assert.equal(post.box.subjects().filter((one) => one.includes('Review')).length, 1);
    await post.engine.close();
  },
);

onBoth('a late worker reminds once, and not of what is over', async (db) => {
  const post = await postOn(db);
  const contract = await fundedContract(post);
  await post.does(contract, byAnn, { type: 'submit_work', milestone: 'm1' });
  await post.room.round();
  post.box.letters.length = 0;
  await passes(post, 'P13DT1H');
  assert.equal(post.box.letters.length, 1);
  post.box.letters.length = 0;
  const other = await fundedContract({ ...post });
  await post.does(other, byAnn, { type: 'submit_work', milestone: 'm1' });
  await passes(post, 'P30D');
  assert.ok(!post.box.subjects().some((one) => one.includes('Review of')));
  await post.engine.close();
});

onBoth('two workers tell and remind no more than one', async (db) => {
  const post = await postOn(db);
  const contract = await fundedContract(post);
  await post.does(contract, byAnn, { type: 'submit_work', milestone: 'm1' });
  const rooms = [post.room, roomOn(post, post.box), roomOn(post, post.box)];
  await Promise.all(rooms.map((room) => room.round()));
  await post.room.round();
  assert.equal(post.box.letters.length, 4);
  post.clock.set(post.clock.now().add({ hours: 24 * 7 }));
  await Promise.all(rooms.map((room) => room.round()));
  assert.equal(post.box.letters.length, 5);
  assert.equal(new Set(post.box.letters.map(({ id }) => id)).size, 5);
  await post.engine.close();
});

onBoth(
  'a server that is away gets its mail later, but no reminder that has lost its reason',
  async (db) => {
    const post = await postOn(db);
    const contract = await fundedContract(post);
    await post.does(contract, byAnn, { type: 'submit_work', milestone: 'm1' });
    post.box.away = true;
    await post.room.round();
    await passes(post, 'P7D');
    assert.equal(post.box.letters.length, 0);
    await post.does(contract, byBen, { type: 'release_payment', milestone: 'm1' });
    post.box.away = false;
    await passes(post, 'PT1H');
    assert.equal(post.box.letters.length, 5);
    assert.ok(!post.box.subjects().some((one) => one.includes('Review of')));
    const kept = await db.query<{ status: string; body: string | null }>(
      'select status, body from mails',
    );
    assert.ok(kept.every(({ body }) => body === null));
    assert.equal(kept.filter(({ status }) => status === 'dropped').length, 1);
    await post.engine.close();
  },
);

onBoth('who wants no mail gets none, and who wants what needs them gets that', async (db) => {
  const post = await postOn(db);
  await chooseMails(db, ben, 'needs');
  const contract = await fundedContract(post);
  await post.does(contract, byAnn, { type: 'submit_work', milestone: 'm1' });
  await chooseMails(db, ann, 'none');
  await post.room.round();
  assert.deepEqual(post.box.subjects(), ['ben: Logo: Ann Lovas submitted “Part 1”']);
  await post.engine.close();
});

onBoth('an address that does not exist is tried once', async (db) => {
  const post = await postOn(db);
  await db.query(`update people set email = 'nobody@example.org' where id = $1`, [ann]);
  await fundedContract(post);
  await post.room.round();
  const rows = await db.query<{ attempts: number }>(
    `select attempts from mails where status = 'failed' and problem = 'No such user.'`,
  );
  assert.deepEqual(rows, [{ attempts: 1 }, { attempts: 1 }]);
  await post.engine.close();
});

onPostgres('two processes tell each event once while commands go on', async (db, url) => {
  const post = await postOn(db);
  const second = await openDatabase({ url });
  try {
    const rooms = [post.room, roomOn({ ...post, db: second }, post.box)];
    const contracts = await Promise.all(Array.from({ length: 4 }, () => fundedContract(post)));
    for (const contract of contracts) {
      const submits = post.does(contract, byAnn, { type: 'submit_work', milestone: 'm1' });
      await Promise.all([submits, ...rooms.map((room) => room.round())]);
    }
    await Promise.all(rooms.map((room) => room.round()));
    await post.room.round();
    assert.equal(post.box.letters.length, 16);
    assert.equal(new Set(post.box.letters.map(({ id }) => id)).size, 16);
  } finally {
    await second.close();
    await post.engine.close();
  }
});

onBoth('the clock of evaluation mode stops for every reminder on its way', async (db) => {
  await joins(db, ben, 'Ben Adeyo', 'ben@example.org');
  await joins(db, ann, 'Ann Lovas', 'ann@example.org');
  const still = houseOn(db, Temporal.Now.instant().round('millisecond'));
  await deposit(still, ben, '2000.00');
  const contract = await fundedContract(still);
  await still.does(contract, byAnn, { type: 'submit_work', milestone: 'm1' });
  const at = still.clock.now();
  const clock = new SandboxClock();
  const mailer = new Postbox();
  const origin = 'https://endwell.example';
  const post = createPostRoom({ db, clock, mailer, origin, keepsTexts: true });
  const dir = mkdtempSync(join(tmpdir(), 'endwell-clock-'));
  const engine = createEngine({ db, clock, policy: standard, provider: still.provider });
  const move = clockMover({ clock, engine, db, post, file: join(dir, 'clock') });
  await move({ by: Temporal.Duration.from('P15D') });
  const reminders = await db.query<{ at: Temporal.Instant }>(
    `select at from mails where kind = 'reminder' and key like '%review_ends%' order by n`,
  );
  const days = reminders.map((one) => Math.floor(at.until(one.at).total('hours') / 24));
  assert.deepEqual(days, [7, 11, 13]);
  const kinds = await db.query<{ subject: string }>(
    'select subject from mails order by at desc, n desc',
  );
  assert.match(kinds[0]?.subject ?? '', /\$500\.00 for “Part 1” was released/);
  rmSync(dir, { recursive: true });
  await engine.close();
  await still.engine.close();
});
