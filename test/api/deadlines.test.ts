// The register of deadlines over HTTP.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deadlinesAnswer } from '../../src/api/deadline-routes.ts';
import { fundedContract, withApi } from './house.ts';

test('a program learns what ends when, who can act, and by which command', () =>
  withApi(async (house) => {
    const { ann, ben, post, get } = house;
    const id = await fundedContract(house);
    await post(ann, `/api/contracts/${id}/submit_work`, { milestone: 'sketches' });
    const { body } = await get(ben, '/api/deadlines?mine=yes');
    const { deadlines } = deadlinesAnswer.parse(body);
    const review = deadlines.find(({ what }) => what === 'review_ends');
    assert.deepEqual(
      [review?.at, review?.command, review?.mine, review?.stands, review?.contract.id],
      ['2026-03-16T09:00:00Z', 'release_payment', true, true, id],
    );
    const theirs = deadlinesAnswer.parse((await get(ann, '/api/deadlines')).body).deadlines;
    assert.equal(theirs.find(({ what }) => what === 'review_ends')?.mine, false);
    const clears = theirs.find(({ what }) => what === 'earnings_clear');
    assert.equal(clears?.stands, false);
    const none = await get(ben, '/api/deadlines?as=freelancer');
    assert.deepEqual(deadlinesAnswer.parse(none.body).deadlines, []);
    assert.equal((await get(ben, '/api/deadlines?as=nobody')).status, 422);
  }));
