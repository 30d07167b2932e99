// A form that writes terms gives the command that the API would take, and every mistake finds the
// field in which it was typed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf, readTerms, type TermsCommand, totalIn } from './composed.ts';
import { type FullTerms, formLike, formOfTerms } from './terms/full-terms.ts';

const row = (title: string, amount: string, due = '', id = ''): [string, string][] => [
  ['milestone_id', id],
  ['milestone_title', title],
  ['milestone_amount', amount],
  ['milestone_due', due],
];

const offer = (...rows: [string, string][][]) =>
  new URLSearchParams([
    ['to', 'ann@example.org'],
    ['title', 'Logo'],
    ['scope', 'One colour.\r\nNo slogan.'],
    ['currency', 'USD'],
    ['do', 'work'],
    ...rows.flat(),
  ]);

function commandOf(name: TermsCommand, form: URLSearchParams, old?: FullTerms) {
  const read = readTerms(name, form, old);
  assert.ok('command' in read, JSON.stringify(read));
  return read.command;
}

function problemsOf(name: TermsCommand, form: URLSearchParams, old?: FullTerms) {
  const read = readTerms(name, form, old);
  assert.ok('problems' in read);
  return read.problems.map(({ field, message }) => [placeOf(field, form), message]);
}

test('rows become milestones in their order, and empty ones are left out', () => {
  const form = offer(row('Sketches', '$1,500.00', '2026-12-01'), row('', ''), row('Files', '300'));
  assert.deepEqual(commandOf('send_offer', form), {
    type: 'send_offer',
    to: 'ann@example.org',
    title: 'Logo',
    scope: 'One colour.\nNo slogan.',
    kind: 'fixed',
    currency: 'USD',
    fund_first: false,
    milestones: [
      { title: 'Sketches', amount: '1500.00', due: Temporal.Instant.from('2026-12-02T00:00Z') },
      { title: 'Files', amount: '300' },
    ],
  });
  assert.equal(totalIn(form, 'USD'), '1800.00');
});

test('a mistake is told where it was typed, also below rows that are empty', () => {
  const form = offer(row('Sketches', '500'), row('', ''), row('', 'twelve', 'soon'));
  assert.deepEqual(problemsOf('send_offer', form), [
    ['milestone-2-title', 'Say what is delivered, in 1 to 200 characters.'],
    ['milestone-2-amount', 'Enter an amount, such as 450.00.'],
    ['milestone-2-due', 'Choose a day between the years 2000 and 2999.'],
  ]);
  assert.equal(totalIn(form, 'USD'), null);
});

test('an offer without milestones asks for one', () => {
  assert.deepEqual(problemsOf('send_offer', offer(row('', ''))), [
    ['milestone-0-title', 'Add at least one milestone.'],
  ]);
});

const old: FullTerms = {
  version: 1,
  title: 'Logo',
  kind: 'fixed',
  currency: 'USD',
  scope: 'One colour.\nNo slogan.',
  fund_first: true,
  milestones: [
    { id: 'm1', title: 'Sketches', amount: '500.00', due: '2026-12-01T15:00:00Z' },
    { id: 'm2', title: 'Files', amount: '300.00', due: null },
  ],
};

test('what nobody touched keeps its description and the very moment at which it is due', () => {
  const command = commandOf('revise_offer', formOfTerms(old), old);
  assert.equal(command.scope, undefined);
  assert.equal(command.fund_first, true);
  assert.deepEqual(command.milestones, [
    {
      ...{ id: 'm1', title: 'Sketches', amount: '500.00' },
      due: Temporal.Instant.from('2026-12-01T15:00:00Z'),
    },
    { id: 'm2', title: 'Files', amount: '300.00' },
  ]);
});

test('a title that was emptied is a mistake, and not the old title', () => {
  const form = formOfTerms(old);
  form.set('title', ' ');
  assert.deepEqual(problemsOf('counter_offer', form, old), [
    ['title', 'Give a title of 1 to 200 characters.'],
  ]);
});

test('an offer like an earlier one has its terms, but neither its ids nor its dates', () => {
  const form = formLike(old);
  form.set('to', 'psn_x');
  assert.deepEqual(commandOf('send_offer', form), {
    ...{ type: 'send_offer', to: 'psn_x', title: 'Logo', kind: 'fixed', currency: 'USD' },
    scope: old.scope,
    fund_first: true,
    milestones: [
      { title: 'Sketches', amount: '500.00' },
      { title: 'Files', amount: '300.00' },
    ],
  });
});
