// Requests that nobody meant: whatever is sent, the API answers with a status below 500, every
// error is a problem of a registered type, and what was refused has changed nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { commandTable } from '../../src/api/commands.ts';
import { problemCodes, problemShape } from '../../src/wire/problem.ts';
import { type ApiHouse, allThatIs, fundedContract, type Member, withApi } from './house.ts';

const words = fc.constantFrom(
  ...['sketches', 'drawing', 'm1', '500.00', '0', '-5', '0.001', '999999999999.99', '1e9', ''],
  ...['2026-04-01T00:00:00Z', '2999-12-31T23:59:59Z', '2000-01-01T00:00Z', 'completed', 'fixed'],
  ...['USD', 'JPY', 'KWD', 'ZZZ', 'card', 'bank', 'client', '__proto__', 'a\0b', '\ud800', '💣'],
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: words },
  { weight: 1, arbitrary: fc.string({ maxLength: 30, unit: 'binary' }) },
  { weight: 1, arbitrary: fc.constantFrom(null, true, false, 0, -1, 5, 1e308, 4.5, [], {}) },
);
const six = fc.record(
  Object.fromEntries(
    ['skills', 'quality', 'availability', 'deadlines', 'communication', 'cooperation'].map(
      (name) => [name, fc.constantFrom(1, 5, 0, 6, 2.5, '5')],
    ),
  ),
  { requiredKeys: ['skills', 'quality'] },
);
const milestone = fc.record(
  { id: words, title: words, amount: words, due: words },
  { requiredKeys: ['title', 'amount'] },
);
const feedback = fc.record({ stars: six, comment: value, private_note: value });

/** Fields that commands know, each often of its kind and sometimes not. */
const fields = fc.dictionary(
  fc.constantFrom(
    ...['milestone', 'amount', 'note', 'title', 'due', 'id', 'reason', 'release', 'to', 'kind'],
    ...['currency', 'milestones', 'fund_first', 'remove', 'scope', 'question', 'answer', 'promise'],
    ...['to_freelancer', 'feedback', 'stars', 'method', 'label', 'token', 'as', 'constructor'],
  ),
  fc.oneof(
    { weight: 6, arbitrary: value },
    { weight: 1, arbitrary: fc.array(fc.oneof(milestone, words), { maxLength: 4 }) },
    { weight: 1, arbitrary: feedback },
    { weight: 1, arbitrary: six },
  ),
  { maxKeys: 8 },
);

/** Fields that are good enough for each command to reach the domain. */
const meant: Readonly<Record<string, object>> = {
  send_offer: {
    title: 'Logo',
    kind: 'fixed',
    currency: 'USD',
    milestones: [{ title: 'A', amount: '20' }],
  },
  ask_clarification: { question: 'Which blue?' },
  answer_clarification: { answer: 'This one.' },
  add_milestone: { title: 'More', amount: '25' },
  deposit: { amount: '10' },
  withdraw: { amount: '10', method: 'bank' },
  add_payment_method: { kind: 'card', label: 'Card', token: 'tok_ok' },
};

const request = fc.record({
  // Half of them are commands whose fields are known here, so that some are carried out.
  entry: fc.oneof(
    fc.constantFrom(...commandTable),
    fc.constantFrom(...commandTable.filter(({ name }) => name in meant)),
  ),
  who: fc.constantFrom('ben', 'ann', 'eve', 'olga'),
  /** How many of the odd fields come along with a command that is meant; null for all of them. */
  odd: fc.constantFrom(0, 0, 1, 1, 2, null),
  fields,
  preview: fc.boolean(),
  currency: fc.constantFrom('USD', 'JPY', 'KWD', 'ZZZ', '%00'),
  contract: fc.constantFrom('here', 'here', 'here', 'ctr_none', '%f0', "x' or 1=1"),
  wait: fc.integer({ min: 0, max: 200 }),
});

type Request = typeof request extends fc.Arbitrary<infer R> ? R : never;

async function tried(house: ApiHouse, contract: string, one: Request): Promise<number> {
  const { entry, preview, currency } = one;
  const who: Member = house[one.who as 'ben'];
  const here = one.contract === 'here' ? contract : encodeURIComponent(one.contract);
  const path = entry.path.replace(':id', here).replace(':currency', currency);
  const to = entry.name === 'send_offer' ? { to: house.ann.email } : {};
  const milestone = /(fund|edit|remove)_|work|submission|changes|payment$/.test(entry.name)
    ? { milestone: 'sketches' }
    : {};
  const base = one.odd === null ? {} : { ...to, ...milestone, ...meant[entry.name] };
  const odd = Object.entries(one.fields).slice(0, one.odd ?? undefined);
  const body = { ...base, ...Object.fromEntries(odd) };
  const before = await allThatIs(house);
  const answered = await house.post(who, preview ? `${path}/preview` : path, body);
  const what = `${path} ${JSON.stringify(body)} → ${answered.text}`;
  assert.ok(answered.status < 500, what);
  if (answered.status >= 400) {
    assert.ok(
      problemCodes.some((code) => code === problemShape.parse(answered.body).code),
      what,
    );
  }
  if (answered.status >= 400 || preview) assert.equal(await allThatIs(house), before, what);
  return answered.status;
}

test('whatever is sent, nothing breaks and what is refused changes nothing', () =>
  withApi(async (house) => {
    const contract = await fundedContract(house);
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(request, async (one) => {
        const status = await tried(house, contract, one);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        house.clock.set(house.clock.now().add({ minutes: one.wait }));
      }),
      // Each request meets what the earlier ones have left, so a failure is not made smaller.
      { numRuns: 300, endOnFailure: true },
    );
    assert.deepEqual(house.mistakes, []);
    for (const status of [200, 404, 409, 422]) assert.ok(statuses.has(status), `${status} was met`);
  }));

test('a body of any bytes and a path of any kind get a problem, not a mistake', () =>
  withApi(async (house) => {
    const contract = await fundedContract(house);
    const before = await allThatIs(house);
    const bytes = fc.uint8Array({ maxLength: 200 });
    const text = fc.string({ maxLength: 60, unit: 'binary' });
    await fc.assert(
      fc.asyncProperty(bytes, text, async (raw, odd) => {
        const body = new Uint8Array(raw);
        const path = `/api/contracts/${contract}/release_payment`;
        const sent = await house.send(house.ben, path, { raw: body });
        assert.ok(sent.status >= 400 && sent.status < 500, sent.text);
        problemShape.parse(sent.body);
        const read = await house.get(
          house.ben,
          `/api/contracts/${encodeURIComponent(odd.toWellFormed())}`,
        );
        assert.ok(read.status < 500, read.text);
        const query = await house.get(
          house.ben,
          `/api/contracts?cursor=${encodeURIComponent(odd.toWellFormed())}`,
        );
        assert.ok(query.status < 500, query.text);
      }),
      { numRuns: 80 },
    );
    assert.equal(await allThatIs(house), before);
    assert.deepEqual(house.mistakes, []);
  }));
