// The benchmark compares like with like: the hand-written function leaves the very rows that the
// corridor leaves. And it ends as it promises, with one line of JSON.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  contractId,
  due,
  prepareContracts,
  releaseAll,
  released,
} from '../../src/cli/bench-contracts.ts';
import { benchCorridor } from '../../src/cli/bench-corridor.ts';
import { auditAll } from '../../src/engine/audit/audit.ts';
import type { Database } from '../../src/store/connection.ts';
import { onPostgres } from '../database/both.ts';
import { houseOn } from '../database/house.ts';

const few = 40;

/** Everything that a release leaves, but for the transaction and the hash of the body. */
async function rowsAfter(db: Database): Promise<readonly unknown[]> {
  return [
    await db.query(
      `select id, version, status, latest_at::text, next_due_at::text, awaiting_provider,
         state::jsonb::text, encode(head, 'hex') from contracts order by id`,
    ),
    await db.query(
      `select stream, seq, at::text, by, "as", type, data::text, encode(hash, 'hex')
       from events order by stream, seq`,
    ),
    await db.query('select * from postings order by stream, seq, n'),
    await db.query(`select * from accounts where key not like 'platform%' order by key`),
    await db.query(
      `select principal, key, stream, first_seq, last_seq from commands order by 1, 2`,
    ),
  ];
}

onPostgres('the hand-written function does the same work as the corridor', async (db) => {
  const house = houseOn(db);
  await prepareContracts(house.engine, few, 8);
  await db.query(readFileSync(new URL('../../src/cli/bench-release.sql', import.meta.url), 'utf8'));
  house.clock.set(released);
  const takenBack = new Error('taken back');
  const byFunction = async (sql: Pick<Database, 'query'>) => {
    for (let index = 0; index < few; index += 1) {
      await sql.query('select release_once($1, $2, $3, $4, $5, 1000, $6, true)', [
        contractId(index),
        'm2',
        `psn_client${index}`,
        `release ${index}`,
        String(released),
        due,
      ]);
    }
  };
  let left: readonly unknown[] = [];
  await db.query(`insert into accounts select 'platform.fees - USD', sum(amount) from postings
    where to_account = 'platform.fees - USD'`);
  await assert.rejects(
    db.tx(async (sql) => {
      await byFunction(sql);
      left = await rowsAfter(sql as Database);
      throw takenBack;
    }),
    takenBack,
  );
  await db.query(`delete from accounts where key like 'platform%'`);
  await releaseAll(house.engine, few, 8);
  const byCorridor = await rowsAfter(db);
  assert.deepEqual(left, byCorridor);
  assert.deepEqual((await auditAll(db)).findings, []);
});

onPostgres('the benchmark ends with one line of JSON', async (_db, url) => {
  const lines: string[] = [];
  const args = ['--contracts', '64', '--rounds', '1', '--callers', '16'];
  const io = { print: (line: string) => lines.push(line), databaseUrl: url };
  assert.equal(await benchCorridor(args, io), 0);
  const result = JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>;
  assert.equal(result.bench, 'corridor');
  for (const name of ['ratio', 'ratio_one_account', 'corridor', 'function']) {
    assert.ok(Number(result[name]) > 0, name);
  }
  assert.equal(await benchCorridor(['--contracts', 'many'], io), 2);
});
