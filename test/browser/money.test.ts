// Money in a browser, with and without JavaScript: what is shown adds up, what is promised is
// done, and what has changed meanwhile is shown before anything happens.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { complaintsOf, overflowing, violations } from './seen-in-browser.ts';
import { type Handle, openSite, type TestSite } from './site.ts';

const shots = join(tmpdir(), 'endwell-screenshots');

describe('money in a browser', () => {
  let browser: Browser;
  let site: TestSite;

  before(async () => {
    mkdirSync(shots, { recursive: true });
    [browser, site] = await Promise.all([launchChromium(), openSite()]);
    const logo = await site.offers();
    await site.does('ann', logo, { type: 'accept_offer' });
    await site.does('ben', logo, { type: 'fund_milestone', milestone: 'sketches' });
    await site.does('ann', logo, { type: 'submit_work', milestone: 'sketches' });
    await site.does('ben', logo, { type: 'release_payment', milestone: 'sketches' });
    await site.passes('PT121H');
    await site.does('ben', logo, { type: 'fund_milestone', milestone: 'final' });
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  async function open(who: Handle, look: Parameters<TestSite['windowOf']>[2] = {}): Promise<Page> {
    return (await site.windowOf(browser, who, look)).newPage();
  }

  const says = (page: Page) => page.locator('.head .state').innerText();
  const look = (page: Page) => page.getByRole('button', { name: 'Look at what it does' }).click();

  const pages: [who: Handle, path: string][] = [
    ['ann', '/money'],
    ['ann', '/money/USD'],
    ['ben', '/money/USD'],
    ['cleo', '/money/JPY'],
    ['ann', '/money/USD/withdraw?amount=100'],
    ['ben', '/money/USD/deposit?amount=5.001'],
    ['ben', '/money/USD/add_payment_method'],
    ['ben', '/money/USD/verify_payment_method'],
    ['cleo', '/money/USD/withdraw'],
  ];
  for (const [who, path] of pages) {
    test(`everybody can use ${path} as ${who}, in light and dark, from 320 px on`, async () => {
      for (const [width, scheme] of [
        [320, 'dark'],
        [1280, 'light'],
      ] as const) {
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

  test('the sums of a balance and the closing of its statement are the same to the cent', async () => {
    const page = await open('ann');
    await page.goto(`${site.origin}/money/USD?month=2026-11`);
    assert.match(await says(page), /\$450\.00 available; \$300\.00 is held in contracts/);
    const balance = await page.locator('aside').innerText();
    assert.match(balance, /Available now\s+450\.00\s+Yours\s+450\.00/);
    assert.match(balance, /Held for your work\s+300\.00\s+Fee, if all is paid\s+−30\.00/);
    assert.match(balance, /At most yours\s+270\.00/);
    const table = await page.locator('section', { has: page.locator('#statement') }).innerText();
    assert.match(table, /Paid: “Sketches”/);
    assert.match(table, /\$500\.00 − \$50\.00 fee/);
    assert.match(table, /Closing\s+450\.00\s+\+450\.00/);
    await page.getByRole('link', { name: 'October 2026' }).click();
    await page.getByText('Statement of October 2026').waitFor();
    assert.match(await page.locator('.table').first().innerText(), /Closing\s+0\.00\s+0\.00/);
    await page.context().close();
  });

  test('the statement can be taken along, line for line', async () => {
    const context = await site.windowOf(browser, 'ann');
    const address = `${site.origin}/money/USD/statement.csv?month=2026-11&as=freelancer`;
    const answer = await context.request.get(address);
    assert.match(answer.headers()['content-type'] ?? '', /^text\/csv/);
    const disposition = answer.headers()['content-disposition'] ?? '';
    assert.match(disposition, /endwell-USD-2026-11-freelancer\.csv/);
    assert.match(
      await answer.text(),
      /payment_released,ctr_.*450\.00,450\.00,0\.00,500\.00,50\.00/,
    );
    await context.close();
  });

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript';
    test(`what is withdrawn is promised first and done once, ${how}`, async () => {
      const page = await open('ann', { javaScript });
      await page.goto(`${site.origin}/money/USD`);
      await page.getByRole('link', { name: 'Withdraw…' }).click();
      await page.getByLabel('Amount in USD').fill('5000');
      await look(page);
      await page.locator('.problem').waitFor();
      assert.match(
        await page.locator('#amount-error').innerText(),
        /No more than \$\d+\.00 is avail/,
      );
      assert.equal(await page.getByLabel('Amount in USD').inputValue(), '5000');
      await page.getByLabel('Amount in USD').fill('50');
      await look(page);
      await page.getByText('$50.00 leaves your balance at once').waitFor();
      const lines = await page.locator('.sums').innerText();
      assert.match(lines, /Withdrawn when you press\s+−50\.00\s+Available afterwards\s+\d+\.00/);
      await page.getByRole('button', { name: 'Withdraw $50.00' }).click();
      await page.locator('.toast').waitFor();
      assert.match(await page.locator('aside').innerText(), /On its way to your bank\s+50\.00/);
      await page.context().close();
      await site.passes('PT3S');
    });

    test(`a card is added, verified and charged, ${how}`, async () => {
      const page = await open('cleo', { javaScript });
      await page.goto(`${site.origin}/money/${javaScript ? 'EUR' : 'GBP'}/add_payment_method`);
      await look(page);
      await page.getByText('Choose one of these.').first().waitFor();
      await page.getByText('Card ending 4242', { exact: true }).click();
      await look(page);
      await page.getByRole('button', { name: 'Add Card ending 4242' }).click();
      await page.getByRole('link', { name: 'Verify…' }).click();
      await page.getByRole('button', { name: 'Verify Card ending 4242' }).click();
      await page.locator('.toast').waitFor();
      await page.getByRole('link', { name: 'Add money…' }).click();
      await page.getByLabel(/^Amount in/).fill('1,200.50');
      await look(page);
      await page.getByRole('button', { name: /^Charge .1,200\.50$/ }).click();
      await page.locator('#on-its-way').waitFor();
      await site.passes('PT3S');
      await page.reload();
      assert.match(await says(page), /You have .1,200\.50 available/);
      await page.context().close();
    });
  }

  test('a promise that is no longer true changes nothing and shows the new truth', async () => {
    const [one, other] = [await open('ann'), await open('ann')];
    for (const page of [one, other]) {
      await page.goto(`${site.origin}/money/USD/withdraw?amount=20`);
    }
    await other.getByRole('button', { name: 'Withdraw $20.00' }).click();
    await other.locator('.toast').waitFor();
    await one.getByRole('button', { name: 'Withdraw $20.00' }).click();
    await one.locator('.problem').waitFor();
    assert.match(await one.locator('.problem').innerText(), /Nothing was done/);
    await one.getByRole('button', { name: 'Withdraw $20.00' }).click();
    await one.locator('.toast').waitFor();
    await one.context().close();
    await other.context().close();
  });
});
