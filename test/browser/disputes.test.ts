// The roads of people who do not agree, in a real browser, with and without a script: from the end
// of a contract over a dispute and a mediator to a recommendation that both accept; money asked for
// and given beside the plan; feedback that is answered, changed and flagged; and forms that lose
// nothing when something in them is wrong.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { complaintsOf, overflowing, violations } from './seen-in-browser.ts';
import { type Handle, openSite, type TestSite } from './site.ts';

const six = ['skills', 'quality', 'availability', 'deadlines', 'communication', 'cooperation'];
const stars = Object.fromEntries(six.map((name) => [name, 4]));
const statement = 'The sketches came on the day that was agreed.';

describe('people who do not agree', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
  });

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript';
    const onSite = (walk: (site: TestSite, open: Opener) => Promise<void>) => async () => {
      const site = await openSite();
      const complaints: string[][] = [];
      const open: Opener = async (who) => {
        const context = await site.windowOf(browser, who, { javaScript });
        const page = await context.newPage();
        complaints.push(complaintsOf(page));
        return page;
      };
      try {
        await walk(site, open);
        assert.deepEqual(complaints.flat(), []);
      } finally {
        await site.close();
      }
    };
    test(`a dispute goes to a recommendation that both accept ${how}`, onSite(disputed));
    test(`money is asked for and given beside the plan ${how}`, onSite(beside));
    test(`feedback is answered, changed and flagged ${how}`, onSite(reviewed));
    test(`forms with mistakes lose nothing ${how}`, onSite(mistaken));
  }

  test('every page of a dispute is open to everybody, wide and narrow', async () => {
    const site = await openSite();
    try {
      const contract = await recommendedOn(site);
      const pages: readonly (readonly [Handle, string])[] = [
        ['ben', `/contracts/${contract}`],
        ['ben', `/contracts/${contract}/messages`],
        ['ann', `/contracts/${contract}/do/accept_recommendation`],
        ['ann', `/contracts/${contract}/do/offer_settlement`],
        ['mia', '/cases'],
        ['mia', `/cases/${contract}/dsp_1`],
        ['mo', '/reported'],
      ];
      for (const [who, path] of pages) {
        for (const [width, scheme] of [
          [1280, 'light'],
          [375, 'dark'],
        ] as const) {
          const context = await site.windowOf(browser, who, { width, scheme });
          const page = await context.newPage();
          await page.goto(site.origin + path);
          assert.deepEqual(await violations(page), [], `${path} at ${width}`);
          assert.deepEqual(await overflowing(page), [], `${path} at ${width}`);
          await context.close();
        }
      }
    } finally {
      await site.close();
    }
  });

  test('for whoever is no mediator and no moderator there is no desk', async () => {
    const site = await openSite();
    try {
      const contract = await recommendedOn(site);
      for (const [who, path] of [
        ['ben', '/cases'],
        ['ben', `/cases/${contract}/dsp_1`],
        ['max', `/cases/${contract}/dsp_1`],
        ['max', `/contracts/${contract}`],
        ['mia', '/reported'],
        ['mo', '/cases'],
      ] as const) {
        const page = await (await site.windowOf(browser, who)).newPage();
        const answer = await page.goto(site.origin + path);
        assert.equal(answer?.status(), 404, `${who} at ${path}`);
      }
    } finally {
      await site.close();
    }
  });
});

type Opener = (who: Handle) => Promise<Page>;

const says = (page: Page) => page.locator('.head .state').innerText();

async function press(page: Page, name: string | RegExp): Promise<void> {
  const before = page.url();
  await page.getByRole('button', { name }).click();
  await page.waitForURL((url) => url.href !== before);
  await page.waitForLoadState('networkidle');
}

async function pressToStay(page: Page, name: string | RegExp, shows: string): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.getByText(shows).first().waitFor();
}

async function endedOn(site: TestSite): Promise<string> {
  const contract = await site.offers();
  await site.does('ann', contract, { type: 'accept_offer' });
  await site.does('ben', contract, { type: 'fund_milestone', milestone: 'sketches' });
  await site.passes('PT1M');
  const feedback = { stars };
  const fields = { reason: 'quality', release: '200.00', feedback };
  await site.does('ben', contract, { type: 'end_contract', ...fields });
  return contract;
}

