// Deadlines and mail in a browser: the register tells what ends when and leads to what helps, the
// calendar has a secret address, mail of evaluation mode can be read by whom it is for, and a
// forgotten password is chosen anew by the link in it.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { createPostRoom, type PostRoom } from '../../src/engine/mail/post-room.ts';
import { KeepingMailer } from '../../src/outside/mail/keeping-mailer.ts';
import { launchChromium } from './chromium.ts';
import { complaintsOf, overflowing, violations } from './seen-in-browser.ts';
import { type Handle, type Look, openSite, type TestSite } from './site.ts';

const looks = [
  [320, 'dark'],
  [375, 'light'],
  [1280, 'light'],
  [1280, 'dark'],
] as const;

const shots = join(tmpdir(), 'endwell-screenshots');

describe('deadlines and mail in a browser', () => {
  let browser: Browser;
  let site: TestSite;
  let post: PostRoom;
  const told: string[] = [];

  before(async () => {
    mkdirSync(shots, { recursive: true });
    [browser, site] = await Promise.all([launchChromium(), openSite()]);
    const { db, clock } = site;
    const mailer = new KeepingMailer((line) => told.push(line));
    const origin = 'http://localhost';
    post = createPostRoom({ db, clock, mailer, origin, keepsTexts: true });
    await site.offers({ title: 'Menus for the winter' });
    const logo = await site.offers();
    await site.does('ann', logo, { type: 'accept_offer' });
    await site.does('ben', logo, { type: 'fund_milestone', milestone: 'sketches' });
    await site.does('ann', logo, { type: 'submit_work', milestone: 'sketches' });
    const long = await site.offers({ title: 'Signs for all the doors of the museum' });
    await site.does('ann', long, { type: 'accept_offer' });
    await site.does('ann', long, { type: 'propose_cancel' });
    await post.round();
    await site.passes('P6D');
    await post.round();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  async function open(who: Handle | 'guest', look: Look = {}): Promise<Page> {
    if (who !== 'guest') return (await site.windowOf(browser, who, look)).newPage();
    const viewport = { width: look.width ?? 1280, height: 900 };
    const context = await browser.newContext({ viewport, colorScheme: look.scheme ?? 'light' });
    return context.newPage();
  }

  const pages: [who: Handle | 'guest', path: string][] = [
    ['ben', '/deadlines'],
    ['ann', '/deadlines?which=me'],
    ['cleo', '/deadlines'],
    ['ben', '/mailbox'],
    ['cleo', '/mailbox'],
    ['ben', '/account'],
    ['guest', '/forgot-password?said=sent'],
    ['guest', '/new-password?token=abc'],
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

  test('the register tells what ends when, and leads to what helps', async () => {
    const page = await open('ben', { javaScript: false });
    await page.goto(`${site.origin}/deadlines?which=me`);
    const row = page.getByRole('row').filter({ hasText: 'Review of “Sketches”' });
    assert.match(await row.innerText(), /is released to Ann Lovas/);
    assert.match(await row.innerText(), /in 8 days/);
    await row.getByRole('link', { name: 'Review the work' }).click();
    assert.match(page.url(), /\/contracts\/ctr_/);
    await page.context().close();
  });

  test('the calendar has a secret address that is shown once and can be ended', async () => {
    const page = await open('ben');
    await page.goto(`${site.origin}/deadlines`);
    await page.getByRole('button', { name: 'Make an address' }).click();
    const address = await page.locator('code.secret').innerText();
    const path = new URL(address).pathname;
    assert.match(path, /^\/calendar\/[\w-]{43}\.ics$/);
    const read = () => fetch(`${site.origin}${path}`);
    const calendar = await (await read()).text();
    assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
    const unfolded = calendar.replaceAll('\r\n ', '');
    assert.match(unfolded, /SUMMARY:Review of “Sketches”: A logo for the bakery\r\n/);
    assert.ok(!/500|Ann|Lovas/.test(unfolded), 'no amounts and no names');
    await page.goto(`${site.origin}/deadlines`);
    assert.equal(await page.locator('code.secret').count(), 0);
    await page.getByRole('button', { name: 'End it' }).click();
    await page.getByRole('button', { name: 'Make an address' }).waitFor();
    assert.equal((await read()).status, 404);
    await page.context().close();
  });

  test('mail is read by whom it is for, and by nobody else', async () => {
    const page = await open('ben', { javaScript: false });
    await page.goto(`${site.origin}/mailbox`);
    const link = page.getByRole('link', { name: /Ann Lovas submitted “Sketches”/ });
    const letter = await link.getAttribute('href');
    await link.click();
    assert.match(await page.getByRole('main').innerText(), /Until Tue 8 Dec 2026, 10:20 New York/);
    await page.screenshot({ path: join(shots, 'ben-letter-1280.png'), fullPage: true });
    assert.deepEqual(await overflowing(page), []);
    const other = await open('ann');
    const answer = await other.goto(`${site.origin}${letter}`);
    assert.equal(answer?.status(), 404);
    await page.context().close();
    await other.context().close();
  });

  test('who wants no mail says so on their account', async () => {
    const page = await open('cleo', { javaScript: false });
    await page.goto(`${site.origin}/account`);
    await page.getByText('None', { exact: true }).click();
    await page.getByRole('button', { name: 'Save which mails you get' }).click();
    assert.ok(await page.getByLabel('None').isChecked());
    await page.context().close();
  });

  test('a forgotten password is chosen anew by the link in the mail', async () => {
    const page = await open('guest', { javaScript: false });
    await page.goto(`${site.origin}/sign-in`);
    await page.getByRole('link', { name: 'Forgotten your password?' }).click();
    await page.waitForURL('**/forgot-password');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('cleo@example.org');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByText('a link is on its way').waitFor();
    await post.round();
    const token = /new-password(\?token=\S+)/.exec(told.join('\n'))?.[1];
    await page.goto(`${site.origin}/new-password${token}`);
    await page.getByRole('textbox', { name: 'New password' }).fill('a new and longer password');
    await page.getByRole('button', { name: 'Save the new password' }).click();
    await page.getByText('Your password is new').waitFor();
    await page.getByRole('textbox', { name: 'E-mail' }).fill('cleo@example.org');
    await page.getByRole('textbox', { name: 'Password' }).fill('a new and longer password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${site.origin}/`);
    await page.context().close();
  });
});
