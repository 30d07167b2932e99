// The API on the real engine and database: a contract's whole life over HTTP, and what a request
// gets that cannot be what it should be.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'zod';
import * as done from '../../src/api/command-schemas.ts';
import * as schemas from '../../src/api/schemas.ts';
import { problemShape } from '../../src/wire/problem.ts';
import { type Answered, allThatIs, fundedContract, offerTo, origin, withApi } from './house.ts';

type Any = Record<string, never> & { readonly [key: string]: unknown };

const six = {
  skills: 5,
  quality: 5,
  availability: 4,
  deadlines: 5,
  communication: 5,
  cooperation: 5,
};

function is<S extends z.ZodType>(schema: S, answered: Answered, status = 200): z.output<S> {
  assert.equal(answered.status, status, answered.text);
  const parsed = schema.safeParse(answered.body);
  assert.ok(parsed.success, `${parsed.error}\n${answered.text}`);
  return parsed.data;
}

function problem(answered: Answered, status: number, code: string) {
  assert.equal(answered.status, status, answered.text);
  assert.equal(answered.headers.get('content-type'), 'application/problem+json');
  const read = problemShape.parse(answered.body);
  assert.equal(read.code, code);
  assert.equal(read.status, status);
  assert.equal(read.type, `/api/problems/${code}`);
  assert.match(read.detail, /^[A-Z0-9“$€].*\.$/s);
  return read;
}

test('a contract goes from offer to feedback over HTTP, and every answer is as documented', () =>
  withApi(async (house) => {
    const { ann, ben, post, get, clock } = house;
    const id = await fundedContract(house);
    const room = is(schemas.contract, await get(ann, `/api/contracts/${id}`));
    assert.equal(room.you, 'freelancer');
    assert.equal(room.milestones.sketches?.status, 'funded');
    assert.equal(room.can.submit_work, true);
    assert.equal(room.parties.client.name, 'Ben');
    const note = { milestone: 'sketches', note: 'Three sketches.' };
    const submitted = await post(ann, `/api/contracts/${id}/submit_work`, note);
    const made = is(done.contractDone, submitted);
    assert.deepEqual(
      made.events.map(({ type, note: told }) => [type, told]),
      [['work_submitted', 'Three sketches.']],
    );
    const needs = is(schemas.needs, await get(ben, '/api/needs'));
    assert.deepEqual(
      needs.needs.map(({ what, command, subject, next }) => [what, command, subject, next?.at]),
      [['review_work', 'release_payment', 'sketches', '2026-03-16T09:00:00Z']],
    );
    clock.set(clock.now().add({ hours: 1 }));
    const released = await post(ben, `/api/contracts/${id}/release_payment`, {
      milestone: 'sketches',
    });
    const [event] = is(done.contractDone, released).events;
    assert.deepEqual(event?.movements, [
      { from: 'contract.escrow', to: 'freelancer.pending', amount: '450.00' },
      { from: 'contract.escrow', to: 'platform.fees', amount: '50.00' },
    ]);
    const end = { reason: 'completed', feedback: { stars: six, comment: 'Lovely' } };
    is(done.contractDone, await post(ben, `/api/contracts/${id}/end_contract`, end));
    const sealed = await get(ann, `/api/contracts/${id}`);
    assert.ok(!sealed.text.includes('Lovely'));
    is(done.contractDone, await post(ann, `/api/contracts/${id}/give_feedback`, { stars: six }));
    const open = await get(ann, `/api/contracts/${id}`);
    assert.ok(open.text.includes('Lovely'));
    is(schemas.contract, open);
    is(schemas.contract, await get(house.olga, `/api/contracts/${id}`));
    const events = is(schemas.events, await get(ann, `/api/contracts/${id}/events?limit=3`));
    assert.equal(events.next, 3);
    is(schemas.contracts, await get(ben, '/api/contracts?which=over'));
    is(schemas.me, await get(ben, '/api/me'));
    assert.deepEqual(house.mistakes, []);
  }));

