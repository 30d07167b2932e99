// The way in and one's own account, in a browser with and without JavaScript: nothing that was
// typed is lost, strangers learn nothing, and forms from elsewhere do nothing.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { complaintsOf, violations } from './seen-in-browser.ts';
import { openSite, type TestSite } from './site.ts';

describe('people in a browser', () => {
  let browser: Browser;
  let site: TestSite;

  before(async () => {
    [browser, site] = await Promise.all([launchChromium(), openSite()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  async function guest(javaScriptEnabled = true): Promise<Page> {
    return (await browser.newContext({ javaScriptEnabled, timezoneId: 'Asia/Tokyo' })).newPage();
  }

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript';
    test(`somebody joins, and a mistake loses nothing that was typed, ${how}`, async () => {
      const page = await guest(javaScript);
      const complaints = complaintsOf(page);
      await page.goto(`${site.origin}/sign-up?next=/money`);
      const zone = await page.locator('#time_zone').inputValue();
      assert.equal(zone, javaScript ? 'Asia/Tokyo' : 'UTC');
      await page.getByLabel('Name').fill('Dora Nagy');
      await page.getByLabel('E-mail').fill(`dora-${javaScript}@example.org`);
      await page.getByLabel('Password').fill('long enough it is');
      await page.getByRole('button', { name: 'Create the account' }).click();
      await page.locator('.problem').waitFor();
      assert.equal(await page.getByLabel('Name').inputValue(), 'Dora Nagy');
      const error = page.locator('#roles-error');
      assert.match(await error.innerText(), /Choose at least one: client or freelancer/);
      assert.deepEqual(javaScript ? await violations(page) : [], []);
      await page.getByText('I am a client').click();
      await page.getByLabel('Time zone').selectOption('Europe/Budapest');
      await page.getByLabel('Password').fill('long enough it is');
      await page.getByRole('button', { name: 'Create the account' }).click();
      await page.waitForURL('**/money');
      assert.equal(await page.locator('.me bdi').innerText(), 'Dora');
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }

  test('a wrong password says nothing about the address, and the right one leads back', async () => {
    const page = await guest();
    await page.goto(`${site.origin}/contracts?show=ended`);
    assert.equal(new URL(page.url()).pathname, '/sign-in');
    await page.getByLabel('E-mail').fill('ben@example.org');
    await page.getByLabel('Password').fill('not his password');
    await page.locator('#sign-in ~ form button, .panel button').first().click();
    await page.locator('.problem').waitFor();
    assert.match(await page.locator('.problem').innerText(), /do not belong together/);
    assert.equal(await page.getByLabel('E-mail').inputValue(), 'ben@example.org');
    await page.getByLabel('Password').fill('the password of ben');
    await page.locator('.panel button').first().click();
    await page.waitForURL('**/contracts?show=ended');
    await page.locator('.foot').getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${site.origin}/`);
    await page.goto(`${site.origin}/money`);
    assert.equal(new URL(page.url()).pathname, '/sign-in');
    await page.context().close();
  });

  test('an account changes its name and zone, and deadlines follow', async () => {
    const context = await site.windowOf(browser, 'cleo');
    const page = await context.newPage();
    await page.goto(`${site.origin}/account`);
    await page.getByLabel('Name', { exact: true }).fill('Cleo Park-Lee');
    await page.getByLabel('Time zone').selectOption('America/Lima');
    await page.getByRole('button', { name: 'Save name, city and zone' }).click();
    await page.locator('.toast').waitFor();
    assert.match(await page.locator('.state').innerText(), /You are Cleo Park-Lee/);
    await page.goto(site.origin);
    assert.match(await page.locator('.crumb').innerText(), /Lima · \d\d:\d\d UTC/);
    await page.getByRole('link', { name: /your account/ }).click();
    await page.getByLabel('Name', { exact: true }).fill(' ');
    await page.getByRole('button', { name: 'Save name, city and zone' }).click();
    assert.match(await page.locator('#name-error').innerText(), /Enter a name/);
    await context.close();
  });

  test('a key is shown once, works as long as it lives, and not a moment longer', async () => {
    const context = await site.windowOf(browser, 'cleo');
    const page = await context.newPage();
    await page.goto(`${site.origin}/account`);
    await page.getByLabel('Name of a new key').fill('bookkeeping');
    await page.getByRole('button', { name: 'Make a key' }).click();
    const secret = await page.locator('.secret').innerText();
    assert.match(secret, /^endwell_/);
    await page.goto(`${site.origin}/account`);
    assert.equal(await page.locator('.secret').count(), 0);
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Revoke bookkeeping' }).click();
    await page.locator('.toast').waitFor();
    assert.equal(await page.getByText('bookkeeping', { exact: true }).count(), 0);
    await context.close();
  });

  test('a stranger sees of a contract what everybody sees of nothing', async () => {
    const contract = await site.offers();
    const context = await site.windowOf(browser, 'cleo');
    const there = await bodyOf(context, `/contracts/${contract}`);
    const nowhere = await bodyOf(context, `/contracts/ctr_00000000000000000000000000`);
    assert.equal(there.status, 404);
    assert.equal(there.text, nowhere.text);
    await context.close();
  });

  async function bodyOf(context: BrowserContext, path: string) {
    const response = await context.request.get(site.origin + path);
    const text = (await response.text()).replaceAll(/ctr_[0-9a-z]{26}/g, 'ctr');
    return { status: response.status(), text };
  }

  test('a form from another site does nothing, whoever is signed in', async () => {
    const context = await site.windowOf(browser, 'cleo');
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const form = { name: 'Mallory', city: '', time_zone: 'UTC' };
    const answer = await context.request.post(`${site.origin}/account`, { headers, form });
    assert.equal(answer.status(), 403);
    assert.match(await answer.text(), /Nothing was done: the form came from another site/);
    const page = await context.newPage();
    await page.goto(`${site.origin}/account`);
    assert.doesNotMatch(await page.locator('.state').innerText(), /Mallory/);
    await context.close();
  });

  test('every answer forbids what the pages do not need', async () => {
    const context = await browser.newContext();
    for (const path of ['/', '/nowhere', '/sign-in', '/assets/none.js']) {
      const headers = (await context.request.get(site.origin + path)).headers();
      assert.match(headers['content-security-policy'] ?? '', /default-src 'none'/, path);
      assert.equal(headers['cache-control'], 'no-store', path);
    }
    await context.close();
  });
});
