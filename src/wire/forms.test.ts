import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amountText } from './amount-text.ts';
import type { ContractCommandShape, WalletCommandShape } from './commands.ts';
import { parseForm } from './forms.ts';

type Name = ContractCommandShape | WalletCommandShape;

const form = (name: Name, fields: Record<string, string> | [string, string][]) =>
  parseForm(name, new URLSearchParams(fields));

function command(name: Name, fields: Record<string, string> | [string, string][]) {
  const parsed = form(name, fields);
  assert.ok('command' in parsed, JSON.stringify('problems' in parsed ? parsed.problems : ''));
  return parsed.command;
}

test('a form gives the same command as the JSON of the API', () => {
  const parsed = command('end_contract', {
    _key: 'k1',
    _promise: 'p',
    reason: 'quality',
    release: '$1,200.00',
    'feedback.stars.skills': '5',
    'feedback.stars.quality': '4',
    'feedback.comment': 'Good.\r\nThen nothing.',
    'feedback.private_note': ' ',
  });
  assert.deepEqual(parsed, {
    type: 'end_contract',
    reason: 'quality',
    release: '1200.00',
    feedback: { stars: { skills: 5, quality: 4 }, comment: 'Good.\nThen nothing.' },
  });
});

test('empty fields are absent and rows in which nothing was filled in are left out', () => {
  const parsed = form('send_offer', {
    to: 'ann@example.org',
    title: 'Logo',
    scope: '',
    kind: 'fixed',
    currency: 'USD',
    fund_first: 'on',
    'milestones[0].title': 'Sketches',
    'milestones[0].amount': '500',
    'milestones[0].due': '2026-11-20',
    'milestones[1].id': 'm2',
    'milestones[1].title': ' ',
    'milestones[1].amount': '',
    'milestones[7].title': 'Drawing',
    'milestones[7].amount': '1,2',
  });
  assert.ok('command' in parsed);
  assert.deepEqual(parsed.command.milestones, [
    { title: 'Sketches', amount: '500', due: Temporal.Instant.from('2026-11-21T00:00Z') },
    { title: 'Drawing', amount: '1.2' },
  ]);
  assert.equal(parsed.command.fund_first, true);
  assert.equal(parsed.command.scope, undefined);
});

test('nothing that was typed is lost, and problems name the rows as they come back', () => {
  const parsed = form('send_offer', {
    to: 'ann@example.org',
    title: 'Logo',
    kind: 'fixed',
    currency: 'USD',
    'milestones[0].title': '',
    'milestones[3].title': 'Drawing',
    'milestones[3].amount': '1,200',
    'milestones[3].due': '31 March',
  });
  assert.ok('problems' in parsed);
  assert.deepEqual(
    parsed.problems.map(({ code, field }) => `${code} ${field}`),
    ['field_invalid milestones[0].amount', 'field_invalid milestones[0].due'],
  );
  assert.equal(parsed.typed.get('milestones[0].amount'), '1,200');
  assert.equal(parsed.typed.get('milestones[0].due'), '31 March');
  assert.equal(parsed.typed.get('title'), 'Logo');
});

test('a form without any milestone misses them', () => {
  const parsed = form('send_offer', { to: 'a', title: 'T', kind: 'fixed', currency: 'USD' });
  assert.ok('problems' in parsed);
  assert.deepEqual(
    parsed.problems.map(({ code, field }) => `${code} ${field}`),
    ['field_missing milestones'],
  );
});

test('boxes of one list share a name, and a due date can be taken away', () => {
  const parsed = command('propose_change', [
    ['remove', 'm2'],
    ['remove', 'm3'],
    ['milestones[0].id', 'm1'],
    ['milestones[0].due', 'none'],
  ]);
  assert.deepEqual(parsed.remove, ['m2', 'm3']);
  assert.deepEqual(parsed.milestones, [{ id: 'm1', due: null }]);
});

test('what does not belong into a form is refused and does no harm', () => {
  const parsed = form('fund_milestone', [
    ['milestone', 'm1'],
    ['constructor', 'x'],
    ['milestones[0]', 'y'],
    ['a b[', 'z'],
  ]);
  assert.ok('problems' in parsed);
  assert.deepEqual(parsed.problems.map(({ code }) => code).sort(), [
    'field_unknown',
    'field_unknown',
    'field_unknown',
  ]);
});

test('an amount is cleaned only where there is one way to read it', () => {
  const table: [string, string][] = [
    ['450', '450'],
    [' 450.00 ', '450.00'],
    ['$450', '450'],
    ['450 €', '450'],
    ['USD 450.00', '450.00'],
    ['1,200.00', '1200.00'],
    ['$1,200,000', '1200000'],
    ['1.200,50', '1200.50'],
    ['1 200.50', '1200.50'],
    ['1\u00a0200,50', '1200.50'],
    ['1’200.00', '1200.00'],
    ['450,00', '450.00'],
    ['-5', '-5'],
    ['−5', '-5'],
    ['-$5', '-5'],
    // Left as they are, for the shape to refuse.
    ['1,200', '1,200'],
    ['12,34,567', '12,34,567'],
    ['1e3', '1e3'],
    ['+5', '+5'],
    ['٤٥٠', '٤٥٠'],
    ['four', 'four'],
    ['5 0', '5 0'],
    ['1..2', '1..2'],
  ];
  for (const [typed, meant] of table) assert.equal(amountText(typed), meant, typed);
});
