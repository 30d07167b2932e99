// What a browser loads: built once, addressed by content, small enough, never a stray file. And
// the small doors beside it: headers, the theme's cookie, the composer's sum.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { stop } from 'esbuild';
import { Hono } from 'hono';
import { buildAssets } from './assets.ts';
import { sumOf } from './enhance/sum.ts';
import { secured } from './security.ts';
import { ownPath, themeOf, themeRoutes } from './theme.ts';

const assets = await buildAssets();
after(() => stop());

async function bytes(path: string): Promise<Uint8Array> {
  const answer = assets.serve(path, 'gzip, br');
  assert.ok(answer, path);
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  return new Uint8Array(await answer.arrayBuffer());
}

test('the scripts of a page are below 40 kB compressed', async () => {
  const [app, composer] = [assets.href('app'), assets.href('composer')];
  assert.match(app, /^\/assets\/app-[A-Z0-9]{8}\.js$/);
  const sizes = await Promise.all([app, composer].map(bytes));
  const total = sizes.reduce((sum, file) => sum + file.length, 0);
  assert.ok(total < 40_000, `${total} bytes`);
});

test('the style sheet is one file with our fonts, our numbers and no other address', async () => {
  const css = gunzipSync(await bytes(assets.href('style'))).toString();
  const addresses = [...css.matchAll(/url\(["']?([^"')]+)/g)].map((match) => match[1] ?? '');
  assert.equal(addresses.length, 4);
  for (const address of addresses) assert.equal((await bytes(address)).length > 1000, true);
  assert.ok(css.includes('.n-37{--n:37}') || css.includes('.n-37{--n: 37}'));
  assert.ok(!css.includes('@import'));
});

test('who does not take gzip gets the plain file', async () => {
  const answer = assets.serve(assets.href('app'));
  assert.equal(answer?.headers.get('content-encoding'), null);
  assert.match((await answer?.text()) ?? '', /Turbo|turbo/);
  assert.equal(assets.fonts.length, 2);
});

test('there is nothing below /assets/ but what was built', () => {
  for (const path of ['/assets/', '/assets/app.js', '/assets/../package.json', '/style']) {
    assert.equal(assets.serve(path), undefined);
  }
});

test('Turbo’s progress bar does not insert its own style', async () => {
  const script = gunzipSync(await bytes(assets.href('app'))).toString();
  assert.ok(script.includes('turbo-progress-bar'));
  assert.doesNotMatch(script, /this\.installStylesheetElement\(\)/);
});

test('every answer carries the headers, errors too', async () => {
  const app = new Hono().use(secured(true)).get('/boom', () => {
    throw new Error('boom');
  });
  for (const path of ['/nowhere', '/boom']) {
    const answer = await app.request(path);
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.ok(policy.includes("default-src 'none'") && policy.includes('trusted-types default'));
    assert.ok(!policy.includes('unsafe'));
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age=31536000/);
  }
});

test('the theme is kept in a cookie and leads back to where one was', async () => {
  const app = new Hono().route('/', themeRoutes(false)).get('/', (c) => c.text(themeOf(c)));
  const post = (theme: string, back: string) =>
    app.request('/theme', { method: 'POST', body: new URLSearchParams({ theme, back }) });
  const answer = await post('dark', '/contracts?open=1');
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), '/contracts?open=1');
  const cookie = answer.headers.get('set-cookie') ?? '';
  assert.match(cookie, /^theme=dark; .*HttpOnly; SameSite=Lax$/);
  const seen = await app.request('/', { headers: { cookie: 'theme=dark' } });
  assert.equal(await seen.text(), 'dark');
  const odd = await app.request('/', { headers: { cookie: 'theme=<script>' } });
  assert.equal(await odd.text(), 'system');
  assert.equal((await post('blue', 'https://elsewhere.example')).headers.get('location'), '/');
});

test('the way back never leads to another server', () => {
  const table: [unknown, string][] = [
    ['/contracts/ctr_1?x=1#e-3', '/contracts/ctr_1?x=1#e-3'],
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
    ['/a\\b', '/'],
    ['/\t/elsewhere.example', '/'],
    ['javascript:alert(1)', '/'],
    ['', '/'],
    [undefined, '/'],
  ];
  for (const [back, path] of table) assert.equal(ownPath(back), path);
});

test('the total under the rows is exact, and waits for numbers', () => {
  assert.equal(sumOf(['0.10', '0.20', ''], 2), '0.30');
  assert.equal(sumOf(['600', ' 400.5 '], 2), '1000.50');
  assert.equal(sumOf(['9007199254740993.01', '0.02'], 2), '9007199254740993.03');
  assert.equal(sumOf(['1000', '5'], 0), '1005');
  assert.equal(sumOf(['1.005'], 2), '1.005');
  assert.equal(sumOf([], 2), '0.00');
  assert.equal(sumOf(['12', 'x'], 2), undefined);
  assert.equal(sumOf(['-5'], 2), undefined);
});
