// The first page, the list of contracts, the rules and the clock in a browser: what needs somebody
// stands first, silence and its moment stand beside it, and time moves for everybody at once.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { complaintsOf, overflowing, violations } from './seen-in-browser.ts';
import { type Handle, openSite, type TestSite } from './site.ts';

const looks = [
  [320, 'dark'],
  [1280, 'light'],
] as const;

const shots = join(tmpdir(), 'endwell-screenshots');

describe('home in a browser', () => {
  let browser: Browser;
  let site: TestSite;
  let offer: string;

  before(async () => {
    mkdirSync(shots, { recursive: true });
    [browser, site] = await Promise.all([launchChromium(), openSite()]);
    offer = await site.offers({ title: 'Menus for the winter' });
    const logo = await site.offers();
    await site.does('ann', logo, { type: 'accept_offer' });
    await site.does('ben', logo, { type: 'fund_milestone', milestone: 'sketches' });
    await site.does('ann', logo, { type: 'submit_work', milestone: 'sketches' });
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const pages: [who: Handle | 'guest', path: string][] = [
    ['guest', '/'],
    ['guest', '/sign-in'],
    ['guest', '/sign-up'],
    ['guest', '/rules'],
    ['ann', '/'],
    ['ben', '/'],
    ['cleo', '/'],
    ['ben', '/contracts?show=all'],
    ['cleo', '/contracts'],
    ['ann', '/account'],
    ['ann', '/clock'],
    ['ann', '/help'],
    ['cleo', '/nowhere'],
  ];
  for (const [who, path] of pages) {
    test(`everybody can use ${path} as ${who}, in light and dark, from 320 px on`, async () => {
      for (const [width, scheme] of looks) {
        const page = await open(who, { scheme, width });
        const complaints = complaintsOf(page);
        await page.goto(site.origin + path);
        const name = `${who}${path.replaceAll(/\W+/g, '-')}-${width}-${scheme}.png`;
        await page.screenshot({ path: join(shots, name), fullPage: true });
        assert.deepEqual(await overflowing(page), [], name);
        assert.deepEqual(await violations(page), [], name);
        assert.deepEqual(complaints, []);
        await page.context().close();
      }
    });
  }

  async function open(
    who: Handle | 'guest',
    look: { scheme?: 'light' | 'dark'; width?: number; javaScript?: boolean } = {},
  ): Promise<Page> {
    if (who !== 'guest') return (await site.windowOf(browser, who, look)).newPage();
    const viewport = { width: look.width ?? 1280, height: 900 };
    const context = await browser.newContext({ viewport, colorScheme: look.scheme ?? 'light' });
    return context.newPage();
  }

  test('what needs somebody says until when and what silence leads to', async () => {
    const page = await open('ann', { javaScript: false });
    await page.goto(site.origin);
    assert.match(await page.locator('h1').innerText(), /^One thing needs you, by Tuesday, 1 Dec/);
    const need = page.locator('.needs > li').first();
    assert.match(await need.innerText(), /Ben Adeyo offers you “Menus for the winter”/);
    assert.match(await need.innerText(), /Tue 1 Dec 2026, 16:20 Berlin\s+15:20 UTC\s+in 7 days/);
    assert.match(await need.innerText(), /If you do nothing, the offer expires/);
    await need.getByRole('link', { name: 'Read the offer' }).click();
    assert.equal(new URL(page.url()).pathname, `/contracts/${offer}`);
    await page.context().close();
  });

  test('what happens by itself tells the freelancer what it brings, and the client not', async () => {
    const page = await open('ann');
    await page.goto(site.origin);
    const ahead = page.locator('section', { has: page.locator('#ahead') });
    assert.match(
      await ahead.innerText(),
      /“Sketches” is released to you\s+Ben Adeyo\s+\+\$450\.00/,
    );
    assert.match(await page.locator('aside').innerText(), /Held for your work\s+500\.00/);
    assert.match(await page.locator('aside').innerText(), /At most yours\s+450\.00/);
    await page.context().close();
  });

  test('filters and pages of contracts stand in the address and leave nothing out', async () => {
    for (let number = 1; number <= 26; number++) await site.offers({ title: `Poster ${number}` });
    const page = await open('ben', { javaScript: false });
    await page.goto(`${site.origin}/contracts`);
    await page.getByRole('link', { name: 'Offers', exact: true }).click();
    assert.match(page.url(), /show=offers/);
    const rows = page.locator('.table tbody tr th a');
    const first = await rows.allInnerTexts();
    assert.equal(first.length, 25);
    await page.getByRole('link', { name: 'Earlier ones' }).click();
    const all = [...first, ...(await rows.allInnerTexts())];
    assert.equal(all.length, 27);
    assert.equal(new Set(all).size, 27);
    await page.goto(`${site.origin}/contracts?show=offers&after=nonsense`);
    assert.equal(await rows.count(), 25);
    await page.context().close();
  });

  test('the clock of the foot moves time for everybody, and comes back to the page', async () => {
    const ben = await open('ben', { javaScript: false });
    await ben.goto(`${site.origin}/contracts?show=active`);
    await ben.getByRole('button', { name: 'A week on' }).click();
    assert.match(ben.url(), /\/contracts\?show=active$/);
    await ben.getByRole('link', { name: 'Move time' }).click();
    assert.match(
      await ben.locator('.state').innerText(),
      /^It is Tuesday, 1 December, 10:2\d in New/,
    );
    await ben.getByRole('button', { name: 'Go to the next deadline' }).click();
    await ben.getByRole('button', { name: '7 days', exact: true }).click();
    await ben.goto(`${site.origin}/contracts?show=active`);
    assert.match(await ben.locator('.table').innerText(), /Milestone 2 not funded/);
    await ben.context().close();
  });

  test('the clock takes no orders from other sites and never goes back', async () => {
    const context = await browser.newContext();
    const post = (form: Record<string, string>, headers: Record<string, string> = {}) =>
      context.request.post(`${site.origin}/clock`, { form, headers, maxRedirects: 0 });
    const json = { accept: 'application/json' };
    const before = site.clock.now().toString();
    assert.equal((await post({ by: 'P1D' }, { origin: 'https://evil.example' })).status(), 403);
    const back = await post({ to: '2020-01-01T00:00Z' }, json);
    assert.equal(back.status(), 422);
    assert.match(((await back.json()) as { detail: string }).detail, /never goes back/);
    assert.equal((await post({ by: 'soon' }, json)).status(), 422);
    assert.equal((await post({}, json)).status(), 422);
    assert.equal((await post({ by: 'P99Y' }, json)).status(), 422);
    assert.equal(site.clock.now().toString(), before);
    const moved = await post({ by: 'PT1H' }, json);
    assert.equal(moved.status(), 200);
    const { now } = (await moved.json()) as { now: string };
    assert.equal(now, Temporal.Instant.from(before).add({ hours: 1 }).toString());
    assert.equal((await post({ by: 'PT1H' })).status(), 303);
    await context.close();
  });
});
