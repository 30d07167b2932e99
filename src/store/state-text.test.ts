// A state is read as it was written, whatever is left out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as examples from '../domain/contracts/examples.ts';
import type { Life } from '../domain/contracts/lives.ts';
import { standard } from '../domain/policy/examples.ts';
import { canonical } from './codec.ts';
import { stateOfText, stateText } from './state-text.ts';

const policies = { get: () => standard };

test('every example is read as it was written', () => {
  const lives = Object.values(examples).filter((one) => typeof one === 'function');
  assert.ok(lives.length > 10);
  for (const example of lives) {
    const { contract } = (example as () => Life)();
    const { terms: _, ...state } = contract;
    assert.equal(canonical(stateOfText(stateText(contract), policies)), canonical(state));
  }
});

test('what is not there is not written', () => {
  const text = stateText(examples.funded().contract);
  for (const name of ['disputes', 'feedback', 'counter', 'requests', 'payments', 'outcome']) {
    assert.ok(!text.includes(`"${name}"`), name);
  }
});
