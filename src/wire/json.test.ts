import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readJson } from './json.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const wrong = (text: string) => {
  const read = readJson(bytes(text));
  return 'wrong' in read ? read.wrong : null;
};

test('whatever was written as JSON is read back', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const read = readJson(bytes(JSON.stringify(value)));
      assert.ok('value' in read);
      assert.equal(JSON.stringify(read.value), JSON.stringify(value));
    }),
    { numRuns: 500 },
  );
});

test('a key that is there twice is refused, also when it is spelt in another way', () => {
  assert.match(wrong('{"amount": "1", "amount": "2"}') ?? '', /"amount" is there twice/);
  assert.match(wrong('{"a": [{"b": 1, "\\u0062": 2}]}') ?? '', /"b" is there twice/);
  assert.equal(wrong('{"a": {"a": 1}, "b": ["a", "a"], "c": "a\\":"}'), null);
});

test('what is no JSON, too deep, empty or not UTF-8 is refused', () => {
  assert.match(wrong('{"a": 1') ?? '', /not JSON/);
  assert.match(wrong("{'a': 1}") ?? '', /not JSON/);
  assert.match(wrong('') ?? '', /empty/);
  assert.match(wrong('['.repeat(21) + ']'.repeat(21)) ?? '', /deep/);
  assert.match(wrong('['.repeat(100_000) + ']'.repeat(100_000)) ?? '', /deep|not JSON/);
  const read = readJson(new Uint8Array([0x22, 0xff, 0x22]));
  assert.ok('wrong' in read && /UTF-8/.test(read.wrong));
});
