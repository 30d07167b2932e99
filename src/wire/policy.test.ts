import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { toDecimal } from '../domain/money/money.ts';
import { PolicyRefused, parsePolicy, parsePolicyDocument } from './policy.ts';

const read = (name: string) =>
  readFileSync(new URL(`../../policies/${name}.yaml`, import.meta.url), 'utf8');
const standard = read('standard');

function refusal(yaml: string): string {
  try {
    parsePolicy(yaml);
  } catch (error) {
    assert.ok(error instanceof PolicyRefused, String(error));
    return error.message;
  }
  assert.fail('it was not refused');
}

test('the standard rules say what the vocabulary says', () => {
  const policy = parsePolicy(standard);
  assert.deepEqual([policy.name, policy.version], ['standard', '2026-2']);
  assert.deepEqual(policy.fee, { freelancerBps: 1000, clientBps: 0 });
  assert.equal(policy.review.window.toString(), 'P14D');
  assert.equal(policy.review.maxChanges, 2);
  assert.equal(policy.cancel?.answer.toString(), 'P7D');
  assert.equal(policy.milestone.edit, 'mutual');
});

test('the rules of 2016 differ where the vocabulary says so', () => {
  const policy = parsePolicy(read('classic-2016'));
  assert.deepEqual(policy.fee, { freelancerBps: 1000, clientBps: 275 });
  assert.deepEqual(
    [policy.cancel, policy.review.maxChanges, policy.offer.counter, policy.clarification.remind],
    [null, null, false, null],
  );
});

test('both have six currencies, each with minima in its own digits', () => {
  for (const name of ['standard', 'classic-2016']) {
    const { currencies } = parsePolicy(read(name));
    assert.deepEqual(Object.keys(currencies).sort(), ['EUR', 'GBP', 'INR', 'JPY', 'KWD', 'USD']);
  }
  const { currencies } = parsePolicy(standard);
  assert.equal(toDecimal(currencies.USD?.milestoneMin ?? assert.fail()), '5.00');
  assert.equal(toDecimal(currencies.JPY?.milestoneMin ?? assert.fail()), '800');
  assert.equal(toDecimal(currencies.KWD?.milestoneMin ?? assert.fail()), '1.500');
});

test('two documents that say the same have one hash, whatever their order and comments', () => {
  const document = parsePolicyDocument(standard);
  const turned = Object.fromEntries(Object.entries(document).reverse());
  const again = parsePolicy(JSON.stringify(turned));
  assert.equal(again.hash, parsePolicy(standard).hash);
  assert.notEqual(parsePolicy(standard.replace('window: P14D', 'window: P15D')).hash, again.hash);
});

test('an unknown key is an error that names its line and the key', () => {
  assert.equal(
    refusal(standard.replace('  window: P14D', '  windw: P3D\n  window: P14D')),
    'line 28: review.windw is not a key of a policy.',
  );
});

test('every mistake is named at once, with its line', () => {
  const wrong = standard
    .replace('expires: P7D', 'expires: 7 days')
    .replace('client: 0 %', 'client: -1 %')
    .replace('min: "5.00"', 'min: 5.00')
    .replace('clearing: P5D', '');
  const lines = refusal(wrong).split('\n');
  assert.match(lines[0] ?? '', /^line 16: offer\.expires is an ISO 8601 duration/);
  assert.match(lines[1] ?? '', /^line 23: milestone\.min is a decimal in quotes/);
  assert.match(lines[2] ?? '', /^clearing is missing\./);
  assert.match(lines[3] ?? '', /fee\.client is a percentage/);
});

test('an amount with more digits than its currency has is refused', () => {
  assert.match(refusal(standard.replace('milestone_min: "800"', 'milestone_min: "800.50"')), /JPY/);
});

test('a key twice, or no mapping at all, is refused', () => {
  assert.match(refusal(`${standard}\nclearing: P1D\n`), /unique/);
  assert.match(refusal('just words'), /policy/i);
  assert.match(refusal(''), /policy|missing/i);
});
