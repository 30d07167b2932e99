import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf } from './attempts.ts';

test('an IPv6 user has one network, however many addresses', () => {
  assert.equal(networkOf('2001:db8:0:7::1'), '2001:db8:0:7');
  assert.equal(networkOf('2001:DB8:0:7:ffff:1:2:3'), '2001:db8:0:7');
  assert.equal(networkOf('2001:db8::1'), '2001:db8:0:0');
  assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0');
  assert.equal(networkOf('::1'), '0:0:0:0');
  assert.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7');
  assert.equal(networkOf('192.0.2.7'), '192.0.2.7');
  assert.equal(networkOf('unknown'), 'unknown');
});
