// The audit finds nothing in an honest database, and each kind of damage in one that is not.
import assert from 'node:assert/strict';
import { auditAll } from '../../src/engine/audit/audit.ts';
import type { Finding } from '../../src/engine/audit/audit-stream.ts';
import { findingKinds } from '../../src/engine/audit/audit-stream.ts';
import { createUploads } from '../../src/engine/files/uploads.ts';
import { arriving } from '../../src/outside/files/file-store.ts';
import { MemoryFiles } from '../../src/outside/files/memory-files.ts';
import type { Database } from '../../src/store/connection.ts';
import { onBoth } from './both.ts';
import { byAnn, byBen, deposit, fundedContract, houseOn, start } from './house.ts';

/** Two contracts with a history, and money on its way. */
async function lived(db: Database): Promise<{ first: string; second: string }> {
  const house = houseOn(db);
  await deposit(house, 'psn_ben', '5000.00');
  const [first, second] = [await fundedContract(house, 2), await fundedContract(house)];
  const uploads = createUploads({ db, clock: house.clock, files: new MemoryFiles() });
  const sent = await uploads.take('psn_ann', 'sketch.txt', arriving(Buffer.from('In blue.')));
  assert.ok('file' in sent);
  const files = [sent.file];
  await house.does(first, byAnn, {
    ...{ type: 'submit_work', milestone: 'm1', note: 'Here it is.', files },
  });
  await house.does(first, byBen, { type: 'release_payment', milestone: 'm1', amount: '123.45' });
  await house.does(second, byAnn, { type: 'submit_work', milestone: 'm1' });
  house.clock.set(start.add({ hours: 24 * 15 }));
  await house.engine.passTime();
  return { first, second };
}

onBoth('an honest database has no findings', async (db) => {
  await lived(db);
  const report = await auditAll(db);
  assert.deepEqual(report.findings, []);
  assert.equal(report.contracts, 2);
  assert.equal(report.wallets, 1);
  assert.ok(report.events > 10 && report.postings > 5);
});

type Damage = {
  readonly what: string;
  readonly sql: string;
  readonly finds: Finding['kind'];
};

