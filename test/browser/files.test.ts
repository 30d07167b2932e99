// Files in the browser, with and without JavaScript: chosen, sent, kept while something else is
// wrong, taken off again, submitted with the work, read by the other side, and part of a bundle
// that holds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { verified } from '../../src/cli/verify/verify.ts';
import { launchChromium } from './chromium.ts';
import { complaintsOf, overflowing, violations } from './seen-in-browser.ts';
import { openSite, type TestSite } from './site.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const sketch = { name: 'Größe “1”.png', mimeType: 'image/png', buffer: png };
const notes = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('In blue.\n') };
const disguised = {
  name: 'logo.png',
  mimeType: 'image/png',
  buffer: Buffer.from('<!doctype html><script>document.title = "run"</script>'),
};

describe('files in a browser', () => {
  let browser: Browser;
  let site: TestSite;

  before(async () => {
    browser = await launchChromium();
    site = await openSite();
  });
  after(async () => {
    await site.close();
    await browser.close();
  });

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript';
    test(`go with submitted work, and nothing is lost on the way, ${how}`, async () => {
      const contract = await funded(site);
      const ann = await (await site.windowOf(browser, 'ann', { javaScript })).newPage();
      const complaints = complaintsOf(ann);
      await submitted(site, ann, contract, javaScript);
      const ben = await (await site.windowOf(browser, 'ben', { javaScript })).newPage();
      await read(site, ben, contract);
      await bundled(site, ben, contract);
      assert.deepEqual(complaints, []);
    });
  }

  for (const width of [375, 1280]) {
    for (const scheme of ['light', 'dark'] as const) {
      test(`the form with files shuts nobody out at ${width}, ${scheme}`, async () => {
        const contract = await funded(site);
        const context = await site.windowOf(browser, 'ann', { width, scheme });
        const page = await context.newPage();
        await page.goto(`${site.origin}/contracts/${contract}/do/submit_work?milestone=sketches`);
        const long = { ...notes, name: `${'Entwurf-der-Bäckerei-'.repeat(8)}.txt` };
        await page.getByLabel('Choose files').setInputFiles([sketch, long, disguised]);
        await page.getByRole('button', { name: /^Submit/ }).click();
        await page.getByText('Sent so far').waitFor();
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(await overflowing(page), []);
      });
    }
  }
});

async function funded(site: TestSite): Promise<string> {
  const contract = await site.offers();
  await site.does('ann', contract, { type: 'accept_offer' });
  await site.does('ben', contract, { type: 'fund_milestone', milestone: 'sketches' });
  return contract;
}

async function submitted(site: TestSite, page: Page, contract: string, javaScript: boolean) {
  await page.goto(`${site.origin}/contracts/${contract}/do/submit_work?milestone=sketches`);
  await page.getByLabel('What you deliver').fill('Three sketches.');
  await page.getByLabel('Choose files').setInputFiles([sketch, notes, disguised]);
  await page.getByRole('button', { name: /^Submit/ }).click();
  await page.getByText('“logo.png” is not what its name says.').first().waitFor();
  assert.equal(await page.getByLabel('What you deliver').inputValue(), 'Three sketches.');
  assert.ok(await page.getByLabel(sketch.name).isChecked());
  assert.ok(await page.getByText('9 bytes').isVisible());
  await page.locator('label', { hasText: 'notes.txt' }).click();
  assert.ok(!(await page.getByLabel('notes.txt').isChecked()));
  const [second] = [{ ...notes, name: 'final.txt', buffer: Buffer.from('In cobalt.\n') }];
  await page.getByLabel('More files').setInputFiles([second]);
  const before = page.url();
  await page.getByRole('button', { name: /^Submit/ }).click();
  await page.waitForURL((url) => url.href !== before);
  if (javaScript) await page.waitForLoadState('networkidle');
  assert.match(page.url(), /\?did=\d+$/);
}

async function read(site: TestSite, page: Page, contract: string): Promise<void> {
  await page.goto(`${site.origin}/contracts/${contract}/history`);
  const links = page.locator('.files a');
  assert.deepEqual(await links.allInnerTexts(), [sketch.name, 'final.txt']);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'final.txt' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'final.txt');
  assert.equal(readFileSync(await download.path(), 'utf8'), 'In cobalt.\n');
  const response = await page.goto(`${site.origin}${await links.first().getAttribute('href')}`);
  assert.equal(response?.headers()['content-type'], 'image/png');
  assert.match(
    response?.headers()['content-security-policy'] ?? '',
    /^default-src 'none'; sandbox$/,
  );
  assert.equal(response?.headers()['x-content-type-options'], 'nosniff');
}

async function bundled(site: TestSite, page: Page, contract: string): Promise<void> {
  await page.goto(`${site.origin}/contracts/${contract}/history`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the bundle' }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^endwell-ctr_[0-9a-z]+-2026-11-24\.zip$/);
  const found = await verified(readFileSync(await download.path()));
  assert.deepEqual(found.differs, []);
}
