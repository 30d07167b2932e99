import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarText } from './icalendar.ts';

const event = {
  uid: 'ctr_1.review_ends.sketches@endwell.example',
  at: Temporal.Instant.from('2026-12-04T15:02:03.999Z'),
  changed: Temporal.Instant.from('2026-11-20T15:02:00Z'),
  sequence: 7,
  summary:
    'Review of “Sketches”: a logo; for the bakery, in Ünterwald und überall sonst auf der Welt',
  description: 'First line\nSecond line with a \\ and\ta tab',
  url: 'https://endwell.example/contracts/ctr_1',
};

/** What a calendar program reads: names and values, unfolded and unescaped. */
function parsed(text: string): readonly (readonly [name: string, value: string])[] {
  const unfolded = text.replaceAll('\r\n ', '');
  return unfolded
    .trimEnd()
    .split('\r\n')
    .map((line) => {
      const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
      const plain = value.replaceAll(/\\([\\;,n])/g, (_, sign) => (sign === 'n' ? '\n' : sign));
      return [name, plain] as const;
    });
}

test('a calendar says what it was given', () => {
  const read = parsed(calendarText({ name: 'Endwell, deadlines', events: [event] }));
  const value = (name: string) => read.find(([one]) => one === name)?.[1];
  assert.equal(value('SUMMARY'), event.summary);
  assert.equal(value('DESCRIPTION'), 'First line\nSecond line with a \\ and a tab');
  assert.equal(value('UID'), event.uid);
  assert.equal(value('DTSTART'), '20261204T150203Z');
  assert.equal(value('DTSTAMP'), '20261120T150200Z');
  assert.equal(value('SEQUENCE'), '7');
  assert.equal(value('X-WR-CALNAME'), 'Endwell, deadlines');
  assert.deepEqual(read.at(0), ['BEGIN', 'VCALENDAR']);
  assert.deepEqual(read.at(-1), ['END', 'VCALENDAR']);
});

test('every line ends with CRLF and has at most 75 octets, and no letter is cut in two', () => {
  const summary = `${'😀'.repeat(60)}ü`;
  const text = calendarText({ name: 'x', events: [{ ...event, summary }] });
  const lines = text.split('\r\n');
  assert.equal(lines.pop(), '');
  assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75));
  assert.ok(lines.every((line) => !line.includes('\n') && !line.includes('\r')));
  assert.ok(lines.every((line) => !line.includes('\ufffd')));
  assert.ok(parsed(text).some(([name, value]) => name === 'SUMMARY' && value === summary));
});

test('nobody writes lines of their own into a calendar by a title', () => {
  const summary = 'Logo\r\nEND:VEVENT\r\nATTACH:https://evil.example';
  const text = calendarText({ name: 'x', events: [{ ...event, summary }] });
  assert.equal(text.match(/^ATTACH/gm), null);
  assert.equal(text.match(/^END:VEVENT/gm)?.length, 1);
});

test('a calendar without events is one all the same', () => {
  assert.match(calendarText({ name: 'x', events: [] }), /^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/);
});
