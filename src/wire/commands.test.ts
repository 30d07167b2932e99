import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ContractCommandShape, parseCommand, type WalletCommandShape } from './commands.ts';

const offer = {
  to: 'ann@example.org',
  title: 'Logo',
  kind: 'fixed',
  currency: 'USD',
  milestones: [{ id: 'sketches', title: 'Sketches', amount: '500.00' }],
};

function problems(name: ContractCommandShape | WalletCommandShape, value: unknown) {
  const parsed = parseCommand(name, value);
  assert.ok('problems' in parsed, `${JSON.stringify(value)} is refused`);
  return parsed.problems;
}

function codes(name: ContractCommandShape | WalletCommandShape, value: unknown): string[] {
  return problems(name, value).map(({ code, field }) => `${code} ${field}`);
}

function command(name: ContractCommandShape | WalletCommandShape, value: unknown) {
  const parsed = parseCommand(name, value);
  assert.ok('command' in parsed, JSON.stringify('problems' in parsed ? parsed.problems : ''));
  return parsed.command;
}

test('an offer comes through as it was written, instants as instants', () => {
  const due = '2026-12-04T16:00:00+01:00';
  const parsed = command('send_offer', {
    ...offer,
    scope: 'Three sketches.\nThen one logo.',
    milestones: [{ title: ' Sketches ', amount: '500', due }],
    fund_first: true,
  });
  assert.deepEqual(parsed, {
    type: 'send_offer',
    to: 'ann@example.org',
    title: 'Logo',
    scope: 'Three sketches.\nThen one logo.',
    kind: 'fixed',
    currency: 'USD',
    milestones: [
      { title: 'Sketches', amount: '500', due: Temporal.Instant.from('2026-12-04T15:00Z') },
    ],
    fund_first: true,
  });
});

test('every problem is told at once, each with its place and a sentence', () => {
  const wrong = {
    title: '',
    kind: 'fixed',
    currency: 'usd',
    milestones: [
      { title: 'A', amount: '1.00' },
      { amount: 5, colour: 'red' },
    ],
    'a/b': 1,
  };
  const told = problems('send_offer', wrong);
  assert.deepEqual(told.map(({ code, field, pointer }) => `${code} ${field} ${pointer}`).sort(), [
    'field_invalid currency /currency',
    'field_invalid milestones[1].amount /milestones/1/amount',
    'field_invalid title /title',
    'field_missing milestones[1].title /milestones/1/title',
    'field_missing to /to',
    'field_unknown a/b /a~1b',
    'field_unknown milestones[1].colour /milestones/1/colour',
  ]);
  for (const { message } of told) assert.match(message, /^[A-Z].*\.$/);
});

test('an amount is a decimal string and nothing else', () => {
  const release = (amount: unknown) => ({ milestone: 'm1', amount });
  for (const amount of ['5', '5.00', '0', '-5', '0.000000001', '999999999999.999']) {
    assert.equal(command('release_payment', release(amount)).amount, amount);
  }
  const refused = [
    5,
    5.5,
    true,
    null,
    [],
    {},
    '',
    ' 5',
    '5 ',
    '+5',
    '1e3',
    '.5',
    '5.',
    '1,000',
    '0x10',
    'NaN',
    'Infinity',
    '١٠',
    '５',
    '--5',
    '5.0.0',
    '1000000000000',
    '9'.repeat(400),
    '1.0000000001',
  ];
  for (const amount of refused) {
    assert.deepEqual(
      codes('release_payment', release(amount)),
      ['field_invalid amount'],
      `${amount}`,
    );
  }
});

test('an instant has a day, a time and an offset, and exists', () => {
  const due = (value: unknown) => ({ milestone: 'm1', due: value });
  for (const value of [
    '2026-03-02T09:00Z',
    '2026-03-02T09:00:00Z',
    '2026-03-02T09:00:00.123Z',
    '2028-02-29T00:00:00+05:45',
  ]) {
    const parsed = command('edit_milestone', due(value));
    assert.ok(Temporal.Instant.from(value).equals(parsed.due as Temporal.Instant));
  }
  assert.equal(command('edit_milestone', due(null)).due, null);
  for (const value of [
    '2026-03-02',
    '2026-03-02T09:00:00',
    '2026-03-02 09:00Z',
    '2026-03-02T09:00:60Z',
    '2026-03-02T24:00:00Z',
    '2026-02-30T09:00Z',
    '2027-02-29T09:00Z',
    '2026-03-02T09:00+25:00',
    '2026-03-02T09:00Z[Europe/Berlin]',
    '+012026-03-02T09:00Z',
    '1999-12-31T23:59Z',
    '3000-01-01T00:00Z',
    'now',
    1_772_442_000,
  ]) {
    assert.deepEqual(codes('edit_milestone', due(value)), ['field_invalid due'], String(value));
  }
});

