import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownCurrencies } from './currencies.ts';
import {
  add,
  compare,
  cutDecimal,
  fromDecimal,
  isDecimal,
  least,
  money,
  subtract,
  toDecimal,
  total,
} from './money.ts';

const usd = (minor: bigint) => money(minor, 'USD');

test('a decimal has at most one point and no exponent, no sign but a minus, no spaces', () => {
  for (const text of ['0', '450', '450.00', '-1', '0.001', '007']) assert.ok(isDecimal(text), text);
  for (const text of ['', '.5', '5.', '1e3', '+1', ' 1', '1,000', '0x1', 'NaN', '1.0.0', '１']) {
    assert.ok(!isDecimal(text), text);
  }
});

test('amounts are read with as many digits as the currency has, or fewer', () => {
  assert.equal(fromDecimal('450', 'USD')?.minor, 45000n);
  assert.equal(fromDecimal('450.5', 'USD')?.minor, 45050n);
  assert.equal(fromDecimal('0.5', 'KWD')?.minor, 500n);
  assert.equal(fromDecimal('500', 'JPY')?.minor, 500n);
  assert.equal(fromDecimal('-0.01', 'USD')?.minor, -1n);
});

test('a digit more than the currency has is never rounded away', () => {
  assert.equal(fromDecimal('0.001', 'USD'), null);
  assert.equal(fromDecimal('0.000', 'USD'), null);
  assert.equal(fromDecimal('0.5', 'JPY'), null);
  assert.equal(cutDecimal('4.999', 'USD').minor, 499n);
});

test('amounts are written with exactly the digits of the currency', () => {
  assert.equal(toDecimal(usd(45000n)), '450.00');
  assert.equal(toDecimal(usd(5n)), '0.05');
  assert.equal(toDecimal(usd(-5n)), '-0.05');
  assert.equal(toDecimal(money(500n, 'KWD')), '0.500');
  assert.equal(toDecimal(money(-3n, 'JPY')), '-3');
});

test('what is written is read back, in every currency', () => {
  for (const currency of knownCurrencies) {
    for (const minor of [0n, 1n, 999n, 1000n, 10n ** 15n]) {
      assert.deepEqual(
        fromDecimal(toDecimal(money(minor, currency)), currency),
        money(minor, currency),
      );
    }
  }
});

test('two currencies never meet in one sum', () => {
  const yen = money(1n, 'JPY');
  for (const sum of [add, subtract, compare, least])
    assert.throws(() => sum(usd(1n), yen), /never meet/);
  assert.throws(() => total([yen], 'USD'), /never meet/);
});
