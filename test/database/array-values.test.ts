// Arrays cross the border to the database unharmed, whatever is in them.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { onBoth } from './both.ts';

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    ' ',
    'null',
    'NULL',
    '{}',
    'a,b',
    '"',
    '\\',
    '\\"',
    "it's",
    '\n\t',
    '{"a":1}',
  ),
);
/** PostgreSQL takes neither in a text; shapes refuse them before. */
const storable = texts.filter((text) => !text.includes('\0') && text.isWellFormed());
const nullable = <T>(values: fc.Arbitrary<T>) => fc.array(fc.option(values), { maxLength: 8 });

onBoth('lists of texts, numbers, moments and bytes read back as they were', async (db) => {
  const bytes = fc.uint8Array({ maxLength: 8 }).map((list) => Buffer.from(list));
  const moments = fc
    .integer({ min: 0, max: 4_000_000_000 })
    .map((second) => Temporal.Instant.fromEpochMilliseconds(second * 1000));
  const lists = fc.record({
    texts: nullable(storable),
    integers: nullable(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
    booleans: nullable(fc.boolean()),
    moments: nullable(moments),
    bytes: nullable(bytes),
  });
  const law = fc.asyncProperty(lists, async (given) => {
    const [row] = await db.query(
      `select $1::text[] as texts, $2::int8[] as integers, $3::bool[] as booleans,
         $4::timestamptz[] as moments, $5::bytea[] as bytes`,
      [given.texts, given.integers, given.booleans, given.moments, given.bytes],
    );
    assert.deepEqual(
      { ...row, moments: String(row?.moments) },
      { ...given, moments: String(given.moments) },
    );
  });
  await fc.assert(law, { numRuns: 60 });
});
