import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { money } from './money.ts';
import { afterFee, feeOf, portion } from './split.ts';

const usd = (minor: bigint) => money(minor, 'USD');
const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n });

test('a fee is rounded half up to the minor unit', () => {
  assert.equal(feeOf(usd(50000n), 1000).minor, 5000n);
  assert.equal(feeOf(usd(4n), 1000).minor, 0n);
  assert.equal(feeOf(usd(5n), 1000).minor, 1n);
  assert.equal(feeOf(usd(10005n), 1000).minor, 1001n);
  assert.equal(feeOf(usd(50000n), 275).minor, 1375n);
  assert.equal(feeOf(usd(18n), 275).minor, 0n);
  assert.equal(feeOf(usd(19n), 275).minor, 1n);
});

test('fee and net sum to the amount, and neither is below nothing', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 10_000 }), (minor, bps) => {
      const { fee, net } = afterFee(usd(minor), bps);
      assert.equal(fee.minor + net.minor, minor);
      assert.ok(fee.minor >= 0n && net.minor >= 0n);
    }),
  );
});

test('a portion is within half a minor unit of the exact share', () => {
  fc.assert(
    fc.property(amounts, amounts, amounts, (whole, a, b) => {
      const [part, all] = [a < b ? a : b, (a < b ? b : a) + 1n];
      const off = 2n * (portion(usd(whole), part, all).minor * all - whole * part);
      assert.ok(off <= all && off > -all, `${off} of ${all}`);
    }),
  );
});

test('all of it is a portion of all of it', () => {
  assert.equal(portion(usd(1375n), 50000n, 50000n).minor, 1375n);
  assert.throws(() => portion(usd(1n), 1n, 0n), /a portion is of something/);
});
