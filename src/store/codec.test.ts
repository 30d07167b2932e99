import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { knownCurrencies } from '../domain/money/currencies.ts';
import { money } from '../domain/money/money.ts';
import { canonical, decode, encode, listOfTexts, textsOf, UnknownPolicy } from './codec.ts';

const none = {
  get: (name: string): never => {
    throw new UnknownPolicy(name);
  },
};

const instants = fc
  .bigInt({ min: -(10n ** 18n), max: 4n * 10n ** 18n })
  .map((nanoseconds) => Temporal.Instant.fromEpochNanoseconds(nanoseconds));
const durations = fc
  .record({ days: fc.nat(400), hours: fc.nat(99), minutes: fc.nat(99) })
  .map((fields) => Temporal.Duration.from(fields));
const amounts = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.constantFrom(...knownCurrencies))
  .map(([minor, currency]) => money(minor, currency));
const names = fc.stringMatching(/^[a-z][a-z_A-Z0-9]{0,12}$/).filter((name) => name !== 'minor');

const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    instants,
    durations,
    amounts,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(names, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

/** assert.deepEqual finds all instants equal: they have no fields. */
function shown(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.Duration) {
    return `${value.constructor.name} ${value}`;
  }
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shown(inner)]));
}

test('whatever is written reads back as exactly the same value', () => {
  fc.assert(
    fc.property(values, (value) => {
      assert.deepEqual(shown(decode(encode(value), none)), shown(value));
      assert.deepEqual(shown(decode(canonical(value), none)), shown(value));
    }),
  );
});

test('the canonical text of a value is one text, in whatever order its fields came', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    const plain = typeof value === 'object' && value !== null && !('minor' in value);
    if (!plain || Object.getPrototypeOf(value) !== Object.prototype) return value;
    const entries = Object.entries(value).reverse();
    return Object.fromEntries(entries.map(([name, inner]) => [name, reversed(inner)]));
  };
  fc.assert(
    fc.property(values, (value) => {
      assert.equal(canonical(reversed(value)), canonical(value));
      assert.equal(canonical(decode(canonical(value), none)), canonical(value));
    }),
  );
});

test('no JSON text holds the character that separates texts', () => {
  fc.assert(
    fc.property(fc.array(values, { minLength: 1 }), (list) => {
      const texts = list.map(canonical);
      assert.deepEqual(textsOf(texts).split('\u001e'), texts);
    }),
  );
  assert.match(listOfTexts('$1'), /chr\(30\)/);
});

test('amounts with other digits than their currency has were not written by this house', () => {
  assert.throws(() => decode('{"$":"USD 1.5"}', none), /is an amount/);
  assert.throws(() => decode('{"$":"JPY 1.50"}', none), /is an amount/);
  assert.throws(() => decode('{"$":"USD"}', none), /is an amount/);
});

test('what has no place in a state is refused when it is written', () => {
  for (const value of [1n, Number.NaN, Number.POSITIVE_INFINITY, () => 1, Symbol('x')]) {
    assert.throws(() => canonical({ value }));
  }
  assert.equal(canonical({ there: 1, gone: undefined }), '{"there":1}');
});
