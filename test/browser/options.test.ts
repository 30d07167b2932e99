// "What can I do?" as people see it: looked at in both schemes, on a phone and a desk, by axe and
// at 320 px; every road leads to its confirm page, with and without JavaScript.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { complaintsOf, overflowing, violations } from './seen-in-browser.ts';
import { type Handle, type Look, openSite, type TestSite } from './site.ts';

const shots = join(tmpdir(), 'endwell-screenshots');
const due = (day: string) => Temporal.Instant.from(`${day}T00:00Z`);
const onSketches = { milestone: 'sketches' };
const stars = { skills: 5, quality: 5, availability: 5, deadlines: 4 };
const feedback = { stars: { ...stars, communication: 4, cooperation: 5 } };

describe('what can I do', () => {
  let browser: Browser;
  let site: TestSite;
  let pages: readonly (readonly [name: string, who: Handle, path: string])[];
  let review = '';

  before(async () => {
    mkdirSync(shots, { recursive: true });
    [browser, site] = await Promise.all([launchChromium(), openSite()]);
    const begun = async () => {
      const milestones = [
        { id: 'sketches', title: 'Sketches', amount: '500.00', due: due('2026-12-01') },
        { id: 'final', title: 'Final files', amount: '300.00', due: due('2026-12-20') },
      ];
      const contract = await site.offers({ milestones });
      await site.does('ann', contract, { type: 'accept_offer' });
      await site.does('ben', contract, { type: 'fund_milestone', ...onSketches });
      return contract;
    };
    const soon = await begun();
    review = await begun();
    await site.does('ann', review, { type: 'submit_work', ...onSketches });
    const ended = await begun();
    const end = { type: 'end_contract', reason: 'quality', release: '200', feedback } as const;
    await site.does('ben', ended, end);
    const disputed = await begun();
    await site.does('ben', disputed, end);
    await site.does('ann', disputed, { type: 'dispute_escrow_refund', statement: 'It is done.' });
    const over = await begun();
    await site.does('ben', over, { type: 'release_payment', ...onSketches });
    await site.does('ann', over, { type: 'end_contract', reason: 'completed', feedback });
    const at = (contract: string, rest = '/options') => `/contracts/${contract}${rest}`;
    pages = [
      ['soon-client', 'ben', at(soon)],
      ['soon-freelancer', 'ann', at(soon)],
      ['review-client', 'ben', at(review)],
      ['review-freelancer', 'ann', at(review)],
      ['review-room', 'ben', at(review, '')],
      ['ended-freelancer', 'ann', at(ended)],
      ['disputed-client', 'ben', at(disputed)],
      ['over-client', 'ben', at(over)],
      ['over-freelancer', 'ann', at(over)],
    ];
  });
  after(async () => {
    await site.close();
    await browser.close();
  });

  for (const [width, scheme] of [
    [375, 'dark'],
    [1280, 'light'],
  ] as const) {
    test(`shuts nobody out at ${width} px, ${scheme}`, async () => {
      const found: string[] = [];
      await each({ width, scheme }, async (page, name) => {
        const path = join(shots, `options-${name}-${width}-${scheme}.png`);
        await page.screenshot({ path, fullPage: true });
        for (const one of await violations(page)) found.push(`${name}: ${one}`);
      });
      assert.deepEqual(found, []);
    });
  }

  test('cuts nothing off at 320 px', async () => {
    const found: string[] = [];
    await each({ width: 320 }, async (page, name) => {
      for (const one of await overflowing(page)) found.push(`${name}: ${one}`);
    });
    assert.deepEqual(found, []);
  });

  for (const javaScript of [true, false]) {
    test(`a road leads to what it said, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const context = await site.windowOf(browser, 'ben', { javaScript });
      const page = await context.newPage();
      await page.goto(`${site.origin}/contracts/${review}/options`);
      const card = page.locator('#road-part_release');
      assert.match(await card.innerText(), /\$250\.00 is paid to Ann Lovas, who gets \$225\.00/);
      await card.getByText('Everything that follows').click();
      assert.match(await card.innerText(), /Worked out for \$250\.00, as an example/);
      await card.getByRole('link', { name: /^Pay a part/ }).click();
      await page.getByRole('button', { name: 'Release $250.00' }).waitFor();
      await context.close();
    });
  }

  test('every road of every page leads somewhere', async () => {
    const links = new Set<string>();
    for (const who of ['ben', 'ann'] as const) {
      const context = await site.windowOf(browser, who);
      const page = await context.newPage();
      for (const [, , path] of pages.filter(([, one]) => one === who)) {
        await page.goto(`${site.origin}${path}`);
        const found = await page
          .locator('.roads h3 a')
          .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
        for (const href of found) {
          if (links.has(href)) continue;
          links.add(href);
          const answer = await page.request.get(href);
          assert.equal(answer.status(), 200, href);
        }
      }
      await context.close();
    }
    assert.ok(links.size > 20, `${links.size} roads`);
  });

  /** Opens every page once, as the one who is to see it; none may complain. */
  async function each(look: Look, see: (page: Page, name: string) => Promise<void>): Promise<void> {
    for (const who of ['ben', 'ann'] as const) {
      const context = await site.windowOf(browser, who, look);
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      for (const [name, , path] of pages.filter(([, one]) => one === who)) {
        const answer = await page.goto(`${site.origin}${path}`);
        assert.equal(answer?.status(), 200, name);
        await see(page, name);
      }
      assert.deepEqual(complaints, []);
      await context.close();
    }
  }
});
