// Forms: labels, hints and errors belong to their controls; what was typed comes back; the rows
// of an offer travel through a plain form.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { Check, Choice, Scales } from './choice.tsx';
import { Composer } from './composer.tsx';
import { Field, Post, Select, TextArea } from './field.tsx';
import {
  applyRowAction,
  EMPTY_ROW,
  filledRows,
  type MilestoneRow,
  readRows,
} from './milestone-rows.ts';

const EVIL = '"><script>alert(1)</script>';

test('a field is tied to its label, its hint and its error', () => {
  const html = renderToString(
    <Field
      name="bonus"
      label="Bonus in USD"
      hint="From 5.00."
      value={EVIL}
      error="Enter 5.00 or more."
      money
    />,
  );
  assert.ok(html.includes('<div class="field wrong"><label for="bonus">Bonus in USD</label>'));
  assert.ok(html.includes('id="bonus" name="bonus"'));
  assert.ok(html.includes('aria-invalid="true" aria-describedby="bonus-hint bonus-error"'));
  assert.ok(html.includes('inputmode="decimal"'));
  assert.ok(html.includes('<p class="error" id="bonus-error">'));
  assert.ok(html.includes('value="&quot;>&lt;script>'));
  assert.ok(!html.includes('<script>'));
});

test('a field without a mistake says nothing about mistakes', () => {
  const html = renderToString(<Field name="memo" label="Memo" />);
  assert.doesNotMatch(html, /aria-invalid|aria-describedby|error/);
});

test('a text area gives back what was typed', () => {
  const html = renderToString(
    <TextArea name="note" label="Note" rows={2} value={'a\n</textarea>b'} />,
  );
  assert.ok(html.includes('a\n&lt;/textarea>b</textarea>'));
});

test('a select has its value selected', () => {
  const options = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ];
  const html = renderToString(<Select name="why" label="Why" value="b" options={options} />);
  assert.ok(html.includes('<option value="a">A</option><option value="b" selected>B</option>'));
});

test('a choice is a group with prices, and its inline fields', () => {
  const html = renderToString(
    <Choice
      name="pay"
      legend="How much?"
      value="part"
      error="Choose one."
      options={[
        { value: 'none', label: 'Nothing', price: '$0.00', note: 'All back.' },
        { value: 'part', label: 'A part', inline: <Field name="amount" label="Amount" /> },
      ]}
    />,
  );
  assert.ok(html.includes('<fieldset class="field wrong" id="pay" aria-describedby="pay-error">'));
  assert.ok(html.includes('value="part" id="pay-part" checked'));
  assert.ok(html.includes('<span class="num">$0.00</span><small>All back.</small>'));
  assert.ok(html.includes('<div class="inline"><div class="field"><label for="amount">'));
  assert.ok(renderToString(<Check name="c" label="Hold" checked />).includes('type="checkbox"'));
});

test('a scale is five numbers in a group of its own', () => {
  const html = renderToString(<Scales items={[{ name: 'skills', label: 'Skills', value: 4 }]} />);
  assert.equal(html.split('type="radio"').length, 6);
  assert.match(html, /name="skills" value="4" checked/);
});

test('a post carries its hidden fields', () => {
  const html = renderToString(
    <Post action="/end" hidden={{ key: 'k1', promise: EVIL }}>
      -
    </Post>,
  );
  assert.ok(html.includes('<form method="post" action="/end" novalidate>'));
  assert.ok(html.includes('<input type="hidden" name="key" value="k1"'));
  assert.ok(!html.includes('<script>'));
});

const row = (title: string): MilestoneRow => ({ ...EMPTY_ROW, title });
const titles = (rows: readonly MilestoneRow[] | undefined) => rows?.map((r) => r.title).join('');

test('the composer’s first button is not one that changes rows', () => {
  const html = renderToString(
    <Composer rows={[row('A'), row('B')]} currency="USD" digits={2} total="–" />,
  );
  const first = html.indexOf('<button');
  assert.ok(html.slice(first, first + 60).startsWith('<button class="hidden" type="submit"'));
  assert.equal(html.split('name="milestone_title"').length, 3);
  assert.ok(html.includes('id="milestone-1-title"'));
  assert.match(html, /value="up:0" data-does="up" hidden/);
});

test('the buttons of the composer add, remove and move rows', () => {
  const rows = [row('A'), row('B'), row('C')];
  const table: [string, string | undefined][] = [
    ['add', 'ABC'],
    ['remove:1', 'AC'],
    ['up:1', 'BAC'],
    ['up:0', 'ABC'],
    ['down:1', 'ACB'],
    ['down:2', 'ABC'],
    ['remove:9', 'ABC'],
    ['send', undefined],
    ['remove:-1', undefined],
  ];
  for (const [action, result] of table) assert.equal(titles(applyRowAction(rows, action)), result);
  assert.equal(applyRowAction(rows, 'add')?.length, 4);
  assert.deepEqual(applyRowAction([row('A')], 'remove:0'), [EMPTY_ROW]);
  assert.equal(applyRowAction(rows, undefined), undefined);
});

test('rows are read from a form in order, and empty ones are no milestones', () => {
  const form = new FormData();
  for (const [title, amount] of [
    ['A', '1.00'],
    ['', ''],
    ['', '2'],
  ] as const) {
    form.append('milestone_id', '');
    form.append('milestone_title', title);
    form.append('milestone_amount', amount);
    form.append('milestone_due', '');
  }
  const rows = readRows(form);
  assert.deepEqual(
    rows.map((r) => r.amount),
    ['1.00', '', '2'],
  );
  assert.equal(filledRows(rows).length, 2);
  assert.deepEqual(readRows(new FormData()), [EMPTY_ROW]);
});
