// What differs between two terms is found by milestone and by line, and nothing else is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDifferent, lineChanges, milestoneDifferences } from './differences.ts';
import type { FullTerms } from './full-terms.ts';

const milestone = (id: string, amount = '10.00', title = id, due: string | null = null) => {
  return { id, title, amount, due };
};

const terms = (milestones: FullTerms['milestones'], more: Partial<FullTerms> = {}): FullTerms => {
  const base = { version: 1, title: 'Logo', kind: 'fixed', currency: 'USD' } as const;
  return { ...base, fund_first: false, milestones, ...more };
};

const abc = [milestone('a'), milestone('b'), milestone('c')];

test('milestones are matched by their ids, and those left out come last', () => {
  const found = milestoneDifferences(
    terms(abc),
    terms([milestone('a', '12.00'), milestone('c'), milestone('d')]),
  );
  const told = found.map(({ id, place, before, after, moved }) => [
    ...[id, place, before?.amount ?? '', after?.amount ?? '', moved],
  ]);
  assert.deepEqual(told, [
    ['a', 1, '10.00', '12.00', false],
    ['c', 2, '10.00', '10.00', false],
    ['d', 3, '', '10.00', false],
    ['b', 2, '10.00', '', false],
  ]);
});

test('a milestone has moved when its place among the others is another one', () => {
  const swapped = [milestone('b'), milestone('a'), milestone('c')];
  const found = milestoneDifferences(terms(abc), terms(swapped));
  assert.deepEqual(
    found.map(({ id, moved }) => [id, moved]),
    [
      ['b', true],
      ['a', true],
      ['c', false],
    ],
  );
});

test('terms differ in anything that both would read', () => {
  const other: FullTerms[] = [
    terms(abc, { title: 'A logo' }),
    terms(abc, { scope: 'In one colour.' }),
    terms(abc, { fund_first: true }),
    terms([...abc].reverse()),
    terms(abc.slice(1)),
    terms([milestone('a', '10.01'), ...abc.slice(1)]),
    terms([milestone('a', '10.00', 'A'), ...abc.slice(1)]),
    terms([milestone('a', '10.00', 'a', '2026-12-02T00:00:00Z'), ...abc.slice(1)]),
  ];
  for (const one of other) assert.equal(isDifferent(terms(abc), one), true);
  assert.equal(isDifferent(terms(abc), terms([...abc], { scope: '' })), false);
});

test('lines of a text are the same, gone or new, and in their order', () => {
  const told = lineChanges('one\ntwo\nthree', 'one\n2\nthree\nfour');
  assert.deepEqual(
    told.map(({ kind, text }) => `${kind} ${text}`),
    ['same one', 'gone two', 'new 2', 'same three', 'new four'],
  );
});

test('texts too long to be compared are shown whole', () => {
  const long = 'x\n'.repeat(600);
  const told = lineChanges(long, `${long}y`);
  assert.equal(told.filter(({ kind }) => kind === 'same').length, 0);
  assert.equal(told.length, 601 + 601);
});
