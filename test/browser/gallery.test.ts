// The parts in a real browser, under the strict content security policy: accessible in light
// and dark, nothing cut off on the narrowest screen, nothing blocked, alive with a script and
// whole without one. Screenshots are kept in a directory below the temporary one for looking at.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { type GalleryServer, serveGallery } from './gallery-server.tsx';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = join(tmpdir(), 'endwell-screenshots');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Look = { width: number; scheme: 'light' | 'dark'; dir?: 'rtl'; path?: string };

describe('the gallery in a browser', () => {
  let browser: Browser;
  let server: GalleryServer;

  before(async () => {
    mkdirSync(shots, { recursive: true });
    [browser, server] = await Promise.all([launchChromium(), serveGallery()]);
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  /** A page whose complaints (blocked by policy, script errors) are collected. */
  async function open(look: Look, javaScriptEnabled = true): Promise<[Page, string[]]> {
    const viewport = { width: look.width, height: 900 };
    const options = { viewport, colorScheme: look.scheme, javaScriptEnabled };
    const page = await (await browser.newContext(options)).newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${server.origin}${look.path ?? '/parts'}${look.dir ? '?dir=rtl' : ''}`);
    return [page, complaints];
  }

  const looks: Look[] = [
    { width: 375, scheme: 'light' },
    { width: 375, scheme: 'dark' },
    { width: 1280, scheme: 'light' },
    { width: 1280, scheme: 'dark' },
    { width: 375, scheme: 'light', path: '/welcome' },
    { width: 1280, scheme: 'dark', path: '/welcome' },
  ];
  for (const look of looks) {
    const name = `${(look.path ?? '/parts').slice(1)}-${look.width}-${look.scheme}`;
    test(`everybody can use ${name}, and the policy blocks nothing`, async () => {
      const [page, complaints] = await open(look);
      await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }

  for (const dir of ['ltr', 'rtl'] as const) {
    test(`nothing is cut off at 320 px, written ${dir}`, async () => {
      const [page] = await open({ width: 320, scheme: 'light', ...(dir === 'rtl' && { dir }) });
      await page.screenshot({ path: join(shots, `parts-320-${dir}.png`), fullPage: true });
      const wide = await page.evaluate(overflowing);
      assert.deepEqual(wide, []);
      await page.context().close();
    });
  }

  test('the rows of an offer live with a script', async () => {
    const [page, complaints] = await open({ width: 1280, scheme: 'light' });
    const composer = page.locator('milestone-composer');
    await composer.locator('#milestone-1-amount').fill('12.50');
    assert.equal(await composer.locator('output').textContent(), '$1,010.50');
    await composer.getByRole('button', { name: 'Add another milestone' }).click();
    assert.equal(await composer.locator('ol > li').count(), 4);
    const focused = await page.evaluate(() => document.activeElement?.id);
    assert.equal(focused, 'milestone-3-title');
    await composer.locator('#milestone-3-title').fill('Fonts');
    await composer.getByRole('button', { name: 'Move up milestone 4' }).click();
    assert.equal(await composer.locator('#milestone-2-title').inputValue(), 'Fonts');
    await composer.getByRole('button', { name: 'Remove milestone 1' }).click();
    assert.equal(await composer.locator('output').textContent(), '$410.50');
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('the rows of an offer grow and shrink without a script', async () => {
    const [page] = await open({ width: 1280, scheme: 'light', path: '/offer' }, false);
    await page.getByRole('button', { name: 'Add another milestone' }).click();
    assert.equal(await page.locator('ol > li').count(), 3);
    await page.locator('#milestone-2-title').fill('Fonts');
    await page.getByRole('button', { name: 'Move up milestone 3' }).click();
    assert.equal(await page.locator('#milestone-1-title').inputValue(), 'Fonts');
    await page.getByRole('button', { name: 'Remove milestone 1' }).click();
    assert.equal(await page.locator('#milestone-0-title').inputValue(), 'Fonts');
    await page.locator('#milestone-0-title').press('Enter');
    assert.equal(await page.locator('#sent').textContent(), 'Fonts, Logo');
    await page.context().close();
  });

  test('Turbo changes the page without loading it anew, and the countdown goes on', async () => {
    const [page, complaints] = await open({ width: 1280, scheme: 'light' });
    await page.evaluate(() => Object.assign(window, { same: true }));
    await page.getByRole('link', { name: 'Contracts' }).first().click();
    await page.waitForURL('**/welcome');
    await page.goBack();
    await page.waitForURL('**/parts');
    assert.equal(await page.evaluate(() => 'same' in window), true);
    assert.match((await page.locator('.deadline .left').first().textContent()) ?? '', /^in 9 days/);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('the theme is chosen by a plain form and kept', async () => {
    const [page] = await open({ width: 1280, scheme: 'light' }, false);
    await page.getByRole('button', { name: 'dark' }).click();
    assert.equal(new URL(page.url()).pathname, '/parts');
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
    await page.context().close();
  });
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (tags) => {
    type Result = { id: string; nodes: { html: string; failureSummary?: string }[] };
    type Axe = { run(node: Document, options: object): Promise<{ violations: Result[] }> };
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(document, { runOnly: tags });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
    );
  }, WCAG);
}

/** What sticks out of the window, unless something around it scrolls or hides it. */
function overflowing(): string[] {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && (box.right > width + 1 || box.left < -1);
    })
    .map((element) => element.outerHTML.slice(0, 120));
}
