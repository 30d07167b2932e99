// Every page of a contract, looked at: in both schemes, on a phone and on a desk, by axe, and at
// 320 px. The screenshots stay below the temporary directory, for people to look at.
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

/** A name of forty letters without a space, as a title may have. */
const long = 'Unabhängigkeitserklärungsurkundenrahmenhalter';

describe('the pages of a contract', () => {
  let browser: Browser;
  let site: TestSite;
  let pages: readonly (readonly [name: string, who: Handle, path: string])[];

  before(async () => {
    mkdirSync(shots, { recursive: true });
    [browser, site] = await Promise.all([launchChromium(), openSite()]);
    pages = await world(site);
  });
  after(async () => {
    await site.close();
    await browser.close();
  });

  for (const [width, scheme] of [
    [375, 'dark'],
    [1280, 'light'],
  ] as const) {
    test(`shut nobody out at ${width} px, ${scheme}`, async () => {
      const found: string[] = [];
      await each({ width, scheme }, async (page, name) => {
        const path = join(shots, `contract-${name}-${width}-${scheme}.png`);
        await page.screenshot({ path, fullPage: true });
        for (const one of await violations(page)) found.push(`${name}: ${one}`);
      });
      assert.deepEqual(found, []);
    });
  }

  test('cut nothing off at 320 px', async () => {
    const found: string[] = [];
    await each({ width: 320 }, async (page, name) => {
      for (const one of await overflowing(page)) found.push(`${name}: ${one}`);
    });
    assert.deepEqual(found, []);
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

/** Contracts at different moments, and the pages to look at. */
async function world(site: TestSite) {
  const milestones = [
    { id: 'sketches', title: 'Sketches', amount: '500.00', due: due('2026-12-01') },
    { id: 'final', title: long, amount: '300.00', due: due('2026-12-20') },
  ];
  const begun = async () => {
    const contract = await site.offers({ milestones });
    await site.does('ann', contract, { type: 'accept_offer' });
    await site.does('ben', contract, { type: 'fund_milestone', milestone: 'sketches' });
    return contract;
  };
  const onSketches = { milestone: 'sketches' };
  const offer = await site.offers({ milestones });
  const countered = await site.offers({ milestones });
  await site.does('ann', countered, {
    type: 'counter_offer',
    milestones: [{ id: 'all', title: 'All of it', amount: '900.00' }],
    note: 'In one piece.',
  });
  const review = await begun();
  const note = 'Three of them; the second is mine.';
  await site.does('ann', review, { type: 'submit_work', ...onSketches, note });
  await site.does('ann', review, { type: 'ask_clarification', question: 'Which printer?' });
  const ended = await begun();
  const stars = { skills: 4, quality: 4, availability: 2, deadlines: 3 };
  const feedback = { stars: { ...stars, communication: 2, cooperation: 3 }, comment: 'Late.' };
  await site.does('ben', ended, {
    ...{ type: 'end_contract', reason: 'work_not_delivered', release: '200', feedback },
  });
  const over = await begun();
  await site.does('ann', over, { type: 'end_contract', reason: 'other', feedback });
  await site.does('ben', over, { type: 'give_feedback', ...feedback });
  const change = await site.offers({ milestones });
  await site.does('ann', change, { type: 'accept_offer' });
  await site.does('ann', change, {
    ...{ type: 'propose_change', milestones: [{ id: 'final', amount: '350.00' }] },
  });
  await site.does('ben', change, { type: 'propose_cancel', note: 'The shop closes.' });
  const at = (contract: string, rest = '') => `/contracts/${contract}${rest}`;
  return [
    ['offer-freelancer', 'ann', at(offer)],
    ['offer-client', 'ben', at(offer)],
    ['offer-accept', 'ann', at(offer, '/do/accept_offer')],
    ['offer-decline', 'ann', at(offer, '/do/decline_offer')],
    ['offer-new', 'ben', '/offers/new'],
    ['offer-revise', 'ben', at(offer, '/revise')],
    ['offer-counter', 'ann', at(offer, '/counter')],
    ['countered-client', 'ben', at(countered)],
    ['countered-accept', 'ben', at(countered, '/do/accept_counter')],
    ['review-client', 'ben', at(review)],
    ['review-freelancer', 'ann', at(review)],
    ['review-release', 'ben', at(review, '/do/release_payment?milestone=sketches&amount=200')],
    ['review-changes', 'ben', at(review, '/do/request_changes')],
    ['review-answer', 'ben', at(review, '/do/answer_clarification')],
    ['review-end-client', 'ben', at(review, '/do/end_contract')],
    ['review-end-freelancer', 'ann', at(review, '/do/end_contract')],
    ['review-cancel', 'ann', at(review, '/do/propose_cancel?to_freelancer=100')],
    ['review-change', 'ben', at(review, '/do/propose_change')],
    ['review-fund', 'ben', at(review, '/do/fund_milestone?milestone=final')],
    ['ended-client', 'ben', at(ended)],
    ['ended-freelancer', 'ann', at(ended)],
    ['ended-approve', 'ann', at(ended, '/do/approve_escrow_refund')],
    ['ended-feedback', 'ann', at(ended, '/do/give_feedback')],
    ['over', 'ann', at(over)],
    ['change-client', 'ben', at(change)],
    ['change-accept', 'ben', at(change, '/do/accept_change')],
    ['change-cancel-accept', 'ann', at(change, '/do/accept_cancel')],
    ['change-which', 'ben', at(change, '/do/fund_milestone')],
    ['terms', 'ann', at(review, '/terms')],
    ['history', 'ann', at(review, '/history')],
  ] as const;
}