/** `$first` and `$second` stand for the two contracts. */
const damages: readonly Damage[] = [
  {
    what: 'a file that nobody knows any more',
    sql: `delete from files`,
    finds: 'file_missing',
  },
  {
    what: 'a file with another content',
    sql: `update files set sha256 = repeat('0', 64)`,
    finds: 'file_changed',
  },
  {
    what: 'a state that says more was paid',
    sql: `update contracts set state = replace(state::text, '"USD 123.45"', '"USD 923.45"')::json
      where id = '$first'`,
    finds: 'state_differs',
  },
  {
    what: 'a state that is not one',
    sql: `update contracts set state = '{"policy":{"#":"nobody"}}' where id = '$first'`,
    finds: 'unreadable',
  },
  {
    what: 'an event with another amount',
    sql: `update events set data = replace(data::text, '123.45', '923.45')::json
      where type = 'payment_released' and stream = '$first'`,
    finds: 'event_changed',
  },
  {
    what: 'an event by somebody else',
    sql: `update events set by = 'psn_eve' where type = 'payment_released' and stream = '$first'`,
    finds: 'event_changed',
  },
  {
    what: 'an event that happened earlier than the one before it',
    sql: `update events set at = at - interval '1 year' where stream = '$first' and seq = 4`,
    finds: 'event_out_of_order',
  },
  {
    what: 'an event that is gone',
    sql: `delete from events where stream = '$first' and seq = 2`,
    finds: 'event_missing',
  },
  {
    what: 'a latest event that is gone',
    sql: `delete from events e where stream = '$first'
      and seq = (select version from contracts where id = e.stream)`,
    finds: 'event_missing',
  },
  {
    what: 'an event too many',
    sql: `insert into events select stream, seq + 1, at, by, "as", 'offer_declined',
        '{"reason":null}', hash, xid from events e where stream = '$first'
      and seq = (select version from contracts where id = e.stream)`,
    finds: 'event_changed',
  },
  {
    what: 'a head that is another',
    sql: `update contracts set head = sha256('x') where id = '$first'`,
    finds: 'chain_head_differs',
  },
  {
    what: 'a deadline that was put off',
    sql: `update contracts set next_due_at = next_due_at + interval '1 day'
      where next_due_at is not null`,
    finds: 'column_differs',
  },
  {
    what: 'a deadline that was forgotten',
    sql: 'update contracts set next_due_at = null where next_due_at is not null',
    finds: 'column_differs',
  },
  {
    what: 'a contract that is somebody else’s',
    sql: `update contracts set freelancer = 'psn_eve' where id = '$first'`,
    finds: 'column_differs',
  },
  {
    what: 'a posting with another amount',
    sql: `update postings set amount = amount + 1 where stream = '$first' and n = 1`,
    finds: 'posting_differs',
  },
  {
    what: 'a posting to somebody else',
    sql: `update postings set to_account = 'freelancer.pending psn_eve USD'
      where to_account = 'freelancer.pending psn_ann USD'`,
    finds: 'posting_differs',
  },
  {
    what: 'a posting that is gone',
    sql: `delete from postings where to_account = 'platform.fees - USD'`,
    finds: 'posting_differs',
  },
  {
    what: 'a posting of nothing',
    sql: `insert into postings values ('ctr_nobody', 1, 1, 'outside - USD',
      'client.available psn_eve USD', 100)`,
    finds: 'posting_without_stream',
  },
  {
    what: 'events of nothing',
    sql: `insert into events select 'ctr_nobody', seq, at, by, "as", type, data, hash, xid
      from events where stream = '$first'`,
    finds: 'event_without_stream',
  },
  {
    what: 'a balance with a cent more',
    sql: `update accounts set balance = balance + 1 where key = 'client.available psn_ben USD'`,
    finds: 'balance_differs',
  },
  {
    what: 'a balance that is gone',
    sql: `delete from accounts where key = 'client.available psn_ben USD'`,
    finds: 'balance_differs',
  },
  {
    what: 'a balance below zero',
    sql: `alter table accounts drop constraint accounts_are_not_below_zero;
      update accounts set balance = -1 where key = 'client.available psn_ben USD'`,
    finds: 'balance_below_zero',
  },
  {
    what: 'a text with another word in it',
    sql: `update texts set body = 'Here it was.' where body = 'Here it is.'`,
    finds: 'text_changed',
  },
  {
    what: 'a text without its row',
    sql: `delete from texts where body = 'Here it is.'`,
    finds: 'text_missing',
  },
  {
    what: 'a policy with a lower fee',
    sql: `update policies set policy = replace(policy::text, '1000', '100')::json`,
    finds: 'policy_changed',
  },
  {
    what: 'a key whose events never were',
    sql: `insert into commands values ('psn_eve', 'k', '', '$first', 90, 91)`,
    finds: 'command_without_events',
  },
  {
    what: 'history that anybody may change',
    sql: 'alter table events disable trigger events_are_append_only',
    finds: 'history_is_not_protected',
  },
];

onBoth('the audit finds every kind of damage, and says what it is', async (db) => {
  const { first, second } = await lived(db);
  const protection = (how: 'enable' | 'disable') =>
    ['events', 'postings'].map(
      (table) => `alter table ${table} ${how} trigger ${table}_are_append_only`,
    );
  for (const { what, sql, finds } of damages) {
    const text = sql.replaceAll('$first', first).replaceAll('$second', second);
    const damage = [...protection('disable'), ...protection('enable')].toSpliced(2, 0, text);
    const findings = await damagedBy(db, finds === 'history_is_not_protected' ? [text] : damage);
    const found = findings.map(({ kind }) => kind);
    assert.ok(found.includes(finds), `${what}: ${found.join(', ') || 'nothing was found'}`);
  }
  assert.deepEqual((await auditAll(db)).findings, [], 'all damage was taken back');
  const planted = new Set(damages.map(({ finds }) => finds));
  assert.deepEqual(
    findingKinds.filter((kind) => !planted.has(kind)),
    [],
  );
});

/** Does the damage in a transaction, audits within it, and takes it back. */
async function damagedBy(db: Database, statements: readonly string[]): Promise<readonly Finding[]> {
  let findings: readonly Finding[] = [];
  const takenBack = new Error('taken back');
  await assert.rejects(
    db.tx(async (sql) => {
      for (const statement of statements) await sql.query(statement);
      const inside = {
        session: (work: Parameters<Database['session']>[0]) =>
          work({
            flight: (all) => Promise.all(all.filter(isNoFrame).map((one) => sent(sql, one))),
          }),
      };
      findings = (await auditAll(inside as Database)).findings;
      throw takenBack;
    }),
    takenBack,
  );
  return findings;
}

type One = { readonly text: string; readonly values?: readonly unknown[] };

function isNoFrame({ text }: One): boolean {
  return !/^(begin|rollback)/.test(text);
}

function sent(sql: Parameters<Parameters<Database['tx']>[0]>[0], { text, values }: One) {
  return sql.query(text, values);
}
