import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { type Letter, MailRefused } from './mailer.ts';
import { SmtpMailer } from './smtp-mailer.ts';

type Taken = { readonly lines: string[]; readonly data: string };

/** As much of SMTP as a mail needs; whoever is called nobody does not exist. */
function answering(taken: Taken[]): (socket: Socket) => void {
  return (socket) => {
    const lines: string[] = [];
    let data: string[] | null = null;
    let rest = '';
    const say = (text: string) => socket.write(`${text}\r\n`);
    say('220 test');
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      const parts = (rest + chunk.toString()).split('\r\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        if (data !== null) {
          if (line !== '.') data.push(line);
          else {
            taken.push({ lines: [...lines], data: data.join('\n') });
            data = null;
            say('250 taken');
          }
          continue;
        }
        lines.push(line);
        if (line === 'DATA') data = [];
        if (line === 'QUIT') socket.end('221 bye\r\n');
        else if (line === 'STARTTLS') say('502 not here');
        else if (/^RCPT TO:<nobody@/.test(line)) say('550 No such user');
        else say(line === 'DATA' ? '354 go on' : '250 ok');
      }
    });
  };
}

async function withServer(
  run: (url: string, taken: Taken[]) => Promise<void>,
  host = '127.0.0.1',
): Promise<void> {
  const taken: Taken[] = [];
  const server = createServer(answering(taken)).listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  try {
    await run(`smtp://${host}:${port}`, taken);
  } finally {
    server.close();
  }
}

const letter: Letter = {
  id: 'eml_1',
  to: 'ben@example.org',
  subject: 'Logo: Ann submitted “Sketches”\r\nBcc: everybody@example.org',
  text: 'Hello Ben,\n.\nAnn submitted it.\n',
  html: '<p>Hello Ben</p>',
  choose: 'https://endwell.example/account#mail',
};

test('a mail arrives with its text, under an id of its own, and asks for no answers', async () => {
  await withServer(async (url, taken) => {
    const mailer = new SmtpMailer({ url, from: 'Endwell <mail@endwell.example>' });
    assert.equal(await mailer.post(letter), 'sent');
    mailer.close();
    const [one] = taken;
    assert.ok(one?.lines.includes('MAIL FROM:<mail@endwell.example>'));
    assert.deepEqual(
      one?.lines.filter((line) => line.startsWith('RCPT')),
      ['RCPT TO:<ben@example.org>'],
    );
    assert.match(one?.data ?? '', /^Message-ID: <eml_1@endwell\.example>$/m);
    assert.match(one?.data ?? '', /^Auto-Submitted: auto-generated$/m);
    const choose = /^List-Unsubscribe: <https:\/\/endwell\.example\/account#mail>$/m;
    assert.match(one?.data ?? '', choose);
    assert.match(one?.data ?? '', /^Content-Type: text\/plain; charset=utf-8$/m);
    assert.match(one?.data ?? '', /^Content-Type: text\/html; charset=utf-8$/m);
    assert.match(one?.data ?? '', /^Ann submitted it\.$/m);
  });
});

test('nobody is written to, and no head comes about, by what a subject says', async () => {
  await withServer(async (url, taken) => {
    const mailer = new SmtpMailer({ url, from: 'mail@endwell.example' });
    await mailer.post(letter);
    await mailer.post({ ...letter, to: 'ben@example.org' });
    mailer.close();
    for (const { data, lines } of taken) {
      assert.doesNotMatch(data, /^Bcc:/im);
      assert.equal(lines.filter((line) => line.startsWith('RCPT')).length, 1);
    }
  });
});

test('an address that does not exist is refused for good', async () => {
  await withServer(async (url) => {
    const mailer = new SmtpMailer({ url, from: 'mail@endwell.example' });
    await assert.rejects(mailer.post({ ...letter, to: 'nobody@example.org' }), MailRefused);
    mailer.close();
  });
});

test('a server that is not there may be tried again', async () => {
  const mailer = new SmtpMailer({ url: 'smtp://127.0.0.1:1', from: 'mail@endwell.example' });
  const error = await mailer.post(letter).catch((caught: unknown) => caught);
  assert.ok(error instanceof Error && !(error instanceof MailRefused));
  mailer.close();
});

test('a server elsewhere that does not encrypt gets nothing', async () => {
  const law = async (url: string, taken: Taken[]): Promise<void> => {
    const mailer = new SmtpMailer({ url, from: 'mail@endwell.example' });
    await assert.rejects(mailer.post(letter), /STARTTLS|TLS/);
    mailer.close();
    assert.deepEqual(taken, []);
  };
  // An address of this machine that is not called so.
  await withServer(law, '127.0.0.2');
});