test('money is seen in wallets and statements, and leaves by a payout', () =>
  withApi(async (house) => {
    const { ann, ben, post, get, clock, engine } = house;
    const id = await fundedContract(house);
    await post(ben, `/api/contracts/${id}/release_payment`, { milestone: 'sketches' });
    clock.set(clock.now().add({ hours: 24 * 6 }));
    const bank = { id: 'bank', kind: 'bank', label: 'Account 88', token: 'bank_secret' };
    const added = await post(ann, '/api/wallets/USD/add_payment_method', bank);
    assert.ok(!added.text.includes('bank_secret'));
    is(done.walletDone, added);
    await post(ann, '/api/wallets/USD/verify_payment_method', { method: 'bank' });
    const ask = { amount: '100', method: 'bank' };
    const seen = is(done.walletPreview, await post(ann, '/api/wallets/USD/withdraw/preview', ask));
    assert.deepEqual(seen.postings, [
      { from: 'freelancer.available', to: 'freelancer.leaving', amount: '100.00' },
    ]);
    const promised = { ...ask, promise: seen.promise };
    is(done.walletDone, await post(ann, '/api/wallets/USD/withdraw', promised));
    await engine.deliver();
    const answered = await get(ann, '/api/wallets/USD');
    assert.ok(!answered.text.includes('bank_secret'));
    const wallet = is(schemas.wallet, answered);
    assert.deepEqual(wallet.balances.freelancer, {
      pending: '0.00',
      available: '350.00',
      leaving: '0.00',
      held: '0.00',
      withdrawn: '100.00',
    });
    is(schemas.wallets, await get(ann, '/api/wallets'));
    const statement = is(schemas.statement, await get(ann, '/api/wallets/USD/statement'));
    assert.equal(statement.closing.balance, '350.00');
    const csv = await get(ann, '/api/wallets/USD/statement.csv?month=2026-03');
    assert.equal(csv.status, 200);
    assert.match(csv.headers.get('content-type') ?? '', /^text\/csv/);
    assert.match(csv.text, /payment_released/);
  }));

test('a preview changes nothing and is a promise, which is kept or nothing happens', () =>
  withApi(async (house) => {
    const { ben, ann, post } = house;
    const id = await fundedContract(house);
    const before = await allThatIs(house);
    const path = `/api/contracts/${id}/end_contract`;
    const end = { reason: 'quality', release: '200', feedback: { stars: six } };
    const seen = is(done.contractPreview, await post(ben, `${path}/preview`, end));
    assert.equal(await allThatIs(house), before);
    assert.deepEqual(
      seen.events.map(({ type }) => type),
      ['contract_ended', 'payment_released', 'escrow_refund_requested', 'feedback_given'],
    );
    assert.equal(seen.money?.paid, '200.00');
    const submitted = await post(ann, `/api/contracts/${id}/submit_work`, {
      milestone: 'sketches',
    });
    assert.equal(submitted.status, 200);
    const between = await allThatIs(house);
    const stale = await post(ben, path, { ...end, release: '0', promise: seen.promise });
    problem(stale, 412, 'promise_is_stale');
    assert.equal(await allThatIs(house), between);
    const offered = await post(ben, '/api/offers/preview', offerTo(ann.email));
    const offer = is(done.contractPreview, offered);
    assert.equal(offer.contract, null);
    const sent = await post(ben, '/api/offers', { ...offerTo(ann.email), promise: offer.promise });
    is(done.contractDone, sent, 201);
    assert.match(sent.headers.get('location') ?? '', /^\/api\/contracts\/ctr_/);
  }));

test('the same key gets the same answer and does nothing twice; another body is refused', () =>
  withApi(async (house) => {
    const { ben, post, send } = house;
    const id = await fundedContract(house);
    const path = `/api/contracts/${id}/release_payment`;
    const body = { milestone: 'sketches', amount: '100.00' };
    const first = await post(ben, path, body, 'once');
    const again = await post(ben, path, body, 'once');
    const quoted = await post(ben, path, body, '"once"');
    assert.equal(first.headers.get('idempotency-replayed'), 'false');
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.equal(again.text, first.text);
    assert.equal(quoted.text, first.text);
    const other = await post(ben, path, { ...body, amount: '200.00' }, 'once');
    problem(other, 422, 'key_reused_with_other_body');
    problem(await send(ben, path, { body, key: null }), 400, 'key_missing');
    problem(await send(ben, path, { body, key: ' é' }), 400, 'key_invalid');
    const question = { question: 'Which blue?' };
    const free = await send(ben, `/api/contracts/${id}/ask_clarification`, {
      body: question,
      key: null,
    });
    assert.equal(free.status, 200);
  }));

