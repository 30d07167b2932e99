// The success score in a browser: the number with its explanation for oneself, number and window
// alone for others, what if without JavaScript, and the history to take along.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { isRejection } from '../../src/domain/rejections.ts';
import { launchChromium } from './chromium.ts';
import { complaintsOf, overflowing, violations } from './seen-in-browser.ts';
import { type Handle, openSite, type TestSite } from './site.ts';

const shots = join(tmpdir(), 'endwell-screenshots');
const names = ['skills', 'quality', 'availability', 'deadlines', 'communication', 'cooperation'];
const all = (star: number) => Object.fromEntries(names.map((name) => [name, star]));
const mixed = { ...all(3), skills: 4, quality: 4, deadlines: 4 };

describe('the success score in a browser', () => {
  let browser: Browser;
  let site: TestSite;
  const running: Record<string, string> = {};

  before(async () => {
    mkdirSync(shots, { recursive: true });
    [browser, site] = await Promise.all([launchChromium(), openSite('2025-01-10T09:00:00Z')]);
    await payer('cleo');
    await worked('ben', 'A logo for the bakery', '1020.00', { stars: all(5), lasts: 'PT480H' });
    await site.passes('PT960H');
    await worked('cleo', 'Menu', '640.00', { stars: all(4), lasts: 'PT240H' });
    await site.passes('PT4800H');
    await worked('cleo', 'Spring issue spots', '220.00', { stars: all(2), lasts: 'PT240H' });
    await site.passes('PT480H');
    await worked('ben', 'Annual report', '1450.00', { stars: all(5), lasts: 'PT2400H' });
    await worked('cleo', 'Labels', '240.00', { stars: mixed, lasts: 'PT240H' });
    await site.passes('PT2400H');
    await worked('ben', 'Poster', '300.00', { stars: all(5), lasts: 'PT240H' });
    await silent('cleo', 'Packaging sketch', '80.00');
    await site.passes('PT480H');
    running.sealed = await worked('ben', 'Icon set', '90.00', { stars: all(1), waits: true });
    running.open = await begun('cleo', 'Hedgerow field guide', '1500.00');
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  async function payer(who: Handle): Promise<void> {
    const wallet = { person: site.ids[who], currency: 'USD' };
    const by = { as: 'client', person: site.ids[who] } as const;
    const card = { id: 'card', kind: 'card', label: 'Card ending 4242', token: 'card_ok' };
    for (const command of [
      { type: 'add_payment_method', ...card },
      { type: 'verify_payment_method', method: 'card' },
      { type: 'deposit', amount: '9000.00' },
    ] as const) {
      const key = `score-${command.type}`;
      const answer = await site.engine.execute({ wallet, command, by, key });
      assert.ok(!isRejection(answer));
    }
    await site.passes('PT3S');
  }

  async function begun(who: Handle, title: string, amount: string): Promise<string> {
    const contract = site.engine.newContractId();
    const milestones = [{ id: 'all', title: 'Everything', amount }];
    const terms = { title, kind: 'fixed', currency: 'USD', milestones, fund_first: true };
    await site.does(who, contract, { type: 'send_offer', to: site.ids.ann, ...terms });
    await site.does('ann', contract, { type: 'accept_offer' });
    return contract;
  }

  async function worked(
    who: Handle,
    title: string,
    amount: string,
    how: { stars: object; lasts?: string; waits?: boolean },
  ): Promise<string> {
    const contract = await begun(who, title, amount);
    await site.does(who, contract, { type: 'release_payment', milestone: 'all' });
    await site.passes(how.lasts ?? 'PT24H');
    const feedback = { stars: how.stars };
    await site.does(who, contract, { type: 'end_contract', reason: 'completed', feedback });
    if (how.waits !== true) {
      await site.does('ann', contract, { type: 'give_feedback', stars: all(5) });
    }
    return contract;
  }

  async function silent(who: Handle, title: string, amount: string): Promise<void> {
    const contract = await begun(who, title, amount);
    await site.does(who, contract, { type: 'release_payment', milestone: 'all' });
    const feedback = { stars: all(5) };
    await site.does('ann', contract, { type: 'end_contract', reason: 'completed', feedback });
  }

  async function open(who: Handle, look: Parameters<TestSite['windowOf']>[2] = {}): Promise<Page> {
    return (await site.windowOf(browser, who, look)).newPage();
  }

  async function numberOn(page: Page): Promise<number> {
    const text = await page.locator('.number').innerText();
    return Number(/\d+/.exec(text)?.[0]);
  }

  const scoreOf = (who: Handle) => `${site.origin}/people/${site.ids[who]}/score`;

  for (const [width, scheme] of [
    [320, 'light'],
    [375, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const) {
    test(`everybody can use it in ${scheme} at ${width} px`, async () => {
      for (const [who, whose] of [
        ['ann', 'ann'],
        ['ben', 'ben'],
        ['ben', 'ann'],
      ] as const) {
        const page = await open(who, { width, scheme });
        const complaints = complaintsOf(page);
        await page.goto(scoreOf(whose));
        const name = `score-${whose}-by-${who}-${width}-${scheme}.png`;
        await page.screenshot({ path: join(shots, name), fullPage: true });
        assert.deepEqual(await overflowing(page), [], name);
        assert.deepEqual(await violations(page), [], name);
        assert.deepEqual(complaints, []);
        await page.context().close();
      }
    });
  }

  test('the shares on the page sum to the number on the page', async () => {
    const page = await open('ann');
    await page.goto(scoreOf('ann'));
    const number = await numberOn(page);
    const shares = await page.locator('.shared > span:last-child').allInnerTexts();
    const sum = shares.reduce((one, share) => one + Number(share.replace('−', '-')), 0);
    assert.ok(number > 0);
    assert.equal(sum, number);
    await page.context().close();
  });

  test('what is sealed is left out and not told, and what if answers for every outcome', async () => {
    const page = await open('ann', { javaScript: false });
    await page.goto(scoreOf('ann'));
    const text = await page.locator('main').innerText();
    assert.match(text, /Icon set[\s\S]*feedback not revealed yet/);
    assert.match(text, /Packaging sketch[\s\S]*no feedback/);
    await page.getByLabel('If this contract ends today').selectOption(running.sealed ?? '');
    await page.getByRole('button', { name: 'Show' }).click();
    assert.match(page.url(), /what_if=/);
    const outcomes = await page.locator('.whatif li').allInnerTexts();
    assert.equal(outcomes.length, 4);
    assert.match(outcomes[0] ?? '', /\+\d+[\s\S]*feedback 4\.0 or more/);
    assert.match(outcomes[2] ?? '', /−\d+[\s\S]*feedback below 3\.0/);
    assert.match(outcomes[3] ?? '', /same[\s\S]*no feedback/);
    await page.context().close();
  });

  test('others see the number and its window, and nothing of the contracts behind it', async () => {
    const own = await open('ann');
    await own.goto(scoreOf('ann'));
    const number = await numberOn(own);
    const page = await open('ben');
    await page.goto(scoreOf('ann'));
    const text = await page.locator('main').innerText();
    assert.match(text, new RegExp(`^[\\s\\S]*score of Ann L\\. is ${number} of 100`));
    assert.doesNotMatch(await page.content(), /Menu|Cleo|Icon set|ctr_/);
    const answer = await page.request.get(`${scoreOf('ann')}.json`);
    assert.equal(answer.status(), 404);
    await own.context().close();
    await page.context().close();
  });

  test('whoever is about to end a contract sees how far the own score could go', async () => {
    const page = await open('ann', { javaScript: false });
    await page.goto(`${site.origin}/contracts/${running.open}/do/end_contract`);
    const chapter = page.locator('section', { has: page.locator('#score') });
    await page.screenshot({ path: join(shots, 'score-when-ending.png'), fullPage: true });
    const text = await chapter.innerText();
    assert.match(text, /It is \d+ now\. Feedback about this contract can make it \d+ at best/);
    assert.match(text, /5 stars in everything[\s\S]*no feedback[\s\S]*1 star in everything/);
    await chapter.getByRole('link').click();
    assert.match(page.url(), new RegExp(`${site.ids.ann}/score\\?as=freelancer&what_if=`));
    await page.context().close();
  });

  test('the history can be taken along', async () => {
    const page = await open('ann');
    const answer = await page.request.get(`${scoreOf('ann')}.json?as=freelancer`);
    const document = (await answer.json()) as { format: string; contracts: unknown[] };
    assert.equal(document.format, 'endwell-score-1');
    assert.equal(document.contracts.length, 8);
    await page.context().close();
  });
});
