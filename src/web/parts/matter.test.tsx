// The parts that carry matter: money, deadlines, tables, consequences, timelines.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { Amount, Figure, Sums } from './amount.tsx';
import { Effects } from './effects.tsx';
import { Events } from './events.tsx';
import { Deadline, DeadlineCell, Forecast, Panel, Says } from './panel.tsx';
import { Plan, Status } from './plan.tsx';
import { Table } from './table.tsx';

const EVIL = '<img src=x onerror=alert(1)>';
const at = (text: string) => Temporal.Instant.from(text);
const reader = { now: at('2026-11-24T15:20:00Z'), zone: 'Europe/Berlin' };

test('amounts keep their sign and their digits', () => {
  assert.equal(
    renderToString(<Amount amount="-1234.50" currency="USD" />),
    '<bdi class="nobr">−$1,234.50</bdi>',
  );
  const figure = renderToString(<Figure label="Available now" amount="1740.00" currency="USD" />);
  assert.ok(figure.includes('<bdi>$1,740.00</bdi>'));
});

test('sums have their rules where the rows say so', () => {
  const html = renderToString(
    <Sums
      caption="A release"
      rows={[
        { label: 'Released', amount: '900.00' },
        { label: 'Fee 10%', amount: '-90.00', kind: 'part' },
        { label: 'You keep', amount: '810.00', kind: 'end' },
        { label: 'Held', note: 'yours if released', amount: '10.00', gap: true },
        { label: 'Refunds', text: 'none' },
      ]}
    />,
  );
  assert.ok(html.includes('<caption class="hidden">A release</caption>'));
  assert.ok(html.includes('<tr class="part"><th scope="row">Fee 10%</th><td><bdi>−90.00</bdi>'));
  assert.ok(html.includes('<tr class="end">'));
  assert.ok(html.includes('<tr class="gap"><th scope="row">Held<small>yours if released</small>'));
  assert.ok(html.includes('<td>none</td>'));
});

test('a deadline says local time, UTC and what is left, and is amber below 48 hours', () => {
  const far = renderToString(<Deadline at={at('2026-12-04T15:02:00Z')} reader={reader} />);
  assert.ok(far.startsWith('<p class="deadline">'));
  assert.ok(
    far.includes('<time datetime="2026-12-04T15:02:00Z">Fri 4 Dec 2026, 16:02 Berlin</time>'),
  );
  assert.ok(
    far.includes('<span class="utc">15:02 UTC</span> <span class="left">in 9 days 23 h</span>'),
  );
  const near = renderToString(<Deadline at={at('2026-11-26T09:12:00Z')} reader={reader} />);
  assert.ok(near.startsWith('<p class="deadline soon">'));
  const cell = renderToString(<DeadlineCell at={at('2026-12-09T00:00:00Z')} reader={reader} />);
  assert.ok(cell.includes('<small>Tue 24:00 UTC · in 14 days 8 h</small>'));
});

test('a forecast begins with now and tells each moment', () => {
  const html = renderToString(
    <Panel id="next" title="What happens next">
      <Says>{EVIL}</Says>
      <Forecast
        steps={[
          { when: 'Now', what: 'In review', detail: 'day 4 of 14' },
          { when: 'Fri 4 Dec', at: at('2026-12-04T15:02:00Z'), what: '$900.00 released' },
        ]}
      />
    </Panel>,
  );
  assert.ok(html.includes('<section class="panel" aria-labelledby="next">'));
  assert.ok(
    html.includes('<li class="now"><span class="when">Now </span><b>In review </b>day 4 of 14'),
  );
  assert.ok(html.includes('<time datetime="2026-12-04T15:02:00Z">Fri 4 Dec </time>'));
  assert.ok(!html.includes('<img'));
});

