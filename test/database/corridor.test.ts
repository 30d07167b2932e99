// The laws of the corridor, on both databases: one effect per key, batches as good as one by one,
// refusals that write nothing, promises that are kept or refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRejection } from '../../src/domain/rejections.ts';
import type { Answer } from '../../src/engine/requests.ts';
import type { Database } from '../../src/store/connection.ts';
import { onBoth } from './both.ts';
import {
  accepted,
  anyKey,
  byAnn,
  byBen,
  deposit,
  fundedContract,
  type House,
  houseOn,
  offer,
  start,
} from './house.ts';

const release = { type: 'release_payment', milestone: 'm1' } as const;

async function count(db: Database, table: string, where = 'true'): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `select count(*)::int as n from ${table} where ${where}`,
  );
  return row?.n ?? 0;
}

async function balance(db: Database, key: string): Promise<bigint> {
  const [row] = await db.query<{ balance: bigint }>('select balance from accounts where key = $1', [
    key,
  ]);
  return row?.balance ?? 0n;
}

async function furnished(db: Database, funds = '5000.00'): Promise<House> {
  const house = houseOn(db);
  await deposit(house, 'psn_ben', funds);
  return house;
}

function codeOf(answer: Answer): string | null {
  return isRejection(answer) ? answer.rejected : null;
}

onBoth('one key is one effect, however many ask at once', async (db) => {
  const house = await furnished(db);
  const contract = await fundedContract(house);
  const request = { contract, by: byBen, command: release, key: 'the one' };
  const answers = await Promise.all(
    Array.from({ length: 16 }, () => house.engine.execute(request)),
  );
  const events = answers.map((answer) => accepted(answer).events);
  assert.equal(answers.filter((answer) => !accepted(answer).replayed).length, 1);
  for (const one of events) assert.deepEqual(one, events[0]);
  assert.equal(await count(db, 'events', `type = 'payment_released'`), 1);
  assert.equal(await balance(db, 'freelancer.pending psn_ann USD'), 45_000n);
});

onBoth('a second click on the same button changes nothing', async (db) => {
  const house = await furnished(db);
  const contract = await fundedContract(house);
  const first = await house.does(contract, byBen, release, 'click');
  const second = await house.does(contract, byBen, release, 'click');
  assert.equal(second.replayed, true);
  assert.deepEqual(second.events, first.events);
});

onBoth('two clicks with two keys release once', async (db) => {
  const house = await furnished(db);
  const contract = await fundedContract(house);
  const answers = await Promise.all(
    ['one', 'two'].map((key) =>
      house.engine.execute({ contract, by: byBen, command: release, key }),
    ),
  );
  assert.deepEqual(answers.map(codeOf).sort(), [null, 'milestone_is_settled'].sort());
});

onBoth('an offer that is sent twice with one key is one contract', async (db) => {
  const { engine } = houseOn(db);
  const send = () =>
    engine.execute({ contract: engine.newContractId(), by: byBen, command: offer(), key: 'offer' });
  const answers = (await Promise.all([send(), send(), send()])).map(accepted);
  assert.equal(new Set(answers.map(({ stream }) => stream)).size, 1);
  assert.equal(await count(db, 'contracts'), 1);
});

onBoth('a key with another body is refused, whatever the body is', async (db) => {
  const house = await furnished(db);
  const contract = await fundedContract(house);
  await house.does(contract, byBen, release, 'mine');
  const other = { ...release, amount: '1.00' };
  const answer = await house.engine.execute({ contract, by: byBen, command: other, key: 'mine' });
  assert.equal(codeOf(answer), 'key_reused_with_other_body');
  const hers = await house.engine.execute({ contract, by: byAnn, command: release, key: 'mine' });
  assert.equal(codeOf(hers), 'not_your_decision', 'keys of others are their own');
});

onBoth('a refusal writes nothing, not even what catching up would have done', async (db) => {
  const house = await furnished(db);
  const contract = await fundedContract(house);
  await house.does(contract, byAnn, { type: 'submit_work', milestone: 'm1', note: 'Done.' });
  house.clock.set(start.add({ hours: 24 * 20 }));
  const events = await count(db, 'events');
  const answer = await house.engine.execute({ contract, by: byAnn, command: release, key: 'no' });
  assert.equal(codeOf(answer), 'not_your_decision');
  assert.equal(await count(db, 'events'), events);
  assert.equal(await count(db, 'commands', `key = 'no'`), 0, 'a refusal is not recorded');
});

