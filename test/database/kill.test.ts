// kill -9 in the middle of a burst: every command that was acknowledged is there, once; every
// other one is there wholly or not at all, and its key tells which.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, watch, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { auditAll } from '../../src/engine/audit/audit.ts';
import { type Database, openDatabase } from '../../src/store/connection.ts';
import { migrate } from '../../src/store/migrate.ts';
import { killedAfterwards } from '../killed-afterwards.ts';
import { onPostgres } from './both.ts';
import { byBen, deposit, fundedContract, houseOn } from './house.ts';

const burst = new URL('./burst.ts', import.meta.url).pathname;
const enough = 200;
const kills = 3;

async function prepared(db: Database): Promise<string[]> {
  await migrate(db);
  const house = houseOn(db);
  await deposit(house, 'psn_ben', '5000.00');
  return [await fundedContract(house), await fundedContract(house), await fundedContract(house)];
}

function acknowledged(journal: string): number[] {
  const lines = readFileSync(journal, 'utf8').split('\n');
  // The last line may have been cut in the middle by the kill.
  return lines.slice(0, -1).map(Number);
}

/** Lets a process burst until its journal has so many more lines, then kills it. */
async function killedBurst(place: string, journal: string, first: number, contracts: string[]) {
  const wanted = acknowledged(journal).length + enough;
  const args = ['--import', 'tsx', burst, place, journal, String(first), ...contracts];
  const child = killedAfterwards(
    spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] }),
  );
  await grown(child, journal, wanted);
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function grown(child: ChildProcess, journal: string, lines: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const look = () => acknowledged(journal).length >= lines && resolve();
  const watcher = watch(journal, look);
  const died = () => reject(new Error('the burst ended by itself'));
  child.once('exit', died);
  look();
  await promise.finally(() => watcher.close());
  child.off('exit', died);
}

async function recorded(db: Database): Promise<ReadonlySet<number>> {
  const rows = await db.query<{ key: string }>(`select key from commands where key like 'burst %'`);
  return new Set(rows.map(({ key }) => Number(key.slice(6))));
}

/** Nothing acknowledged is lost, nothing is doubled, nothing is there by half. */
async function assertWhole(db: Database, journal: string): Promise<void> {
  // One statement sees one moment: the dead process's last commit may still be on its way.
  const [row] = await db.query<{ keys: string[]; moves: number; sum: number }>(
    `select (select coalesce(json_agg(key), '[]') from commands where key like 'burst %') as keys,
       count(*)::int as moves, coalesce(sum(amount), 0)::int as sum
     from postings where from_account like 'contract.escrow %'`,
  );
  const there = new Set(row?.keys.map((key) => Number(key.slice(6))));
  const lost = acknowledged(journal).filter((number) => !there.has(number));
  assert.deepEqual(lost, [], 'every acknowledged command is there');
  assert.equal(row?.moves, there.size, 'every recorded command moved its cent once');
  assert.equal(row?.sum, there.size);
  assert.deepEqual((await auditAll(db)).findings, []);
}

/** What was sent and not answered may be sent again with its key: it then happens once. */
async function assertRepeatable(db: Database, contracts: readonly string[]): Promise<void> {
  const before = await recorded(db);
  const { engine } = houseOn(db);
  const numbers = [...before, 999_999].slice(-50);
  for (const number of numbers) {
    await engine.execute({
      contract: contracts[number % contracts.length] ?? '',
      by: byBen,
      command: { type: 'release_payment', milestone: 'm1', amount: '0.01' },
      key: `burst ${number}`,
    });
  }
  assert.equal((await recorded(db)).size, before.size + 1);
}

type Reopened = (work: (db: Database) => Promise<void>) => Promise<void>;

async function survivesKills(place: string, open: Reopened): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'endwell-kill-'));
  const journal = join(dir, 'journal');
  writeFileSync(journal, '');
  let contracts: string[] = [];
  try {
    await open(async (db) => {
      contracts = await prepared(db);
    });
    for (let round = 0; round < kills; round += 1) {
      await killedBurst(place, journal, round * 100_000, contracts);
      await open((db) => assertWhole(db, journal));
    }
    await open((db) => assertRepeatable(db, contracts));
  } finally {
    await rm(dir, { recursive: true });
  }
}

test('kill -9 loses no acknowledged command and doubles none · embedded', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'endwell-data-'));
  try {
    await survivesKills(dir, async (work) => {
      const db = await openDatabase({ dir });
      await work(db).finally(() => db.close());
    });
  } finally {
    await rm(dir, { recursive: true });
  }
});

onPostgres('kill -9 loses no acknowledged command and doubles none', (db, url) =>
  survivesKills(url, (work) => work(db)),
);
