// `endwell advise` as it is typed: what it asks for, where it looks, and what it answers with. The
// server here is a small one that records what it is asked.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { advise, type Told } from './advise.ts';

const nothing = { says: '', money: [], deadlines: [], protection: 'Nothing is held then.' };
const lines = {
  ...nothing,
  score: 'Your score stays as it is.',
  open: 'Stays open.',
  undo: 'Final.',
};
const told = {
  contract: 'ctr_one',
  you: 'client',
  at: '2026-11-24T15:20:00Z',
  situations: [{ is: 'submitted', says: '“Sketches” waits for your answer.' }],
  roads: [{ road: 'release_payment', title: 'Release it', says: '$500.00 is paid to Ann.', lines }],
  not_now: [{ title: 'Give feedback', says: 'It has not ended.', closest: ['end_contract'] }],
  silence: [{ says: 'If you do nothing, $500.00 is released.' }],
} as unknown as Told;

async function ran(args: readonly string[], env: Record<string, string> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const print = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const looked: string[] = [];
  const look = async (contract: string, person: string) => {
    looked.push(`${contract} ${person}`);
    return contract === 'ctr_one' ? told : null;
  };
  const code = await advise(args, print, { env, look });
  return { code, out: out.join('\n'), err: err.join('\n'), looked };
}

test('a person looks through the database, and reads roads, silence and what comes closest', async () => {
  const { code, out, looked } = await ran(['ctr_one', '--as', 'ben@example.org']);
  assert.equal(code, 0);
  assert.deepEqual(looked, ['ctr_one ben@example.org']);
  assert.match(out, /^“Sketches” waits for your answer\.\n\n1\. Release it\n {3}\$500\.00 is paid/);
  assert.match(out, /If you wait:\n {2}- If you do nothing/);
  assert.match(out, /Not possible now:\n {2}- Give feedback: It has not ended\./);
});

test('as JSON it is the answer of the API', async () => {
  const { out } = await ran(['ctr_one', '--as', 'psn_ben', '--json']);
  assert.deepEqual(JSON.parse(out), told);
});

test('what is not theirs to know is not found', async () => {
  const { code, err } = await ran(['ctr_two', '--as', 'psn_ben']);
  assert.equal(code, 3);
  assert.match(err, /There is no contract ctr_two for psn_ben to look at/);
});

test('it says what is missing or unknown', async () => {
  for (const args of [[], ['ctr_one'], ['ctr_one', '--as'], ['ctr_one', '--me', 'x']]) {
    const { code, err } = await ran(args);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, /Usage: endwell advise/);
  }
});

test('with a key it asks the server, and a wrong key is not let in', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { url = '', headers } = request;
    asked.push(`${url} ${headers.authorization ?? ''}`);
    response.statusCode = headers.authorization === 'Bearer good' ? 200 : 401;
    response.end(JSON.stringify(told));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    assert.equal((await ran(['ctr_one', '--key', 'good'], { ENDWELL_URL: url })).code, 0);
    assert.equal((await ran(['ctr_one', '--url', url], { ENDWELL_KEY: 'bad' })).code, 5);
    assert.deepEqual(asked, [
      '/api/contracts/ctr_one/options Bearer good',
      '/api/contracts/ctr_one/options Bearer bad',
    ]);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

test('it says when no server answers', async () => {
  const { code, err } = await ran(['ctr_one', '--key', 'good', '--url', 'http://127.0.0.1:1']);
  assert.equal(code, 3);
  assert.match(err, /No server answers at http:\/\/127\.0\.0\.1:1/);
});
