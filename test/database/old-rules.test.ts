// Contracts that were signed under rules which lack what this version follows: refused in words.
import assert from 'node:assert/strict';
import { loadPolicies, PolicyBook } from '../../src/store/policies.ts';
import { onBoth } from './both.ts';

onBoth('rules that are older than the house can follow are refused, by name', async (db) => {
  const old = { name: 'standard', version: '2025-1', hash: 'old', currencies: {} };
  await db.query(`insert into policies (hash, policy) values ('old', $1)`, [JSON.stringify(old)]);
  await assert.rejects(loadPolicies(db, new PolicyBook()), /standard 2025-1 before the rules of/);
});
