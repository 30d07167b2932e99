// What can go wrong on a confirm page: the truth changes while one looks, something that was
// typed is wrong, the button is pressed twice, a stranger asks. Nothing happens that was not
// shown, and nothing that was typed is lost.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { type Handle, openSite, type TestSite } from './site.ts';

describe('a confirm page', () => {
  let browser: Browser;
  let site: TestSite;

  before(async () => {
    [browser, site] = await Promise.all([launchChromium(), openSite()]);
  });
  after(async () => {
    await site.close();
    await browser.close();
  });

  async function pageOf(who: Handle, path: string, javaScript = true): Promise<Page> {
    const context = await site.windowOf(browser, who, { javaScript });
    const page = await context.newPage();
    await page.goto(`${site.origin}${path}`);
    return page;
  }

  async function funded(): Promise<string> {
    const contract = await site.offers();
    await site.does('ann', contract, { type: 'accept_offer' });
    await site.does('ben', contract, { type: 'fund_milestone', milestone: 'sketches' });
    return contract;
  }

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript';

    test(`carries nothing out when the contract changed meanwhile, ${how}`, async () => {
      const contract = await funded();
      const page = await pageOf('ben', `/contracts/${contract}/do/end_contract`, javaScript);
      for (const group of await page.locator('.scale').all()) await group.getByLabel('4').check();
      await page.getByLabel('What others may read').fill('Nothing came.');
      await site.does('ann', contract, { type: 'submit_work', milestone: 'sketches' });
      await page.getByRole('button', { name: /^End the contract/ }).click();
      await page.getByText('the contract changed while you looked').waitFor();
      assert.match(await page.locator('.problem').innerText(), /Ann Lovas submitted “Sketches”/);
      assert.equal(await page.getByLabel('What others may read').inputValue(), 'Nothing came.');
      const button = page.getByRole('button', { name: /^End the contract/ });
      assert.equal(await button.innerText(), 'End the contract');
      await button.click();
      await page.locator('.toast').waitFor();
      const state = await page.locator('.head .state').innerText();
      assert.match(state, /^The contract has ended, and you are reviewing “Sketches”/);
      await page.context().close();
    });

    test(`names every mistake at its field and keeps what was typed, ${how}`, async () => {
      const contract = await funded();
      const path = `/contracts/${contract}/do/release_payment?milestone=sketches`;
      const page = await pageOf('ben', path, javaScript);
      await page.getByText('A part').click();
      const amount = page.getByLabel(/^Amount in USD/);
      for (const [typed, says] of [
        ['600', 'No more than $500.00 is held.'],
        ['1.234', 'Enter at most 2 digits after the point.'],
        ['a lot', 'Write the amount as a decimal string, as “450.00”.'],
        ['0', 'Enter an amount above zero.'],
      ] as const) {
        await amount.fill(typed);
        await page.getByRole('button', { name: 'Work it out again' }).click();
        await page.getByText('One thing to put right').waitFor();
        const error = page.locator('#amount-error');
        await error.filter({ hasText: says.slice(0, 12) }).waitFor();
        assert.equal(await amount.inputValue(), typed);
        assert.equal(await amount.getAttribute('aria-invalid'), 'true');
        assert.equal(await page.getByRole('button', { name: /^Release/ }).count(), 0);
      }
      await amount.fill('1,200.5');
      await page.getByRole('button', { name: 'Work it out again' }).click();
      await page.locator('#amount-error').waitFor();
      await page.context().close();
    });
  }

  test('shows the new numbers when the amount was changed and the button pressed at once', async () => {
    const contract = await funded();
    const path = `/contracts/${contract}/do/release_payment?milestone=sketches&amount=100`;
    const page = await pageOf('ben', path);
    await page.getByLabel(/^Amount in USD/).fill('499');
    await page.getByRole('button', { name: 'Release $100.00' }).click();
    await page.getByText('the numbers were no longer those of the page').waitFor();
    await page.getByRole('button', { name: 'Release $499.00' }).click();
    await page.locator('.toast').waitFor();
    assert.match(await page.locator('.toast').innerText(), /You released \$499\.00/);
    await page.context().close();
  });

  test('counts a press that arrives twice once', async () => {
    const contract = await funded();
    const path = `/contracts/${contract}/do/release_payment?milestone=sketches&amount=100`;
    const page = await pageOf('ben', path, false);
    const form = await page.evaluate(() => {
      const fields = new FormData(document.querySelector('main form') as HTMLFormElement);
      return Object.fromEntries([...fields].map(([name, value]) => [name, String(value)]));
    });
    const send = () =>
      page.request.post(`${site.origin}${path}`, {
        form: { ...form, _do: 'confirm' },
        headers: { origin: site.origin },
        maxRedirects: 0,
      });
    const answers = [await send(), await send()];
    assert.deepEqual(
      answers.map((answer) => answer.status()),
      [303, 303],
    );
    assert.equal(answers[0]?.headers().location, answers[1]?.headers().location);
    await page.goto(`${site.origin}/contracts/${contract}`);
    assert.equal(await page.locator('.events > li.money').count(), 1);
    await page.context().close();
  });

  test('says why something is not possible, and leads to what is', async () => {
    const contract = await funded();
    const page = await pageOf('ann', `/contracts/${contract}/do/give_feedback`);
    assert.match(await page.locator('.problem').innerText(), /The contract has not ended/);
    assert.equal(await page.locator('main .button.primary, main .button.stop').count(), 0);
    await page.locator('.problem').getByRole('link', { name: 'end the contract' }).click();
    await page.getByRole('button', { name: /^End the contract/ }).waitFor();
    await page.context().close();
  });

  test('is not there for strangers, nor for contracts that never were', async () => {
    const contract = await funded();
    for (const path of [contract, `${contract}/terms`, `${contract}/do/end_contract`, 'ctr_none']) {
      const page = await pageOf('cleo', '/contracts');
      const answer = await page.goto(`${site.origin}/contracts/${path}`);
      assert.equal(answer?.status(), 404);
      assert.match(await page.locator('.state').innerText(), /nothing here that you can see/);
      await page.context().close();
    }
  });
});
