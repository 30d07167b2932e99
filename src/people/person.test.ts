import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../store/ids.ts';
import { personOf, publicPersonOf, shortName } from './person.ts';

test('a short name is the first name and one initial', () => {
  assert.equal(shortName('Ada Lovelace'), 'Ada L.');
  assert.equal(shortName('Ada King of Lovelace'), 'Ada L.');
  assert.equal(shortName('Ben'), 'Ben');
  assert.equal(shortName('  josé   ñandú '), 'josé Ñ.');
  assert.equal(shortName('Zoë 👩‍🚀'), 'Zoë 👩‍🚀.');
});

test('what strangers see has neither e-mail address nor full name', () => {
  const id = newId('psn', Temporal.Instant.from('2026-03-02T09:00Z'));
  const row = { id, name: 'Ada Lovelace', email: 'ada@example.org', roles: ['operator', 'client'] };
  const person = personOf({ ...row, time_zone: 'Europe/London', city: null, demo: false });
  assert.deepEqual(person.roles, ['client', 'operator']);
  assert.equal(String(person.joinedAt), '2026-03-02T09:00:00Z');
  const seen = JSON.stringify(publicPersonOf(person));
  assert.ok(!seen.includes('Lovelace') && !seen.includes('ada@'));
});
