// Amounts in words: every row is an amount, its currency and what a person reads.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatAmount, formatFigure, isZeroAmount } from './money.ts';

test('an amount is read with its symbol, its groups and exactly its digits', () => {
  const table: [string, string, string][] = [
    ['1234.50', 'USD', '$1,234.50'],
    ['0.00', 'USD', '$0.00'],
    ['-0.00', 'USD', '$0.00'],
    ['5', 'USD', '$5'],
    ['999.99', 'EUR', '€999.99'],
    ['1000', 'GBP', '£1,000'],
    ['1234567', 'JPY', '¥1,234,567'],
    ['100000.00', 'INR', '₹100,000.00'],
    ['-60.00', 'USD', '−$60.00'],
    ['1234.500', 'KWD', 'KWD\u00a01,234.500'],
    ['-0.001', 'KWD', '−KWD\u00a00.001'],
    ['90071992547409931234.56', 'USD', '$90,071,992,547,409,931,234.56'],
  ];
  for (const [amount, currency, read] of table) assert.equal(formatAmount(amount, currency), read);
});

test('a figure stands without its currency and carries a true minus', () => {
  const table: [string, string][] = [
    ['540.00', '540.00'],
    ['-60.00', '\u221260.00'],
    ['1234567.891', '1,234,567.891'],
    ['0', '0'],
  ];
  for (const [amount, read] of table) assert.equal(formatFigure(amount), read);
});

test('a signed amount says plus as well as minus, and zero says neither', () => {
  assert.equal(formatAmount('540.00', 'USD', 'always'), '+$540.00');
  assert.equal(formatFigure('-1.00', 'always'), '−1.00');
  assert.equal(formatFigure('0.00', 'always'), '0.00');
});

test('what is not a decimal is an error and never a guess', () => {
  for (const bad of ['', '1e3', '1,000.00', '.5', '5.', 'NaN', '+1', ' 1']) {
    assert.throws(() => formatAmount(bad, 'USD'), /not a decimal amount/);
  }
});

test('zero is known in every number of digits', () => {
  assert.deepEqual(['0', '0.00', '-0.000', '0.01'].map(isZeroAmount), [true, true, true, false]);
});
