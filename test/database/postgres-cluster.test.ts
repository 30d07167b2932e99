import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { findPostgres, startCluster } from '../../src/outside/postgres-cluster.ts';
import { openDatabase } from '../../src/store/connection.ts';
import { durabilityProblems } from '../../src/store/durability.ts';

const title = findPostgres() ? '' : ' (NOT RUN: no PostgreSQL is installed)';

async function directoryOf(url: string): Promise<string> {
  const db = await openDatabase({ url });
  const [row] = await db.query<{ data_directory: string }>('show data_directory');
  await db.close();
  return dirname(row?.data_directory ?? '');
}

async function gone(dir: string): Promise<boolean> {
  for (let round = 0; round < 100 && existsSync(dir); round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return !existsSync(dir);
}

test(`a cluster of our own is durable while it runs and leaves nothing behind${title}`, async () => {
  const cluster = await startCluster();
  if (!cluster) return;
  const db = await openDatabase({ url: cluster.url });
  assert.deepEqual(await durabilityProblems(db), []);
  await db.close();
  const dir = await directoryOf(cluster.url);
  assert.ok(existsSync(dir));
  await cluster.stop();
  assert.ok(!existsSync(dir));
});

test(`durability problems are told in plain sentences${title}`, async () => {
  const off = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };
  const cluster = await startCluster({ settings: off });
  if (!cluster) return;
  const db = await openDatabase({ url: cluster.url });
  const problems = await durabilityProblems(db);
  assert.deepEqual(
    problems.map((problem) => problem.split(' ')[0]),
    ['fsync', 'full_page_writes', 'synchronous_commit'],
  );
  await db.close();
  await cluster.stop();
});

test(`a cluster ends with a process that is killed${title}`, async () => {
  if (!findPostgres()) return;
  const program = `import { startCluster } from ${JSON.stringify(import.meta.resolve('../../src/outside/postgres-cluster.ts'))};
    const cluster = await startCluster();
    console.log(cluster.url);
    setInterval(() => {}, 1000);`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', program];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const dir = await directoryOf(String(line).trim());
  child.kill('SIGKILL');
  assert.ok(await gone(dir));
});
