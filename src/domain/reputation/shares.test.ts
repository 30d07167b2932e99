import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Part, pointsOf, sharesOf, sumsOf } from './shares.ts';

const part = (value: Part['value'], weight = 100): Part => ({ value, weight });

test('shares are whole points that sum to the score', () => {
  assert.deepEqual(sharesOf([part(1), part(1), part(1)]), [34, 33, 33]);
  assert.deepEqual(sharesOf([part(1), part(0), part(1)]), [34, 0, 33]);
  assert.deepEqual(sharesOf([part(1), part(-1), part(1)]), [33, -33, 33]);
  assert.deepEqual(sharesOf([]), []);
});

test('a contract that counts as nothing has no share, however it is rounded', () => {
  fc.assert(
    fc.property(parts(), (all) => {
      sharesOf(all).forEach((share, index) => {
        if (all[index]?.value === 0) assert.equal(share, 0);
      });
    }),
  );
});

test('where the sum is below zero, what takes away is scaled to what gives', () => {
  assert.deepEqual(sharesOf([part(1), part(-1), part(-1)]), [34, -17, -17]);
  assert.deepEqual(sharesOf([part(-1), part(-1)]), [0, 0]);
});

test('every share is within a point of its exact one', () => {
  fc.assert(
    fc.property(parts(), (all) => {
      const { weight, gained, lost } = sumsOf(all);
      if (lost > gained) return;
      sharesOf(all).forEach((share, index) => {
        const { value, weight: own } = all[index] as Part;
        const off = BigInt(share) * weight - 100n * BigInt(own) * BigInt(value);
        assert.ok(off < weight && off > -weight);
      });
    }),
  );
});

test('shares sum to the score in every case', () => {
  fc.assert(
    fc.property(parts(), (all) => {
      const sum = sharesOf(all).reduce((one, other) => one + other, 0);
      assert.equal(sum, pointsOf(sumsOf(all)));
    }),
    { numRuns: 2000 },
  );
});

function parts() {
  const one = fc.record({
    value: fc.constantFrom(-1 as const, 0 as const, 1 as const),
    weight: fc.integer({ min: 1, max: 950 }),
  });
  return fc.array(one, { minLength: 1, maxLength: 40 });
}
