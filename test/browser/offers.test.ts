// Offers in a real browser, with and without JavaScript: written in rows, put right, looked at,
// sent, answered with other terms, changed. Nothing that was typed is lost on the way, nobody is
// shut out, and the numbers that are promised are those that happen.
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
type Look = Parameters<TestSite['windowOf']>[2];

describe('offers in a browser', () => {
  let browser: Browser;
  let site: TestSite;

  before(async () => {
    mkdirSync(shots, { recursive: true });
    [browser, site] = await Promise.all([launchChromium(), openSite()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  async function open(who: Handle, path: string, look: Look = {}): Promise<[Page, string[]]> {
    const page = await (await site.windowOf(browser, who, look)).newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${site.origin}${path}`);
    return [page, complaints];
  }

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript';

    test(`an offer of three rows is written, put right and sent ${how}`, async () => {
      const [page, complaints] = await open('ben', '/offers/new', { javaScript });
      await page.fill('#to', 'ann@example.org');
      await page.fill('#title', 'Website redesign');
      await page.fill('#scope', 'Five pages.\nNot the shop.');
      await fillRow(page, 0, 'Logo', '400', '2026-12-12');
      await addRow(page, 1);
      await fillRow(page, 1, 'Wireframes', '4.00', '2026-12-01');
      await addRow(page, 2);
      await fillRow(page, 2, 'Handover', '$200.00', '');
      await page.getByRole('button', { name: 'Move up milestone 2' }).click();
      await hasValue(page, '#milestone-0-title', 'Wireframes');
      await page.getByRole('button', { name: 'Move down milestone 1' }).click();
      await hasValue(page, '#milestone-1-title', 'Wireframes');

      await look(page, 'Look at the offer');
      await page.locator('.problem').waitFor();
      const link = page.locator('.problem a');
      assert.equal(await link.textContent(), 'Milestone 2: Enter $5.00 or more.');
      assert.equal(await link.getAttribute('href'), '#milestone-1-amount');
      assert.equal(await page.getAttribute('#milestone-1-amount', 'aria-invalid'), 'true');
      await hasValue(page, '#milestone-1-amount', '4.00');
      await hasValue(page, '#milestone-2-amount', '$200.00');
      await hasValue(page, '#milestone-0-due', '2026-12-12');
      await hasValue(page, '#to', 'ann@example.org');
      await hasValue(page, '#scope', 'Five pages.\nNot the shop.');

      await page.fill('#milestone-1-amount', '600');
      await look(page, 'Work it out');
      await page.locator('[data-worked=yes]').waitFor();
      assert.deepEqual(await sums(page.locator('aside')), [
        ...['You pay now 0.00', 'You pay in all 1,200.00'],
        ...['Platform fee 10% −120.00', 'Ann L. receives 1,080.00'],
      ]);
      assert.equal(await page.locator('.state').textContent(), inThree);

      await look(page, 'Look at the offer');
      await page.locator('#decide').waitFor();
      const says = await page.locator('main').innerText();
      for (const text of ['Wireframes', 'Not the shop.', '$1,200.00', ':20 UTC · in 7 days']) {
        assert.ok(says.includes(text), text);
      }
      await page.getByRole('button', { name: 'Change the offer' }).click();
      await hasValue(page, '#milestone-2-title', 'Handover');
      await look(page, 'Look at the offer');
      await page.getByRole('button', { name: 'Send the offer of $1,200.00 to Ann L.' }).click();
      await page.waitForURL('**/contracts/ctr_*');
      assert.match(await page.locator('.state').innerText(), /Ann Lovas has until .* \$1,200\.00/);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });

    test(`an offer is answered with other terms, and changed, ${how}`, async () => {
      const contract = await site.offers();
      const [ann, complaints] = await open('ann', `/contracts/${contract}/counter`, { javaScript });
      await look(ann, 'Look at the answer');
      await ann.getByText('These are the terms of the offer').waitFor();
      await ann.fill('#milestone-1-amount', '420.50');
      await ann.fill('#note', 'Print files take longer.');
      await look(ann, 'Look at the answer');
      await ann.locator('#decide').waitFor();
      assert.equal(
        await ann.locator('.state').textContent(),
        'You ask for $920.50 instead of $800.00.',
      );
      assert.deepEqual(await cells(ann, '.effects tbody tr:has(.moved)'), [
        ['2 Final files', '300.00', '420.50'],
      ]);
      await ann.getByRole('button', { name: 'Answer with other terms, $920.50' }).click();
      await ann.waitForURL(`**/contracts/${contract}*`);

      const revise = `/contracts/${contract}/revise?with=counter`;
      const [ben, more] = await open('ben', revise, { javaScript });
      await hasValue(ben, '#milestone-1-amount', '420.50');
      await ben.fill('#milestone-1-amount', '400');
      await ben.getByText('Hold the money for the first milestone now').click();
      await site.passes('PT1H');
      await look(ben, 'Look at the changes');
      await ben.locator('#decide').waitFor();
      await ben.getByText('These no longer count').waitFor();
      const button = 'Hold $500.00 and change the offer to $900.00';
      await ben.getByRole('button', { name: button }).click();
      await ben.waitForURL(`**/contracts/${contract}*`);
      assert.match(await ben.locator('.state').innerText(), /your offer of \$900\.00/);
      assert.deepEqual([...complaints, ...more], []);
      await ann.context().close();
      await ben.context().close();
    });
  }

  test('the total and the numbers beside it follow what is typed', async () => {
    const [page] = await open('ben', '/offers/new?to=ann@example.org&title=Logo');
    await fillRow(page, 0, 'Sketches', '5000', '');
    await page.selectOption('#currency', 'JPY');
    assert.equal(await page.locator('output').textContent(), '¥5,000');
    await look(page, 'Work it out');
    await page.locator('[data-worked=yes]').waitFor();
    assert.equal(await page.locator('[data-changed]').isVisible(), false);
    await page.fill('#milestone-0-amount', '700');
    assert.equal(await page.locator('[data-changed]').isVisible(), true);
    await page.context().close();
  });

  test('a promise that no longer holds sends nothing, and shows the new numbers', async () => {
    const contract = await site.offers();
    const [ben] = await open('ben', `/contracts/${contract}/revise`);
    await ben.fill('#milestone-0-amount', '650');
    await look(ben, 'Look at the changes');
    await ben.locator('#decide').waitFor();
    await site.passes('PT2H');
    await ben.getByRole('button', { name: 'Change the offer to $950.00' }).click();
    await ben.getByText(/^Nothing was changed/).waitFor();
    await ben.getByRole('button', { name: 'Change the offer to $950.00' }).click();
    await ben.waitForURL(`**/contracts/${contract}*`);
    await ben.context().close();
  });

  test('money that nobody can be charged for is a mistake at its tick', async () => {
    const [page] = await open('cleo', '/offers/new?to=ann@example.org&title=Logo');
    await fillRow(page, 0, 'Sketches', '500', '');
    await page.getByText('Hold the money for the first milestone now').click();
    await look(page, 'Look at the offer');
    await page.locator('.problem a[href="#fund_first"]').waitFor();
    assert.match(await page.locator('.problem').innerText(), /\$500\.00 is needed/);
    assert.equal(await page.isChecked('#fund_first'), true);
    await page.context().close();
  });

  test('an offer can be made again like an earlier one of one’s own, and of nobody else', async () => {
    const contract = await site.offers();
    const [ben] = await open('ben', `/offers/new?like=${contract}`);
    assert.match(await ben.locator('main').innerText(), /Ann L\.[\s\S]*Somebody else/);
    await hasValue(ben, '#milestone-1-title', 'Final files');
    await look(ben, 'Somebody else');
    await hasValue(ben, '#to', '');
    await hasValue(ben, '#milestone-1-amount', '300.00');
    const [cleo] = await open('cleo', `/offers/new?like=${contract}`);
    assert.match(await cleo.locator('main').innerText(), /There is nothing here that you can see/);
    const [stranger] = await open('cleo', `/contracts/${contract}/revise`);
    assert.match(await stranger.locator('main').innerText(), /There is nothing here/);
    const [ann] = await open('ann', `/contracts/${contract}/revise`);
    assert.match(await ann.locator('main').innerText(), /Only Ben Adeyo decides this|nothing here/);
    const [freelancer] = await open('ann', '/offers/new');
    assert.match(await freelancer.locator('main').innerText(), /Clients make offers/);
    for (const page of [ben, cleo, stranger, ann, freelancer]) await page.context().close();
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`everybody can use the pages of offers, in ${scheme}`, async () => {
      for (const width of [320, 1280]) {
        for (const [name, pages] of await everyPage({ scheme, width })) {
          await pages.screenshot({
            path: join(shots, `offers-${name}-${width}-${scheme}.png`),
            fullPage: true,
          });
          assert.deepEqual(await violations(pages), [], name);
          assert.deepEqual(await overflowing(pages), [], name);
          await pages.context().close();
        }
      }
    });
  }

  /** The form, its mistakes, its numbers, and the three pages on which one decides. */
  async function everyPage(as: NonNullable<Look>): Promise<[string, Page][]> {
    const contract = await site.offers();
    const [empty] = await open('ben', '/offers/new', as);
    await look(empty, 'Look at the offer');
    await empty.locator('.problem').waitFor();
    const [sending] = await open('ben', `/offers/new?like=${contract}`, as);
    const [form] = await open('ben', `/offers/new?like=${contract}`, as);
    await look(sending, 'Look at the offer');
    await sending.locator('#decide').waitFor();
    const [revising] = await open('ben', `/contracts/${contract}/revise`, as);
    await revising.fill('#milestone-0-amount', '123456789.50');
    await revising.fill(
      '#scope',
      'A mark that works in one colour.\nDonaudampfschifffahrt'.repeat(3),
    );
    await revising.getByRole('button', { name: 'Move up milestone 2' }).click();
    await look(revising, 'Look at the changes');
    await revising.locator('#decide').waitFor();
    const [answering] = await open('ann', `/contracts/${contract}/counter`, as);
    await answering.fill('#milestone-0-amount', '510');
    await look(answering, 'Look at the answer');
    await answering.locator('#decide').waitFor();
    const [refused] = await open('ann', `/contracts/${contract}/revise`, as);
    return [
      ['mistakes', empty],
      ['form', form],
      ['sending', sending],
      ['revising', revising],
      ['answering', answering],
      ['refused', refused],
    ];
  }
});

const inThree = 'You offer Ann L. $1,200.00 in 3 milestones.';

async function addRow(page: Page, index: number): Promise<void> {
  await page.getByRole('button', { name: 'Add another milestone' }).click();
  await page.locator(`#milestone-${index}-title`).waitFor();
}

async function fillRow(
  page: Page,
  index: number,
  title: string,
  amount: string,
  due: string,
): Promise<void> {
  await page.fill(`#milestone-${index}-title`, title);
  await page.fill(`#milestone-${index}-amount`, amount);
  await page.fill(`#milestone-${index}-due`, due);
}

async function look(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).last().click();
}

/** Waits for the answer of the server where there is one. */
async function hasValue(page: Page, selector: string, value: string): Promise<void> {
  await page.waitForFunction(
    ([at, wanted]) => {
      const field = document.querySelector(at ?? '');
      return field !== null && 'value' in field && field.value === wanted;
    },
    [selector, value] as const,
    { timeout: 10_000 },
  );
}

async function sums(within: ReturnType<Page['locator']>): Promise<string[]> {
  const rows = await within.locator('.sums tr').allInnerTexts();
  return rows.map((row) => row.replaceAll(/\s+/g, ' ').trim());
}

async function cells(page: Page, rows: string): Promise<string[][]> {
  const found = await page.locator(rows).all();
  return Promise.all(
    found.map(async (row) => {
      const texts = await row.locator('th, td').allInnerTexts();
      return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
    }),
  );
}