async function recommendedOn(site: TestSite): Promise<string> {
  const contract = await endedOn(site);
  await site.does('ann', contract, { type: 'dispute_escrow_refund', statement });
  await site.does('ben', contract, { type: 'answer_dispute', answer: 'contest' });
  await site.does('ann', contract, { type: 'submit_evidence', note: 'The mail of that day.' });
  await site.does('ann', contract, { type: 'offer_settlement', to_freelancer: '250.00' });
  await site.does('mia', contract, { type: 'take_case' });
  const split = { to_freelancer: '180.00', note: 'Two of three.' };
  await site.does('mia', contract, { type: 'recommend_split', ...split });
  return contract;
}

async function disputed(site: TestSite, open: Opener): Promise<void> {
  const contract = await endedOn(site);
  const room = `${site.origin}/contracts/${contract}`;
  const [ann, ben, mia] = [await open('ann'), await open('ben'), await open('mia')];
  await ann.goto(`${room}/do/dispute_escrow_refund`);
  await ann.getByLabel('What you did, and why it is owed').fill(statement);
  await press(ann, /^Dispute/);
  assert.match(await ann.locator('main').innerText(), /\$300\.00/);
  await ben.goto(`${room}/do/answer_dispute`);
  assert.equal(await ben.getByText(statement).count(), 1);
  await ben.getByLabel('Your side of it').fill('Two of the three were unusable.');
  await press(ben, /contest|answer/i);
  await ann.goto(`${room}/do/submit_evidence`);
  await ann.getByLabel('What it shows').fill('The mail of that day.');
  const file = { name: 'mail.txt', mimeType: 'text/plain', buffer: Buffer.from('Here they are.') };
  await ann.getByLabel('Choose files').setInputFiles(file);
  await press(ann, /^Submit evidence/);
  assert.match(await ann.locator('.evidence').innerText(), /mail\.txt[\s\S]*sha256 [0-9a-f]{64}/);
  await mia.goto(`${site.origin}/cases`);
  assert.equal(await mia.getByText('Ann Lovas').count(), 0);
  await mia.getByRole('link', { name: /Money held, \$300\.00/ }).click();
  await mia.waitForURL(/dsp_1/);
  assert.equal(await mia.getByText(statement).count(), 0);
  await mia.getByRole('button', { name: 'Take the case' }).click();
  await mia.getByText(statement).first().waitFor();
  await mia.goto(`${room}/do/recommend_split?dispute=dsp_1`);
  await mia.getByLabel(/^How much of it goes to Ann/).fill('180');
  await mia.getByLabel('Why').fill('Two of three sketches could be used.');
  await pressToStay(mia, 'Work it out', 'This page is a promise');
  assert.match(await mia.locator('split-sum').innerText(), /180\.00[\s\S]*120\.00[\s\S]*300\.00/);
  await press(mia, /^Recommend/);
  assert.match(mia.url(), /\/cases\//);
  for (const page of [ben, ann]) {
    await page.goto(`${room}/do/accept_recommendation`);
    await press(page, /^Accept/);
  }
  assert.match(await ann.locator('#disputes-over ~ details').innerText(), /\$180\.00 to you/);
}

async function beside(site: TestSite, open: Opener): Promise<void> {
  const contract = await endedOn(site);
  await site.does('ann', contract, { type: 'approve_escrow_refund' });
  const room = `${site.origin}/contracts/${contract}`;
  const [ann, ben] = [await open('ann'), await open('ben')];
  await ann.goto(`${room}/do/request_payment`);
  await ann.getByLabel('Amount in USD').fill('80');
  await ann.getByLabel('What it is for').fill('The fourth sketch.');
  await pressToStay(ann, 'Look at what it does', 'This page is a promise');
  await press(ann, /^Ask/);
  await ben.goto(room);
  await ben.getByRole('link', { name: 'Pay $80.00…' }).click();
  await ben.waitForURL(/pay_bonus/);
  await press(ben, /^Pay \$80\.00/);
  assert.match(await ben.locator('aside').innerText(), /Paid beside the plan\s+80\.00/);
  await ben.goto(`${room}/do/request_refund`);
  await ben.getByLabel('Amount in USD').fill('50');
  await ben.getByLabel('Why it should come back').fill('One was never usable.');
  await pressToStay(ben, 'Look at what it does', 'This page is a promise');
  await press(ben, /^Ask/);
  await ann.goto(`${room}/do/give_refund`);
  await press(ann, 'Give $50.00 back');
  assert.match(await ann.locator('aside').innerText(), /Refunded of what was paid\s+−50\.00/);
  await ann.goto(`${room}/messages`);
  await ann.getByLabel('Your message').fill('That is settled, then.');
  await ann.getByRole('button', { name: 'Send the message' }).click();
  await ann.locator('.talk').getByText('That is settled, then.').waitFor();
}

async function reviewed(site: TestSite, open: Opener): Promise<void> {
  const contract = await endedOn(site);
  await site.does('ann', contract, { type: 'give_feedback', stars, comment: 'Never answered.' });
  const room = `${site.origin}/contracts/${contract}`;
  const [ann, ben, mo] = [await open('ann'), await open('ben'), await open('mo')];
  await ben.goto(`${room}/do/respond_to_feedback`);
  await ben.getByLabel('Your answer').fill('I answered every mail.');
  await press(ben, /^Respond/);
  await ben.goto(`${room}/do/allow_feedback_change`);
  await press(ben, /^Allow/);
  await ann.goto(`${room}/do/change_feedback`);
  for (const group of await ann.locator('fieldset.scale').all())
    await group.getByLabel('5').check();
  await ann.getByLabel('What others may read').fill('Answered late.');
  await press(ann, /^Change/);
  await ben.goto(`${room}/do/report_feedback`);
  await ben.getByLabel('What is wrong with it').fill('It is not so.');
  await press(ben, /^Report/);
  await mo.goto(`${site.origin}/reported`);
  await pressToStay(mo, /^Flag it/, 'Say why it does not count');
  await mo.getByLabel('Why it does not count').fill('It is about something else.');
  await mo.getByRole('button', { name: /^Flag it/ }).click();
  await mo.getByText(/^Flagged on/).waitFor();
  await ben.goto(room);
  const given = await ben.locator('section[aria-labelledby="feedback-given"]').innerText();
  assert.match(
    given,
    /A moderator flagged it, and it does not count: It is about something else\./,
  );
  assert.match(given, /Answered late\.[\s\S]*/);
  assert.match(given, /I answered every mail\./);
}

async function mistaken(site: TestSite, open: Opener): Promise<void> {
  const contract = await endedOn(site);
  const room = `${site.origin}/contracts/${contract}`;
  const ann = await open('ann');
  await ann.goto(`${room}/do/dispute_escrow_refund`);
  await ann.getByText('A part').click();
  await ann.getByLabel(/^Amount in USD/).fill('300.001');
  const why = ann.getByLabel('What you did, and why it is owed');
  await why.fill(statement);
  await pressToStay(ann, 'Work it out again', 'One thing to put right');
  assert.equal(await why.inputValue(), statement);
  assert.equal(await ann.getByLabel(/^Amount in USD/).inputValue(), '300.001');
  await ann.getByLabel(/^Amount in USD/).fill('100');
  await why.fill(' ');
  await pressToStay(ann, 'Work it out again', 'This page is a promise');
  await pressToStay(ann, /^Dispute/, 'One thing to put right');
  assert.equal(await ann.getByLabel(/^Amount in USD/).inputValue(), '100');
  await why.fill(statement);
  await press(ann, /^Dispute/);
  await ann.goto(`${room}/do/offer_settlement`);
  await ann.getByLabel(/^How much of it goes to you/).fill('100.01');
  await pressToStay(ann, 'Work it out', 'One thing to put right');
  assert.equal(await ann.getByLabel(/^How much of it goes to you/).inputValue(), '100.01');
  await ann.goto(`${room}/messages`);
  await ann.getByRole('button', { name: 'Send the message' }).click();
  await ann.getByText('One thing to put right').waitFor();
  assert.match(await says(ann), /./);
}