test('names, titles and texts have their limits', () => {
  const name = (milestone: unknown) => ({ milestone });
  for (const good of ['m1', 'a', '0', 'x'.repeat(40), 'a_b-c', 'constructor']) {
    assert.equal(command('fund_milestone', name(good)).milestone, good);
  }
  for (const bad of ['', 'A', 'a b', 'ä', 'x'.repeat(41), '__proto__', '../m1', 7, null]) {
    assert.deepEqual(codes('fund_milestone', name(bad)), ['field_invalid milestone'], String(bad));
  }
  const titled = (title: unknown) => ({ title, amount: '5' });
  assert.equal(command('add_milestone', titled('x'.repeat(200))).title, 'x'.repeat(200));
  for (const bad of ['', '   ', 'x'.repeat(201), 'a\nb', 'a\0b', '\ud800', 7]) {
    assert.deepEqual(codes('add_milestone', titled(bad)), ['field_invalid title']);
  }
  const noted = (note: unknown) => ({ milestone: 'm1', note });
  const long = 'x'.repeat(20_000);
  assert.equal(command('submit_work', noted(long)).note, long);
  assert.equal(command('submit_work', noted('two\nlines')).note, 'two\nlines');
  for (const bad of [`${long}x`, 'a\0b', '\udfff', 7, null]) {
    assert.deepEqual(codes('submit_work', noted(bad)), ['field_invalid note']);
  }
});

test('a text that is blank counts as none', () => {
  assert.deepEqual(command('request_changes', { milestone: 'm1', note: ' \n ' }), {
    type: 'request_changes',
    milestone: 'm1',
  });
});

test('feedback is shaped here and judged by the domain', () => {
  const six = {
    skills: 5,
    quality: 4,
    availability: 3,
    deadlines: 2,
    communication: 1,
    cooperation: 5,
  };
  const end = (feedback: unknown) => ({ reason: 'completed', feedback });
  const full = { stars: six, comment: 'Lovely', private_note: 'Thanks' };
  assert.deepEqual(command('end_contract', end(full)).feedback, full);
  assert.deepEqual(command('end_contract', { reason: 'other' }), {
    type: 'end_contract',
    reason: 'other',
  });
  assert.deepEqual(command('give_feedback', { stars: { skills: 9 } }).stars, { skills: 9 });
  assert.deepEqual(codes('end_contract', end({ stars: { ...six, charm: 5 } })), [
    'field_unknown feedback.stars.charm',
  ]);
  assert.deepEqual(codes('end_contract', end({ stars: { ...six, skills: '5' } })), [
    'field_invalid feedback.stars.skills',
  ]);
  assert.deepEqual(codes('end_contract', { reason: 'bored' }), ['field_invalid reason']);
  assert.deepEqual(codes('end_contract', {}), ['field_missing reason']);
});

test('whatever is no object of fields is refused, also one that poses as one', () => {
  for (const value of [null, undefined, 5, 'x', [], [offer], true]) {
    assert.deepEqual(codes('accept_offer', value), ['field_invalid ']);
  }
  const posing = JSON.parse('{"__proto__": {"milestone": "m1"}}');
  assert.deepEqual(codes('fund_milestone', posing).sort(), [
    'field_missing milestone',
    'field_unknown __proto__',
  ]);
  assert.deepEqual(codes('accept_offer', { by: 'client' }), ['field_unknown by']);
});

test('lists have at least one entry and an end', () => {
  const many = Array.from({ length: 51 }, () => ({ title: 'A', amount: '5' }));
  assert.deepEqual(codes('send_offer', { ...offer, milestones: [] }), ['field_invalid milestones']);
  assert.deepEqual(codes('send_offer', { ...offer, milestones: many }), [
    'field_invalid milestones',
  ]);
});

test('a card number is never taken for a label or a token', () => {
  const method = { kind: 'card', label: 'Card ending 4242', token: 'card_ok' };
  assert.equal(command('add_payment_method', method).token, 'card_ok');
  assert.deepEqual(
    codes('add_payment_method', {
      ...method,
      label: '4242 4242 4242 4242',
      token: '4000-0566-5566-5556',
    }),
    ['field_invalid label', 'field_invalid token'],
  );
});