test('a refusal says why, what is allowed and what helps instead', () =>
  withApi(async (house) => {
    const { ann, ben, post } = house;
    const id = await fundedContract(house);
    const act = `/api/contracts/${id}`;
    const early = await post(ann, `${act}/give_feedback`, { stars: six });
    const told = problem(early, 409, 'contract_not_ended');
    assert.deepEqual(told.instead, ['propose_cancel', 'end_contract']);
    assert.equal(told.contract?.status, 'active');
    assert.ok(told.contract?.allowed.includes('submit_work'));
    assert.equal(told.contract?.next?.what, 'due_passes');
    problem(
      await post(ann, `${act}/release_payment`, { milestone: 'x' }),
      403,
      'not_your_decision',
    );
    const unknown = await post(ben, `${act}/release_payment`, { milestone: 'x' });
    const [where] = problem(unknown, 422, 'milestone_not_found').errors ?? [];
    assert.deepEqual([where?.field, where?.pointer], ['milestone', '/milestone']);
    const much = await post(ben, `${act}/release_payment`, {
      milestone: 'sketches',
      amount: '501',
    });
    assert.deepEqual(problem(much, 422, 'amount_exceeds_escrow').facts, { escrow: '500.00' });
    assert.match(String((much.body as Any).detail), /\$500\.00/);
    const small = { ...offerTo(ann.email), milestones: [{ title: 'A', amount: '4.99' }] };
    const [field] =
      problem(await post(ben, '/api/offers', small), 422, 'amount_below_minimum').errors ?? [];
    assert.equal(field?.pointer, '/milestones/0/amount');
    const nobody = await post(ben, '/api/offers', offerTo('nobody@example.org'));
    problem(nobody, 422, 'person_not_found');
    const roleless = await post(ben, '/api/offers', offerTo(house.olga.email));
    problem(roleless, 422, 'person_not_found');
    problem(await post(ann, '/api/offers', offerTo(ann.email)), 403, 'not_your_decision');
    problem(await post(house.olga, `${act}/accept_offer`), 403, 'not_a_party');
  }));

test('what is not yours is exactly like what does not exist', () =>
  withApi(async (house) => {
    const { eve, post, get } = house;
    const id = await fundedContract(house);
    const none = 'ctr_00000000000000000000000000';
    const plain = ({ text }: Answered) => text.replace(/urn:uuid:[0-9a-f-]+/, '');
    for (const rest of ['', '/events', '/events?limit=2']) {
      const [mine, other] = [
        await get(eve, `/api/contracts/${none}${rest}`),
        await get(eve, `/api/contracts/${id}${rest}`),
      ];
      problem(other, 404, 'not_found');
      assert.equal(plain(other), plain(mine));
    }
    for (const command of ['accept_offer', 'fund_milestone', 'end_contract/preview']) {
      const body = {
        accept_offer: {},
        fund_milestone: { milestone: 'sketches' },
        'end_contract/preview': { reason: 'other', feedback: { stars: six } },
      }[command];
      const [mine, other] = [
        await post(eve, `/api/contracts/${none}/${command}`, body),
        await post(eve, `/api/contracts/${id}/${command}`, body),
      ];
      problem(other, 404, 'not_found');
      assert.equal(plain(other), plain(mine));
    }
    problem(await get(eve, '/api/contracts/%00'), 404, 'not_found');
    problem(await get(eve, '/api/contracts/..%2f..%2fme'), 404, 'not_found');
    problem(await get(eve, '/api/wallets/ZZZ'), 404, 'not_found');
    problem(await get(eve, '/api/wallets/usd'), 404, 'not_found');
  }));

