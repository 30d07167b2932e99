// The clock's command line: what it sends to the server, and what it makes of the answer. The
// server here is a real one on this machine that only remembers what it was asked.
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { clock } from './clock.ts';
import { didYouMean } from './did-you-mean.ts';

let server: Server;
let url = '';
let asked = '';
let answer = { status: 200, body: '' };

before(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      asked = `${request.method} ${request.url} ${body}`.trim();
      response.writeHead(answer.status).end(answer.body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => server.close());

async function told(...args: readonly string[]) {
  const said: string[] = [];
  const say = (text: string) => {
    said.push(text);
  };
  const code = await clock(args, { out: say, err: say }, { ENDWELL_URL: url });
  return { code, said: said.join('\n') };
}

test('moves go to the server as forms, spans in ISO 8601', async () => {
  answer = { status: 200, body: '{"now":"2026-12-04T15:00:00Z"}' };
  const table: [readonly string[], string][] = [
    [['--by', '3d'], 'POST /clock by=P3D'],
    [['--by', 'P14D'], 'POST /clock by=P14D'],
    [['--to', '2026-12-04T15:00Z'], 'POST /clock to=2026-12-04T15%3A00Z'],
    [['--next'], 'POST /clock next=1'],
    [[], 'GET /clock'],
  ];
  for (const [args, sent] of table) {
    assert.deepEqual(await told(...args), { code: 0, said: '2026-12-04T15:00:00Z' });
    assert.equal(asked, sent);
  }
});

test('what the server refuses is told, with a code that says which kind', async () => {
  answer = { status: 422, body: '{"detail":"A clock never goes back."}' };
  const refused = await told('--to', '2020-01-01T00:00Z');
  assert.equal(refused.code, 1);
  assert.match(refused.said, /A clock never goes back\./);
  answer = { status: 404, body: '<html>' };
  assert.equal((await told('--next')).code, 3);
  answer = { status: 403, body: '' };
  assert.equal((await told('--next')).code, 5);
});

test('misuse is 2, and a server that is not there is 3', async () => {
  assert.equal((await told('--by')).code, 2);
  assert.equal((await told('--by', '3d', '--next')).code, 2);
  assert.equal((await told('--back')).code, 2);
  assert.equal((await told('--next', '--url', 'http://127.0.0.1:9')).code, 3);
});

test('a word that is nearly right is recognized, and one that is not is left alone', () => {
  const known = ['story', 'clock', 'bench', 'migrate'];
  const table: [string, string | null][] = [
    ['stroy', 'story'],
    ['stories', null],
    ['Clock', 'clock'],
    ['migrte', 'migrate'],
    ['serve', null],
    ['', null],
  ];
  for (const [word, meant] of table) assert.equal(didYouMean(word, known), meant, word);
});
