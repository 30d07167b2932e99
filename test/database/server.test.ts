// The server on PostgreSQL: what it refuses to start on, and two of it side by side.
import assert from 'node:assert/strict';
import { beginExample } from '../../src/store/evaluation/example.ts';
import { freePort, startServer, withFolder } from '../main/running-server.ts';
import { onPostgres } from './both.ts';

const ENDWELL_SECRET = 'only good for tests, but long enough';
const evaluation = { ENDWELL_MODE: 'evaluation', ENDWELL_SECRET, ENDWELL_SEED: 'no' };

type Environment = Readonly<Record<string, string>>;

async function refusedWith(env: Environment): Promise<string> {
  const port = await freePort();
  let printed = '';
  await withFolder(async (data) => {
    const server = startServer({ ...evaluation, PORT: `${port}`, ENDWELL_DATA: data, ...env });
    assert.equal(await server.ended(), 1, server.printed());
    printed = server.printed();
  });
  return printed;
}

onPostgres('a server that would lose what it acknowledged is refused', async (db, url) => {
  const name = new URL(url).pathname.slice(1);
  await db.query(`alter database ${name} set synchronous_commit = off`);
  assert.match(await refusedWith({ DATABASE_URL: url }), /^synchronous_commit is off: .*\.\n$/);
});

onPostgres(
  'a wrong password or name of a database is told, without the password',
  async (_, url) => {
    const wrong = new URL(url);
    wrong.pathname = '/endwell_no_such_database';
    const DATABASE_URL = wrong.href;
    assert.match(
      await refusedWith({ DATABASE_URL }),
      /^The database of DATABASE_URL does not exist/,
    );
    wrong.password = 'sesame';
    const refused = await refusedWith({ DATABASE_URL: wrong.href });
    assert.match(refused, /^PostgreSQL refuses the user or the password|^The database of/);
    assert.doesNotMatch(refused, /sesame/);
  },
);

onPostgres('a database that is half filled with the example is refused', async (db, url) => {
  await beginExample(db);
  const printed = await refusedWith({ DATABASE_URL: url, ENDWELL_SEED: 'yes' });
  assert.match(printed, /^Another process is filling this database .* create it anew\.\n$/);
});

onPostgres('two servers share one database', async (_, url) => {
  await withFolder(async (data) => {
    const ports = [await freePort(), await freePort()];
    const servers = ports.map((port) =>
      startServer({ ...evaluation, PORT: `${port}`, ENDWELL_DATA: data, DATABASE_URL: url }),
    );
    for (const server of servers) await server.prints('Stop it with');
    for (const port of ports) {
      assert.equal((await fetch(`http://localhost:${port}/health`)).status, 200);
    }
    const ends = await Promise.all(servers.map((server) => server.ends('SIGTERM')));
    assert.deepEqual(ends, [0, 0]);
  });
});
