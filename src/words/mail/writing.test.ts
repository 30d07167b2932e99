import assert from 'node:assert/strict';
import { test } from 'node:test';
import { subjectText, untilText, writtenLetter } from './writing.ts';

const letter = {
  subject: 'Logo: Ann submitted “Sketches”\r\nBcc: everybody@example.org',
  name: '<b>Ben</b>\nAdeyo',
  sentences: ['Ann submitted “Sketches” & more.', 'If you do nothing, $500.00 is released.'],
  until: 'Until Friday.',
  link: { label: '“Logo”', href: 'https://endwell.example/contracts/ctr_1?a=1&b="' },
  why: 'You get this because you are the client.',
  choose: 'https://endwell.example/account#mail',
};

test('a mail says the same in plain text and in HTML', () => {
  const { body, html } = writtenLetter(letter);
  for (const sentence of ['If you do nothing, $500.00 is released.', 'Until Friday.', letter.why]) {
    assert.ok(body.includes(sentence) && html.includes(sentence), sentence);
  }
  assert.ok(body.includes(letter.choose) && html.includes(letter.choose));
  assert.ok(body.startsWith('Hello <b>Ben</b> Adeyo,\n\n'));
});

test('nobody writes markup, lines or heads of their own into a mail', () => {
  const { subject, html } = writtenLetter(letter);
  assert.equal(subject, 'Logo: Ann submitted “Sketches” Bcc: everybody@example.org');
  assert.ok(html.includes('Hello &lt;b&gt;Ben&lt;/b&gt; Adeyo,'));
  assert.ok(html.includes('href="https://endwell.example/contracts/ctr_1?a=1&amp;b=&quot;"'));
  assert.doesNotMatch(html, /<(b|img|script|style)\b/);
});

test('a subject is the sentence under its contract, and not too long', () => {
  assert.equal(subjectText('Logo', 'Ann submitted “Sketches”.'), 'Logo: Ann submitted “Sketches”');
  assert.equal(subjectText('Logo', 'Ben offered you “Logo”.'), 'Ben offered you “Logo”');
  const long = subjectText('Logo', 'x'.repeat(300));
  assert.equal([...long].length, 110);
  assert.ok(long.endsWith('…'));
});

test('a deadline in a mail is told three times', () => {
  const now = Temporal.Instant.from('2026-11-20T15:02:00Z');
  assert.equal(
    untilText('2026-12-04T15:02:00Z', 'Europe/Berlin', now),
    'Until Fri 4 Dec 2026, 16:02 Berlin (15:02 UTC), in 14 days.',
  );
  assert.equal(
    untilText('2026-12-04T15:02:00Z', 'UTC', now),
    'Until Fri 4 Dec 2026, 15:02 UTC, in 14 days.',
  );
});