test('a table names its rows, folds, and ends in its total', () => {
  const html = renderToString(
    <Table
      caption="Milestones"
      columns={[
        { label: 'Milestone' },
        { label: 'Due', fold: 'drop' },
        { label: 'Amount', num: true },
      ]}
      rows={[{ key: '1', id: 'm1', weak: true, cells: [EVIL, '30 Oct', '$600.00'] }]}
      foot={['Agreed', '', '$600.00']}
    />,
  );
  assert.ok(html.includes('<th scope="col" class="num">Amount</th>'));
  assert.ok(html.includes('<tr id="m1" class="weak"><th scope="row">&lt;img src=x'));
  assert.ok(html.includes('<td class="drop">30 Oct</td><td class="num">$600.00</td>'));
  assert.ok(html.includes('<tfoot><tr><th scope="row">Agreed</th>'));
  const headless = renderToString(
    <Table
      headless
      headsHidden
      columns={[{ label: 'When' }]}
      rows={[{ key: '1', cells: ['now'] }]}
    />,
  );
  assert.ok(headless.includes('<thead class="hidden">') && headless.includes('<td>now</td>'));
});

test('in the consequences what moves is bold, what stays is quiet, the press is tinted', () => {
  const html = renderToString(
    <Effects
      caption="Money"
      unit="US dollars"
      moments={[
        { title: 'Now', note: 'Tue' },
        { title: 'When you press', note: 'at once' },
        { title: 'If Noor agrees', note: 'or is silent' },
      ]}
      sides={[
        {
          name: EVIL,
          rows: [
            { label: 'Paid', amounts: ['800.00', '1250.00', '1250.00'] },
            { label: 'Back', amounts: ['0.00', '0.00', '750.00'], sign: 'always', good: true },
            { label: 'In all', amounts: ['2000.00', '2000.00', ''], end: true },
          ],
        },
      ]}
    />,
  );
  assert.ok(html.includes('<th scope="col" class="focus"><b>When you press</b>'));
  assert.ok(html.includes('<th scope="rowgroup" colspan="4"><bdi>&lt;img'));
  assert.ok(
    html.includes(
      '<td class="same"><bdi>800.00</bdi></td><td class="focus moved"><bdi>1,250.00</bdi></td>' +
        '<td><bdi>1,250.00</bdi></td>',
    ),
  );
  assert.ok(
    html.includes('<td class="focus same"><bdi>0.00</bdi></td><td class="moved good"><bdi>+750.00'),
  );
  assert.ok(html.includes('<tr class="end">') && html.includes('<bdi>–</bdi>'));
});

test('segments of a plan are as wide as their amounts, and words say the same', () => {
  const html = renderToString(
    <Plan
      label="$600.00 of $900.00 released"
      segments={[
        { amount: '600.00', stands: 'released' },
        { amount: '300.00', stands: 'planned' },
        { amount: '0.01', stands: 'funded' },
      ]}
    />,
  );
  assert.equal(
    html,
    '<div class="plan" role="img" aria-label="$600.00 of $900.00 released">' +
      '<i class="released n-100"></i><i class="planned n-50"></i><i class="funded n-1"></i></div>',
  );
});

test('a status is a shape and a word', () => {
  const html = renderToString(<Status shape="review">In review</Status>);
  assert.match(html, /^<span class="status wait"><svg class="icon" aria-hidden="true">/);
  assert.ok(html.includes('#icon-half') && html.includes('<span>In review</span>'));
});

test('an entry of the timeline has its voice, its money and its own address', () => {
  const html = renderToString(
    <Events
      entries={[
        {
          seq: 10,
          actor: EVIL,
          text: 'released milestone 1.',
          voice: 'money',
          amount: '+$540.00',
          good: true,
          working: '$600.00 − $60.00 fee',
          at: at('2026-11-03T10:20:00Z'),
          when: 'Tue 3 Nov, 11:20',
          notes: ['both can see this'],
        },
        {
          seq: 11,
          text: 'It cleared.',
          voice: 'machine',
          quote: EVIL,
          at: at('2026-11-08T10:20:00Z'),
          when: 'Sun 8 Nov, 11:20',
        },
      ]}
    />,
  );
  assert.ok(html.includes('<li id="e-10" class="money"><p><b><bdi>&lt;img'));
  assert.ok(html.includes('<p class="amount good"><bdi>+$540.00</bdi><small>$600.00'));
  assert.ok(html.includes(' · both can see this'));
  assert.ok(html.includes('<a href="#e-10">#10</a>'));
  assert.ok(
    html.includes('<li id="e-11" class="machine"><p>It cleared.</p><blockquote><p dir="auto">'),
  );
  assert.ok(!html.includes('<img'));
});
