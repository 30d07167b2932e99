// The frame of every page: what the document says about itself, and that no text becomes markup.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Acts } from './acts.tsx';
import { Button, ButtonLink, DisabledButton } from './button.tsx';
import { initialsOf, Party } from './face.tsx';
import type { Frame } from './frame.ts';
import { Head, Tabs } from './head.tsx';
import { Chapter, Section, Split, Stack } from './layout.tsx';
import { Links, Needs, Persons, Steps } from './lists.tsx';
import { Empty, Problem, Toast } from './messages.tsx';
import { GuestShell, Page, renderPage } from './page.tsx';

const EVIL = `<script>alert("1")</script>&`;
const SAFE = '&lt;script>alert(&quot;1&quot;)&lt;/script>&amp;';

const frame: Frame = {
  assets: { href: (name) => `/assets/${name}`, fonts: ['/assets/font.woff2'] },
  reader: { now: Temporal.Instant.from('2026-11-24T15:20:00Z'), zone: 'Europe/Berlin' },
  theme: 'system',
  path: '/contracts?open=1',
  home: '/',
  nav: [
    { href: '/', label: 'Home', icon: 'home', current: true, needs: 3 },
    { href: '/money', label: 'Money', icon: 'coin', needs: 0 },
  ],
  me: { name: EVIL, initials: 'AL', href: '/me', signOut: '/sign-out' },
  server: { version: '0.1', runBy: 'Harbour' },
  links: [{ href: '/rules', label: 'Rules in force: standard 2026-2' }],
};

function body(element: Parameters<typeof renderPage>[0]): string {
  return renderPage(element).replace('<!doctype html>', '');
}

test('a page names itself, its time, its scripts, and skips to its content', () => {
  const page = renderPage(
    <Page frame={frame} title="Home" scripts={['composer']}>
      <p>matter</p>
    </Page>,
  );
  assert.ok(page.startsWith('<!doctype html><html lang="en">'));
  for (const part of [
    '<title>Home · Endwell</title>',
    '<meta name="endwell-now" content="2026-11-24T15:20:00Z"',
    'src="/assets/app"',
    'src="/assets/composer"',
    '<a class="skip" href="#main">',
    '<main class="page" id="main"><p>matter</p></main>',
    '<input type="hidden" name="back" value="/contracts?open=1"',
    'Rules in force: standard 2026-2',
  ]) {
    assert.ok(page.includes(part), part);
  }
  assert.ok(!page.includes('Evaluation mode'));
});

test('the navigation says where one is and how many things need the reader', () => {
  const page = body(
    <Page frame={frame} title="Home">
      -
    </Page>,
  );
  assert.match(page, /<a href="\/" aria-current="page">.*?<b>3<span class="hidden"> need you/);
  assert.match(
    page,
    /<a href="\/money"><svg[^>]*><use[^>]*><\/use><\/svg><span>Money<\/span><\/a>/,
  );
});

test('a name cannot become markup and keeps its direction to itself', () => {
  const page = body(
    <Page frame={frame} title={EVIL}>
      <Head crumbs={[{ href: '/c', label: EVIL }]} title={EVIL} state={EVIL} facts={[EVIL]} />
      <Party initials="X" name={EVIL} />
      <Empty says={EVIL} />
      <Problem title={EVIL} items={[{ field: 'a', text: EVIL }]} />
    </Page>,
  );
  assert.ok(!page.includes('<script>'));
  assert.ok(page.includes(`<bdi>${SAFE}</bdi>`));
});

