// What the environment may say, and the sentence that somebody reads who got it wrong.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ConfigError, readConfig } from './config.ts';

const dir = mkdtempSync(join(tmpdir(), 'endwell-config-'));
after(() => rmSync(dir, { recursive: true, force: true }));

const data = { ENDWELL_DATA: join(dir, 'data') };
const secret = 'only good for tests, and long enough';
const url = 'postgres://ann:sesame@127.0.0.1:5432/endwell';

const smtp = {
  ENDWELL_SMTP_URL: 'smtps://ann:sesame@mail.example:465',
  ENDWELL_MAIL_FROM: 'Endwell <mail@endwell.example>',
};

const wrong: readonly [env: Readonly<Record<string, string>>, says: RegExp][] = [
  [{ PORT: 'http' }, /^PORT is http; it must be a number/],
  [{ PORT: '0' }, /^PORT is 0;/],
  [{ PORT: '1e3' }, /^PORT is 1e3;/],
  [{ PORT: '70000' }, /^PORT is 70000;/],
  [{ ENDWELL_ORIGIN: 'endwell.example' }, /^ENDWELL_ORIGIN is endwell\.example;/],
  [{ ENDWELL_ORIGIN: 'https://endwell.example/app' }, /without a path\.$/],
  [{ ENDWELL_ORIGIN: 'ftp://endwell.example' }, /^ENDWELL_ORIGIN/],
  [{ ENDWELL_MODE: 'demo' }, /^ENDWELL_MODE is demo; it must be evaluation or production\.$/],
  [{ ENDWELL_MODE: 'production' }, /^The embedded database is for evaluation only\./],
  [{ ENDWELL_SEED: 'false' }, /^ENDWELL_SEED is false; it must be yes or no\.$/],
  [{ ENDWELL_POLICY: 'lenient' }, /^ENDWELL_POLICY is lenient; there is no /],
  [{ ENDWELL_POLICY: './lenient.yaml' }, /^ENDWELL_POLICY is \.\/lenient\.yaml; there is no /],
  [{ ENDWELL_SECRET: 'sesame' }, /^ENDWELL_SECRET is too short;/],
  [{ DATABASE_URL: 'localhost/endwell' }, /^DATABASE_URL must look like postgres:/],
  [{ DATABASE_URL: 'https://ann:sesame@a.b/c' }, /^DATABASE_URL must look like postgres:/],
  [{ DATABASE_URL: url, ENDWELL_MODE: 'evaluation' }, /^Set ENDWELL_SECRET to at least 32 /],
  [{ DATABASE_URL: url, ENDWELL_SECRET: secret }, /^There is no real payment provider yet,/],
  [
    { ENDWELL_SMTP_URL: 'smtp://localhost' },
    /^Set ENDWELL_SMTP_URL and ENDWELL_MAIL_FROM together/,
  ],
  [{ ...smtp, ENDWELL_SMTP_URL: 'http://ann:sesame@a.b' }, /^ENDWELL_SMTP_URL must look like/],
  [{ ...smtp, ENDWELL_MAIL_FROM: 'Endwell' }, /^ENDWELL_MAIL_FROM is Endwell; it must be an/],
  [{ ENDWELL_DATA: join(dir, 'file', 'data') }, /^The data cannot be kept in .* Set ENDWELL_DATA/],
];

test('whatever is wrong is told in a sentence that names it, and never a password', () => {
  writeFileSync(join(dir, 'file'), '');
  for (const [env, says] of wrong) {
    assert.throws(
      () => readConfig({ ...data, ...env }),
      (error) => {
        assert.ok(error instanceof ConfigError, String(error));
        assert.match(error.message, says);
        assert.doesNotMatch(error.message, /sesame/);
        return true;
      },
    );
  }
});

test('nothing set is evaluation on the embedded database, with the example', () => {
  const { evaluation, seed, port, origin, databaseUrl, policy } = readConfig(data);
  assert.deepEqual(
    { evaluation, seed, port, origin, databaseUrl, policy },
    {
      ...{ evaluation: true, seed: true, port: 3000, origin: 'http://localhost:3000' },
      ...{ databaseUrl: null, policy: 'standard' },
    },
  );
  assert.equal(readConfig({ ...data, PORT: '', DATABASE_URL: '' }).port, 3000);
  assert.equal(readConfig({ ...data, ENDWELL_SEED: 'no' }).seed, false);
});

test('the origin is kept as browsers send it', () => {
  const { origin } = readConfig({ ...data, ENDWELL_ORIGIN: 'HTTPS://Endwell.Example:443/' });
  assert.equal(origin, 'https://endwell.example');
});

test('a secret is made once, for its owner alone, and kept', () => {
  const made = readConfig(data).secret;
  assert.equal(readConfig(data).secret, made);
  const file = join(data.ENDWELL_DATA, 'secret');
  assert.equal(readFileSync(file, 'utf8').trim(), made);
  if (process.platform !== 'win32') {
    assert.equal(statSync(file).mode & 0o077, 0);
    assert.equal(statSync(data.ENDWELL_DATA).mode & 0o077, 0);
  }
  writeFileSync(file, 'half');
  assert.throws(() => readConfig(data), /^Error: The secret in .* is damaged\./);
});

test('mail is handed to the server that is named, and stays here without one', () => {
  assert.equal(readConfig({ ...data, ENDWELL_SECRET: secret }).smtp, null);
  assert.deepEqual(readConfig({ ...data, ENDWELL_SECRET: secret, ...smtp }).smtp, {
    url: 'smtps://ann:sesame@mail.example:465',
    from: 'Endwell <mail@endwell.example>',
  });
});