test('a request needs a key, or a session from this very site', () =>
  withApi(async (house) => {
    const { ben, ann, send } = house;
    const id = await fundedContract(house);
    const nobody = await send(null, '/api/me');
    problem(nobody, 401, 'not_signed_in');
    assert.match(nobody.headers.get('www-authenticate') ?? '', /^Bearer/);
    const wrong = { headers: { authorization: 'Bearer endwell_wrong', cookie: ben.cookie } };
    problem(await send(null, '/api/me', wrong), 401, 'not_signed_in');
    const basic = { headers: { authorization: 'Basic YTpi' } };
    problem(await send(null, '/api/me', basic), 401, 'not_signed_in');
    const { cookie } = ben;
    assert.equal((await send(null, '/api/me', { headers: { cookie } })).status, 200);
    const path = `/api/contracts/${id}/ask_clarification`;
    const ask = (headers: Record<string, string>) =>
      send(null, path, { body: { question: 'Which blue?' }, headers: { cookie, ...headers } });
    problem(await ask({}), 403, 'from_another_site');
    problem(await ask({ origin: 'https://evil.example' }), 403, 'from_another_site');
    problem(await ask({ 'sec-fetch-site': 'cross-site', origin }), 403, 'from_another_site');
    assert.equal((await ask({ 'sec-fetch-site': 'same-origin' })).status, 200);
    const answer = { body: { answer: 'This one.' }, headers: { cookie: ann.cookie, origin } };
    const answered = await send(null, `/api/contracts/${id}/answer_clarification`, answer);
    assert.equal(answered.status, 200);
  }));

test('a body that is no command is told what is wrong with it, and changes nothing', () =>
  withApi(async (house) => {
    const { ben, send, post } = house;
    const id = await fundedContract(house);
    const before = await allThatIs(house);
    const path = `/api/contracts/${id}/release_payment`;
    const raw = async (text: string | Uint8Array<ArrayBuffer>, headers = {}) =>
      send(ben, path, { raw: text, headers });
    problem(await raw('{"milestone": '), 400, 'body_malformed');
    problem(await raw(''), 400, 'body_malformed');
    problem(await raw('{"milestone":"a","milestone":"b"}'), 400, 'body_malformed');
    problem(await raw(new Uint8Array([0x7b, 0xff, 0x7d])), 400, 'body_malformed');
    problem(await raw('['.repeat(5000)), 400, 'body_malformed');
    const wrongType = await raw('milestone=sketches', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    problem(wrongType, 415, 'not_json');
    problem(await raw('{}', { 'content-type': 'application/jsonp' }), 415, 'not_json');
    const large = JSON.stringify({ milestone: 'x'.repeat(300_000) });
    problem(await raw(large), 413, 'body_too_large');
    const fields = problem(
      await post(ben, path, { amount: 5, colour: 'red', __proto__x: 1 }),
      422,
      'fields_invalid',
    );
    assert.deepEqual(fields.errors?.map(({ code, pointer }) => `${code} ${pointer}`).sort(), [
      'field_invalid /amount',
      'field_missing /milestone',
      'field_unknown /__proto__x',
      'field_unknown /colour',
    ]);
    const promise = await post(ben, path, { milestone: 'sketches', promise: 5 });
    problem(promise, 422, 'fields_invalid');
    assert.equal(await allThatIs(house), before);
  }));

test('an address knows its methods, and one that is none says so', () =>
  withApi(async ({ ben, send }) => {
    const put = await send(ben, '/api/offers', { method: 'PUT' });
    problem(put, 405, 'method_not_allowed');
    assert.equal(put.headers.get('allow'), 'POST');
    const del = await send(ben, '/api/contracts/x', { method: 'DELETE' });
    assert.equal(problem(del, 405, 'method_not_allowed').title.length > 0, true);
    assert.equal(del.headers.get('allow'), 'GET, HEAD');
    const get = await send(ben, '/api/contracts/x/accept_offer');
    problem(get, 405, 'method_not_allowed');
    problem(await send(ben, '/api/nothing'), 404, 'nothing_here');
    problem(await send(ben, '/api/contracts/x/explode', { body: {} }), 404, 'nothing_here');
    assert.equal((await send(ben, '/api/me', { method: 'HEAD' })).status, 200);
    const query = await send(ben, '/api/contracts?limit=0&limit=1&colour=red');
    assert.equal(problem(query, 422, 'fields_invalid').errors?.length, 2);
    problem(await send(ben, '/api/contracts?cursor=x'), 422, 'fields_invalid');
    problem(await send(ben, '/api/wallets/USD/statement?month=2026-13'), 422, 'fields_invalid');
    for (const { headers } of [put, get]) {
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('cache-control'), 'no-store');
    }
  }));