test('no part writes a style, which the content security policy would drop', () => {
  const page = body(
    <Page frame={frame} title="x">
      -
    </Page>,
  );
  assert.doesNotMatch(page, / style="|<style/);
});

test('evaluation mode is said above everything, with the clock, and cannot be dismissed', () => {
  const evaluation = { href: '/operate', clock: 'Clock: 15:20 UTC' };
  const page = body(
    <GuestShell frame={{ ...frame, evaluation, me: undefined }} title="Welcome">
      -
    </GuestShell>,
  );
  const banner = page.slice(page.indexOf('class="banner"'), page.indexOf('class="top"'));
  assert.ok(banner.includes('Evaluation mode.'));
  assert.ok(banner.includes('Clock: 15:20 UTC'));
  assert.ok(!banner.includes('<button'));
  assert.ok(!page.includes('Sign out'));
});

test('the theme stands on the html element, and nothing stands there for the system’s', () => {
  const dark = body(
    <Page frame={{ ...frame, theme: 'dark', dir: 'rtl' }} title="x">
      -
    </Page>,
  );
  assert.ok(dark.startsWith('<html lang="en" dir="rtl" data-theme="dark">'));
  assert.match(dark, /value="dark" aria-pressed="true"/);
  assert.match(dark, /value="light" aria-pressed="false"/);
});

test('without an object the state is the heading of the page', () => {
  const home = body(<Head above="Tuesday" state="Three things need you." />);
  assert.ok(home.includes('<h1 class="state">Three things need you.</h1>'));
  const room = body(<Head title="Field guide" state="In review." />);
  assert.ok(room.includes('<h1><bdi>Field guide</bdi></h1><p class="state">In review.</p>'));
  const tabs = body(
    <Tabs label="This" tabs={[{ href: '#a', label: 'A', count: '2', current: true }]} />,
  );
  assert.ok(tabs.includes('aria-current="page">A <b>2</b>'));
});

test('a grey button can be focused and says why', () => {
  const html = body(
    <DisabledButton id="why" why="Only the client decides this.">
      Release $900.00
    </DisabledButton>,
  );
  assert.match(html, /type="button" aria-disabled="true" aria-describedby="why"/);
  assert.ok(html.includes('<span class="note" id="why">Only the client decides this.</span>'));
});

test('buttons look as they weigh', () => {
  assert.ok(body(<Button>Send</Button>).includes('<button class="button" type="submit">'));
  const stop = body(
    <Button look="stop" large name="do" value="end">
      End
    </Button>,
  );
  assert.ok(stop.includes('class="button stop large" type="submit" name="do" value="end"'));
  const link = body(
    <ButtonLink href="/x" look="primary">
      Open
    </ButtonLink>,
  );
  assert.ok(link.includes('<a class="button primary" href="/x">'));
});

test('what is not possible says why and what to do instead', () => {
  const html = body(
    <Acts
      possible={[{ href: '/end', label: 'End…', effect: 'Money goes back.', stop: true }]}
      notNow={[
        {
          label: 'Release',
          why: 'Not yours.',
          instead: [
            { href: '/a', label: 'ask' },
            { href: '/b', label: 'wait' },
          ],
        },
        { label: 'Give feedback', why: 'Not ended.', instead: 'It opens when it ends.' },
        { label: 'Log time', why: 'Fixed price.' },
      ]}
    />,
  );
  assert.ok(html.includes('<a href="/end" class="stop">End…</a> Money goes back.'));
  assert.match(html, /Instead: .*<a href="\/a">ask<\/a>.*, or <a href="\/b">wait<\/a>/);
  assert.ok(html.includes('<span class="instead">It opens when it ends.</span>'));
  assert.ok(!body(<Acts possible={[]} notNow={[]} />).includes('<h3>'));
});

test('a problem links to its fields and takes the focus', () => {
  const html = body(
    <Problem title="One thing to put right" items={[{ field: 'bonus', text: 'Too small.' }]}>
      Nothing was charged.
    </Problem>,
  );
  assert.match(html, /role="alert" tabindex="-1" autofocus/i);
  assert.ok(html.includes('<a href="#bonus">Too small.</a>'));
  assert.ok(html.includes('<p>Nothing was charged.</p>'));
});

test('a toast is undone by a plain post', () => {
  const html = body(<Toast undo={{ action: '/undo' }}>Archived.</Toast>);
  assert.match(
    html,
    /role="status".*<form method="post" action="\/undo"><button type="submit">Undo/,
  );
});

test('sections and chapters are named by their headings', () => {
  const html = body(
    <Split
      asideLabel="Money"
      aside={
        <Section id="m" title="Money" flush>
          -
        </Section>
      }
      more="more"
      stay
    >
      <Chapter id="c" title="Pay" note="now">
        <Stack gap="tight">-</Stack>
      </Chapter>
    </Split>,
  );
  assert.ok(html.includes('<section class="chapter" aria-labelledby="c">'));
  assert.ok(html.includes('<aside class="stay" aria-label="Money"><section aria-labelledby="m">'));
  assert.ok(html.includes('<div class="more">more</div>'));
});

test('what needs the reader has one primary button, the first', () => {
  const need = { title: 'Answer', silence: 'It lapses.', href: '/x', label: 'Answer' };
  const needs = [
    { ...need, key: '1', at: Temporal.Instant.from('2026-11-26T09:12:00Z') },
    { ...need, key: '2' },
  ];
  const html = body(<Needs needs={needs} reader={frame.reader} />);
  assert.equal(html.split('button primary').length, 2);
  assert.ok(html.includes('Thu 26 Nov 2026, 10:12 Berlin'));
});

test('persons, steps and links are lists', () => {
  const person = { initials: 'TR', name: EVIL, role: 'client', about: 'late', action: 'go' };
  assert.ok(body(<Persons persons={[person]} />).includes(`<bdi>${SAFE}</bdi>`));
  assert.ok(body(<Steps steps={['one']} />).includes('<li><span>one</span></li>'));
  assert.ok(
    body(<Links links={[{ href: '/a', label: 'A', note: 'n' }]} />).includes('<small>n</small>'),
  );
});

test('initials are the first letters of the first and the last word, in any script', () => {
  const table: [string, string][] = [
    ['Ada Lindqvist', 'AL'],
    ['Marsh & Vane Books', 'MB'],
    ['noor', 'N'],
    ['نور حداد', 'نح'],
    ['𝒜da Öz', '𝒜Ö'],
    ['', ''],
  ];
  for (const [name, initials] of table) assert.equal(initialsOf(name), initials);
});