onBoth('many commands on one contract in one batch follow each other', async (db) => {
  const house = await furnished(db);
  const contract = await fundedContract(house);
  const pay = { ...release, amount: '100.00' };
  const answers = await Promise.all(
    Array.from({ length: 6 }, () =>
      house.engine.execute({ contract, by: byBen, command: pay, key: anyKey() }),
    ),
  );
  assert.deepEqual(answers.map(codeOf), [null, null, null, null, null, 'milestone_is_settled']);
  const seqs = answers.slice(0, 5).map((answer) => accepted(answer).events[0]?.seq);
  assert.deepEqual(seqs, [4, 5, 6, 7, 8]);
  assert.equal(await balance(db, `contract.escrow ${contract} USD`), 0n);
});

onBoth('a balance is spent once, however many contracts ask for it at once', async (db) => {
  const house = await furnished(db, '1200.00');
  const contracts: string[] = [];
  for (let index = 0; index < 4; index += 1) {
    const id = house.engine.newContractId();
    await house.does(id, byBen, offer());
    await house.does(id, byAnn, { type: 'accept_offer' });
    contracts.push(id);
  }
  const command = { type: 'fund_milestone', milestone: 'm1' } as const;
  const answers = await Promise.all(
    contracts.map((contract) =>
      house.engine.execute({ contract, by: byBen, command, key: anyKey() }),
    ),
  );
  const types = answers.map((answer) => accepted(answer).events[0]?.event.type);
  assert.deepEqual(types.toSorted(), [
    'charge_requested',
    'charge_requested',
    'milestone_funded',
    'milestone_funded',
  ]);
  assert.equal(await balance(db, 'client.available psn_ben USD'), 20_000n);
});

onBoth('money that is due back is there when its owner spends it', async (db) => {
  const house = await furnished(db, '500.00');
  const first = await fundedContract(house);
  const feedback = {
    stars: {
      skills: 4,
      quality: 4,
      availability: 4,
      deadlines: 4,
      communication: 4,
      cooperation: 4,
    },
  };
  const end = { type: 'end_contract', reason: 'no_longer_needed', feedback } as const;
  await house.does(first, byBen, end);
  const second = house.engine.newContractId();
  house.clock.set(start.add({ hours: 24 * 7 }));
  // Silence has sent the escrow back at this very moment; no worker has been here.
  await house.does(second, byBen, offer());
  await house.does(second, byAnn, { type: 'accept_offer' });
  const { events } = await house.does(second, byBen, { type: 'fund_milestone', milestone: 'm1' });
  assert.equal(events[0]?.event.type, 'milestone_funded');
  const [refunded] = await db.query<{ at: Temporal.Instant; as: string }>(
    `select at, "as" from events where type = 'escrow_refund_lapsed' and stream = $1`,
    [first],
  );
  assert.equal(refunded?.at.toString(), '2026-03-09T09:00:00Z');
  assert.equal(refunded?.as, 'clock');
});

onBoth('a promise that still holds is kept, and a stale one does nothing', async (db) => {
  const house = await furnished(db);
  const contract = await fundedContract(house);
  const preview = async () => {
    const shown = await house.engine.previewContract({ contract, by: byBen, command: release });
    assert.ok('promise' in shown);
    return shown;
  };
  const before = await preview();
  assert.equal(before.after.milestones[0]?.status, 'released');
  await house.does(contract, byBen, { ...release, amount: '50.00' });
  const events = await count(db, 'events');
  const stale = { contract, by: byBen, command: release, key: 'k', promise: before.promise };
  assert.equal(codeOf(await house.engine.execute(stale)), 'promise_is_stale');
  assert.equal(await count(db, 'events'), events);
  const now = await preview();
  house.clock.set(start.add({ minutes: 59 }));
  const { events: done } = accepted(await house.engine.execute({ ...stale, promise: now.promise }));
  assert.deepEqual(
    done.map(({ event }) => event),
    now.events.map(({ event }) => event),
  );
});

onBoth('a promise is good for an hour and cannot be stretched', async (db) => {
  const house = await furnished(db);
  const contract = await fundedContract(house);
  const shown = await house.engine.previewContract({ contract, by: byBen, command: release });
  assert.ok('promise' in shown);
  house.clock.set(start.add({ hours: 1 }));
  const [, signature] = shown.promise.split('.');
  const later = start.add({ hours: 2 }).epochMilliseconds.toString(36);
  for (const promise of [shown.promise, `${later}.${signature}`, 'nonsense', '']) {
    const answer = await house.engine.execute({
      contract,
      by: byBen,
      command: release,
      key: anyKey(),
      promise,
    });
    assert.equal(codeOf(answer), 'promise_is_stale');
  }
});

