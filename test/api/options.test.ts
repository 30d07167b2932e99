// What can I do, asked by programs: the advice of the API is that of the domain, to whoever may
// know the contract, and what it says a command does is what the command's preview shows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { options } from '../../src/api/option-routes.ts';
import { fundedContract, withApi } from './house.ts';

type Told = ReturnType<typeof options.parse>;

test('the options of a contract are of the shape that is described, for everybody who may look', () =>
  withApi(async (house) => {
    const id = await fundedContract(house);
    const path = `/api/contracts/${id}/options`;
    for (const who of [house.ben, house.ann, house.olga]) {
      const { status, body } = await house.get(who, path);
      assert.equal(status, 200);
      assert.equal(options.parse(body).contract, id);
    }
    assert.equal((await house.get(house.eve, path)).status, 404);
    assert.equal((await house.get(null, path)).status, 401);
    assert.deepEqual(house.mistakes, []);
  }));

test('a road moves what the preview of its command moves', () =>
  withApi(async (house) => {
    const { ben, ann, post, get } = house;
    const id = await fundedContract(house);
    await post(ann, `/api/contracts/${id}/submit_work`, { milestone: 'sketches' });
    const told = options.parse((await get(ben, `/api/contracts/${id}/options`)).body) as Told;
    assert.equal(told.situations[0]?.is, 'submitted');
    const first = told.roads.filter((road) => road.first).map((road) => road.road);
    assert.deepEqual(first, ['release_payment', 'request_changes', 'part_release']);
    const release = told.roads.find((road) => road.road === 'release_payment');
    const previewed = await post(ben, `/api/contracts/${id}/release_payment/preview`, {
      milestone: 'sketches',
    });
    const preview = previewed.body as { postings: unknown; money: unknown };
    assert.deepEqual(release?.now.postings, preview.postings);
    assert.deepEqual(release?.now.money, preview.money);
    assert.match(
      release?.says ?? '',
      /\$500\.00 is paid to Ann, who gets \$450\.00 after the 10% fee/,
    );
  }));

test('nobody reads the balance of the other side out of advice', () =>
  withApi(async (house) => {
    const { ann, get, post, ben } = house;
    const id = await fundedContract(house);
    await post(ben, `/api/contracts/${id}/propose_change`, {
      milestones: [{ id: 'sketches', amount: '90000.00' }],
    });
    const told = options.parse((await get(ann, `/api/contracts/${id}/options`)).body) as Told;
    const accept = told.roads.find((road) => road.road === 'accept_change');
    assert.ok(accept !== undefined, 'she may accept whatever he has');
    assert.ok(!JSON.stringify(told).includes('"available":'));
  }));
