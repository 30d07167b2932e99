// A contract's whole life in the browser, from the offer to the feedback, once with JavaScript
// and once without. Two people, two windows, and a clock that only this test moves.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { complaintsOf } from './seen-in-browser.ts';
import { openSite, type TestSite } from './site.ts';

describe('a contract in a browser', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
  });

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript';
    test(`goes from offer to revealed feedback ${how}`, async () => {
      const site = await openSite();
      try {
        const ben = await windowOf(site, browser, 'ben', javaScript);
        const ann = await windowOf(site, browser, 'ann', javaScript);
        await offered(site, ben, ann);
        await reviewed(site, ben, ann);
        await ended(site, ben, ann);
        assert.deepEqual([...ben.complaints, ...ann.complaints], []);
      } finally {
        await site.close();
      }
    });
  }
});

type Window = { readonly page: Page; readonly complaints: string[] };

async function windowOf(
  site: TestSite,
  browser: Browser,
  who: 'ben' | 'ann',
  javaScript: boolean,
): Promise<Window> {
  const context = await site.windowOf(browser, who, { javaScript });
  const page = await context.newPage();
  return { page, complaints: complaintsOf(page) };
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  const before = page.url();
  await page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  await page.waitForURL((url) => url.href !== before);
  await page.waitForLoadState('networkidle');
}

/** A press that shows the same address again: a form worked out, or refused. */
async function pressToStay(page: Page, name: string | RegExp, shows: string): Promise<void> {
  await page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  await page.getByText(shows).first().waitFor();
}

async function follow(page: Page, name: RegExp): Promise<void> {
  const before = page.url();
  await page.getByRole('link', { name }).first().click();
  await page.waitForURL((url) => url.href !== before);
  await page.waitForLoadState('networkidle');
}

const says = (page: Page) => page.locator('.head .state').innerText();

async function offered(site: TestSite, ben: Window, ann: Window): Promise<void> {
  const { page } = ben;
  await page.goto(`${site.origin}/offers/new`);
  await page.getByLabel('Who does the work').fill('ann@example.org');
  await page.getByLabel('Title').fill('A logo for the bakery');
  await page.getByLabel('What is delivered').fill('Sketches');
  await page.getByLabel('Amount').fill('500');
  await pressToStay(page, 'Add another milestone', 'Milestone 2');
  await page.getByLabel('What is delivered').nth(1).fill('Final files');
  await page.getByLabel('Amount').nth(1).fill('300');
  await page.getByLabel('Currency').selectOption('USD');
  await pressToStay(page, /^Look at/, 'This page is a promise');
  await press(page, /^Send the offer/);
  assert.match(await says(page), /Ann Lovas has until Tuesday, 1 December to answer/);
  await page.goto(page.url().split('?')[0] ?? '');
  await ann.page.goto(page.url());
  await follow(ann.page, /^Answer with other terms/);
  await ann.page.getByLabel('Amount').first().fill('520');
  await pressToStay(ann.page, /^Look at/, 'This page is a promise');
  await press(ann.page, /^Answer with other terms/);
  await page.reload();
  assert.match(await says(page), /answered the offer with other terms, \$820\.00/);
  await follow(page, /^Accept the counter-offer/);
  await press(page, /^Accept the counter-offer/);
  assert.match(await says(page), /waits for you to fund it with \$520\.00/);
}

async function reviewed(site: TestSite, ben: Window, ann: Window): Promise<void> {
  const { page } = ben;
  await follow(page, /^Fund “Sketches”/);
  await press(page, 'Hold $520.00 for the milestone');
  await ann.page.goto(page.url().split('?')[0] ?? '');
  await follow(ann.page, /^Submit “Sketches”/);
  await ann.page.getByLabel('What you deliver').fill('Three of them.');
  await press(ann.page, /^Submit work/);
  await site.passes('P3D');
  await page.reload();
  assert.match(await says(page), /You are reviewing “Sketches”, \$520\.00/);
  await follow(page, /^Ask for changes/);
  await page.getByLabel('What has to change').fill('The second one, in one colour.');
  await press(page, /^Ask for changes/);
  await ann.page.reload();
  await follow(ann.page, /^Submit “Sketches”/);
  await press(ann.page, /^Submit work/);
  await page.reload();
  await follow(page, /^Release a payment for “Sketches”/);
  await page.getByText('A part').click();
  await page.getByLabel(/^Amount in USD/).fill('400');
  await pressToStay(page, 'Work it out again', 'You release $400.00');
  assert.match(
    await says(page),
    /Ann Lovas gets \$360\.00 after the 10% fee\. The other \$120\.00/,
  );
  await press(page, 'Release $400.00');
  assert.match(await page.locator('.toast').innerText(), /You released \$400\.00/);
}

async function ended(site: TestSite, ben: Window, ann: Window): Promise<void> {
  const { page } = ben;
  await follow(page, /^End the contract/);
  for (const star of ['Skills', 'Quality of the work', 'Availability', 'Communication']) {
    await rate(page, star, 4);
  }
  await page.getByLabel('What others may read').fill('Good sketches, and then we stopped.');
  const button = 'End the contract and ask for $120.00 back';
  await pressToStay(page, button, '2 things to put right');
  assert.equal(await page.getByLabel('What others may read').inputValue(), written);
  await rate(page, 'Keeping deadlines', 5);
  await rate(page, 'Cooperation', 5);
  await press(page, button);
  assert.match(
    await says(page),
    /until Friday, 4 December to answer your request for \$120\.00 back/,
  );
  await ann.page.reload();
  assert.equal(await ann.page.getByText(written).count(), 0);
  await site.passes('P7D');
  await page.reload();
  assert.match(await says(page), /The contract ended on Friday, 27 November; \$400\.00 was paid/);
  await ann.page.reload();
  await follow(ann.page, /^Give feedback/);
  for (const star of [...stars]) await rate(ann.page, star, 5);
  await press(ann.page, /^Give feedback/);
  assert.equal(await ann.page.getByText(written).count(), 1);
}

const written = 'Good sketches, and then we stopped.';
const stars = [
  'Skills',
  'Quality of the work',
  'Availability',
  'Keeping deadlines',
  'Communication',
  'Cooperation',
];

async function rate(page: Page, star: string, number: number): Promise<void> {
  await page.getByRole('group', { name: star }).getByLabel(String(number)).check();
}