onBoth('a preview changes nothing', async (db) => {
  const house = await furnished(db);
  const contract = await fundedContract(house);
  const tables = ['events', 'texts', 'contracts', 'commands', 'policies', 'postings'];
  const before = await Promise.all(tables.map((table) => count(db, table)));
  const submit = { type: 'submit_work', milestone: 'm1', note: 'Look.' } as const;
  const shown = await house.engine.previewContract({ contract, by: byAnn, command: submit });
  assert.ok('promise' in shown);
  assert.deepEqual([...shown.texts.values()], ['Look.']);
  assert.deepEqual(await Promise.all(tables.map((table) => count(db, table))), before);
});

onBoth('texts are kept beside events, which hold only a commitment', async (db) => {
  const house = await furnished(db);
  const contract = await fundedContract(house);
  const note = 'The sketches are in the shared folder.';
  await house.does(contract, byAnn, { type: 'submit_work', milestone: 'm1', note });
  const [event] = await db.query<{ data: string }>(
    `select data::text as data from events where type = 'work_submitted'`,
  );
  assert.ok(!event?.data.includes('sketches'));
  const { note: ref } = JSON.parse(event?.data ?? '') as { note: { text: string } };
  const [text] = await db.query<{ body: string; salt: Uint8Array }>(
    'select body, salt from texts where id = $1',
    [ref.text],
  );
  assert.equal(text?.body, note);
  const blank = { type: 'submit_work', milestone: 'm1', note: '  ' } as const;
  const { events } = await house.does(contract, byAnn, blank);
  assert.deepEqual(events[0]?.event, { type: 'work_submitted', milestone: 'm1', note: null });
});

onBoth('what one command breaks does not break the others of its batch', async (db) => {
  const house = await furnished(db);
  const contracts = [];
  for (let index = 0; index < 8; index += 1) contracts.push(await fundedContract(house));
  const [victim = ''] = contracts;
  // Somebody took the escrow away behind our back: the constraint is the last word.
  await db.query('update accounts set balance = 1 where key = $1', [
    `contract.escrow ${victim} USD`,
  ]);
  const settled = await Promise.allSettled(
    contracts.map((contract) =>
      house.engine.execute({ contract, by: byBen, command: release, key: anyKey() }),
    ),
  );
  assert.deepEqual(
    settled.map(({ status }) => status),
    ['rejected', ...Array.from({ length: 7 }, () => 'fulfilled')],
  );
  assert.equal(await count(db, 'events', `type = 'payment_released'`), 7);
});

onBoth('silence does late just what it would have done punctually', async (db) => {
  const house = await furnished(db);
  const [late, punctual] = [await fundedContract(house), await fundedContract(house)];
  for (const contract of [late, punctual]) {
    await house.does(contract, byAnn, { type: 'submit_work', milestone: 'm1' });
  }
  for (const days of [14, 19]) {
    house.clock.set(start.add({ hours: 24 * days }));
    await db.query('update contracts set next_due_at = null where id = $1', [late]);
    await house.engine.passTime();
  }
  await house.does(late, byAnn, {
    type: 'end_contract',
    reason: 'completed',
    feedback: { stars: { ...allFives } },
  });
  const history = (stream: string) =>
    db.query(
      `select seq, at::text, type, data::text from events
       where stream = $1 and "as" = 'clock' order by seq`,
      [stream],
    );
  assert.deepEqual(await history(late), await history(punctual));
  assert.equal((await history(late)).length, 2);
});

const allFives = {
  skills: 5,
  quality: 5,
  availability: 5,
  deadlines: 5,
  communication: 5,
  cooperation: 5,
};

onBoth('an older way of writing states is folded from the events again', async (db) => {
  const house = await furnished(db);
  const contract = await fundedContract(house);
  await db.query(`update contracts set state_version = 0, state = '{"old": true}'`);
  const { events } = await house.does(contract, byBen, release);
  assert.equal(events[0]?.event.type, 'payment_released');
});

test('the clock of a command is never before the latest event of its contract', async () => {
  const { freshEmbedded } = await import('../../src/store/embedded/snapshot.ts');
  const db = await freshEmbedded();
  const house = await furnished(db);
  const contract = await fundedContract(house);
  // Another process, whose clock is behind.
  const other = houseOn(db, start.subtract({ hours: 1 }));
  const { events } = await other.does(contract, byBen, release);
  assert.equal(events[0]?.at.toString(), start.toString());
  await db.close();
});
