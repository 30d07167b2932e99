// The server as people start and stop it: the example, one process on its data, the clock, and
// what is left after it was stopped, cleanly and otherwise.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { freePort, type Running, startCommand, startServer, withFolder } from './running-server.ts';

const ready = 'Stop it with Ctrl+C.';

async function signedIn(origin: string, server: Running): Promise<string> {
  const [, id] = /\/demo\/(psn_\w+)/.exec(server.printed()) ?? [];
  const answer = await fetch(`${origin}/demo/${id}`, { redirect: 'manual' });
  assert.equal(answer.status, 303);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

async function pageOf(url: string, cookie: string): Promise<string> {
  const answer = await fetch(url, { headers: { cookie } });
  assert.equal(answer.status, 200, url);
  return answer.text();
}

async function command(args: readonly string[], env: Readonly<Record<string, string>>) {
  const running = startCommand(args, env);
  const code = await running.ended();
  return { code, said: running.printed().trim() };
}

test('a server that was killed while it filled the example in begins anew, and then serves', () =>
  withFolder(async (data) => {
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const env = { PORT: `${port}`, ENDWELL_DATA: data };

    const first = startServer(env);
    await first.prints('Filling an empty server');
    await setTimeout(1_500);
    assert.equal(await first.ends('SIGKILL'), 'SIGKILL');

    const second = startServer(env);
    await second.prints(ready);
    assert.match(second.printed(), /The example was interrupted .* beginning anew/);
    assert.equal(second.printed().match(/\/demo\/psn_/g)?.length, 4);
    const cookie = await signedIn(origin, second);
    const contracts = await pageOf(`${origin}/contracts?show=all`, cookie);
    const [, contract] = /\/contracts\/(ctr_\w+)/.exec(contracts) ?? [];
    await pageOf(`${origin}/contracts/${contract}`, cookie);

    const third = startServer({ ...env, PORT: `${await freePort()}` });
    assert.equal(await third.ended(), 1);
    assert.match(third.printed(), /^The data in .* is in use by another Endwell process.*\n$/);
    await withFolder(async (other) => {
      const fourth = startServer({ ...env, ENDWELL_DATA: other });
      assert.equal(await fourth.ended(), 1);
      assert.equal(fourth.printed(), `Port ${port} is taken. Set PORT to another one.\n`);
    });

    const shown = await command(['clock'], { ENDWELL_DATA: data });
    const next = await command(['clock', '--next'], { ENDWELL_DATA: data });
    const later = await command(['clock', '--by', '9d'], { ENDWELL_DATA: data });
    assert.deepEqual([shown.code, next.code, later.code], [0, 0, 0], `${next.said} ${later.said}`);
    const [a, b, c] = [shown, next, later].map(({ said }) => Temporal.Instant.from(said));
    assert.ok(a && b && c && Temporal.Instant.compare(a, b) < 0);
    assert.ok(b.until(c).total('days') >= 9);

    assert.equal(await second.ends('SIGTERM'), 0);
    assert.doesNotMatch(second.printed(), /Error/);
    const unreachable = await command(['clock'], { ENDWELL_DATA: data });
    assert.equal(unreachable.code, 3);

    const again = startServer(env);
    await again.prints(ready);
    assert.doesNotMatch(again.printed(), /Filling/);
    const clock = await fetch(`${origin}/clock`, { headers: { accept: 'application/json' } });
    const { now } = (await clock.json()) as { now: string };
    assert.ok(
      Temporal.Instant.compare(Temporal.Instant.from(now), c) >= 0,
      `${now} is not after ${c}`,
    );
    await pageOf(`${origin}/contracts/${contract}`, cookie);
    assert.equal(await again.ends('SIGINT'), 0);

    const audit = await command(['audit'], { ENDWELL_DATA: data });
    assert.equal(audit.code, 0, audit.said);
  }));

test('data and secrets are kept out of the repository', async () => {
  const ignored = await readFile(new URL('../../.gitignore', import.meta.url), 'utf8');
  assert.match(ignored, /^\/?data\/$/m);
});
