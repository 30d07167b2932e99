import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCity, checkEmail, checkName, checkPassword, checkTimeZone } from './profile.ts';

const refused = (rejected: string, field: string, facts = {}) => ({ rejected, field, facts });

test('names are kept tidy, and none hides anything', () => {
  assert.equal(checkName('  Ada   Lovelace '), 'Ada Lovelace');
  assert.equal(checkName('Zoe\u0308'), 'Zo\u00eb');
  assert.deepEqual(checkName('   '), refused('field_missing', 'name'));
  for (const bad of ['Ada\u202eecalevoL', 'A\u0000da', 'x'.repeat(81)]) {
    assert.deepEqual(checkName(bad), refused('field_invalid', 'name', { maximum: 80 }));
  }
  assert.equal(checkCity('  '), null);
  assert.equal(checkCity('São Paulo'), 'São Paulo');
});

test('addresses are kept in small letters', () => {
  assert.equal(checkEmail(' Ada@Example.org '), 'ada@example.org');
  assert.deepEqual(checkEmail(''), refused('field_missing', 'email'));
  for (const bad of ['ada', 'ada@', '@example.org', 'a b@example.org', 'ada@localhost', 'a@b..c']) {
    assert.deepEqual(checkEmail(bad), refused('field_invalid', 'email'), bad);
  }
});

test('a password is long, and may be anything else', () => {
  assert.equal(checkPassword('correct horse'), 'correct horse');
  assert.deepEqual(checkPassword(''), refused('field_missing', 'password'));
  for (const bad of ['short', 'x'.repeat(129)]) {
    const facts = { minimum: 10, maximum: 128 };
    assert.deepEqual(checkPassword(bad), refused('field_invalid', 'password', facts));
  }
});

test('a time zone has a name, because offsets know nothing of summer', () => {
  assert.equal(checkTimeZone('Europe/Lisbon'), 'Europe/Lisbon');
  assert.equal(checkTimeZone('utc'), 'UTC');
  for (const bad of ['+02:00', 'Europe/Atlantis', '']) {
    assert.deepEqual(checkTimeZone(bad), refused('field_invalid', 'time_zone'), bad);
  }
});
