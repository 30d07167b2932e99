// Two processes must never share an embedded data directory.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openDatabase } from '../../src/store/connection.ts';
import { DataDirectoryInUse, lockDataDirectory } from '../../src/store/embedded/lock.ts';
import { killedAfterwards } from '../killed-afterwards.ts';

const root = await mkdtemp(join(tmpdir(), 'endwell-lock-'));
after(() => rm(root, { recursive: true, force: true }));

/** Another process that does what `body` says and then stays until it is killed. */
async function otherProcess(body: string): Promise<ChildProcess> {
  const door = JSON.stringify(import.meta.resolve('../../src/store/connection.ts'));
  const lock = JSON.stringify(import.meta.resolve('../../src/store/embedded/lock.ts'));
  const program = `import { openDatabase } from ${door};
    import { lockDataDirectory } from ${lock};
    ${body}
    console.log('ready');
    setInterval(() => {}, 1000);`;
  const args = ['--expose-gc', '--import', 'tsx', '--input-type=module', '-e', program];
  const child = killedAfterwards(
    spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('a second process is refused with a sentence that says why and what to do', async () => {
  const dir = join(root, 'one');
  const child = await otherProcess(`lockDataDirectory(${JSON.stringify(dir)});
    globalThis.gc();`);
  assert.throws(() => lockDataDirectory(dir), DataDirectoryInUse);
  await assert.rejects(openDatabase({ dir }), (error) => {
    assert.match(String(error), /is in use by another Endwell process/);
    assert.match(String(error), /Stop the other one first, or set DATABASE_URL/);
    return true;
  });
  await kill(child);
  lockDataDirectory(dir).release();
});

test('kill -9 frees the directory, and what was committed is there', async () => {
  const dir = join(root, 'two');
  const child = await otherProcess(`
    const db = await openDatabase({ dir: ${JSON.stringify(dir)} });
    await db.query('create table notes (n int)');
    await db.tx(async (sql) => { await sql.query('insert into notes values (1)'); });`);
  await kill(child);
  const db = await openDatabase({ dir });
  assert.deepEqual(await db.query('select n from notes'), [{ n: 1 }]);
  await assert.rejects(openDatabase({ dir }), DataDirectoryInUse);
  await db.close();
  await (await openDatabase({ dir })).close();
});

test('a directory that could not be opened is not left locked', async () => {
  const dir = join(root, 'three');
  const lock = lockDataDirectory(dir);
  await assert.rejects(openDatabase({ dir }), DataDirectoryInUse);
  lock.release();
  await assert.rejects(openDatabase({}), /needs a directory/);
  lockDataDirectory(dir).release();
});
