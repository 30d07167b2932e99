// What people see of contracts and money, on the real engine and both databases.
import assert from 'node:assert/strict';
import type { Looker } from '../../src/reads/people.ts';
import { createDesk, createReads } from '../../src/reads/reads.ts';
import { statementCsv } from '../../src/reads/statement-csv.ts';
import { text } from '../properties/books.ts';
import { onBoth } from './both.ts';
import {
  ann,
  as,
  ben,
  byAnn,
  byBen,
  deposit,
  fundedContract,
  type House,
  houseOn,
  offer,
} from './house.ts';

const client: Looker = { id: ben, roles: ['client'] };
const freelancer: Looker = { id: ann, roles: ['freelancer'] };
const stranger: Looker = { id: 'psn_eve', roles: ['client', 'freelancer', 'mediator'] };
const operator: Looker = { id: 'psn_op', roles: ['operator'] };

const six = (number: number) =>
  Object.fromEntries(
    ['skills', 'quality', 'availability', 'deadlines', 'communication', 'cooperation'].map(
      (name) => [name, number],
    ),
  );

function onHouse(law: string, run: (house: House) => Promise<void>): void {
  onBoth(law, async (db) => {
    const house = houseOn(db);
    await deposit(house, ben, '2000.00');
    await run(house);
    await house.engine.close();
  });
}

const later = (house: House, span: Temporal.DurationLike) => {
  const at = house.clock.now().add(Temporal.Duration.from(span));
  house.clock.set(at);
  return at;
};

onHouse('strangers see nothing, exactly as where nothing is', async (house) => {
  const reads = createReads(createDesk(house.db));
  const id = await fundedContract(house);
  const now = house.clock.now();
  const asked = { after: 0, limit: 10 };
  assert.equal(await reads.contractRoom(stranger, id, now), null);
  assert.equal(await reads.contractRoom(client, 'ctr_none', now), null);
  assert.equal(await reads.contractEvents(stranger, id, asked, now), null);
  assert.deepEqual(await reads.actorOn(stranger, id, now), { as: 'client', person: 'psn_eve' });
  assert.equal((await reads.contractRoom(operator, id, now))?.viewer, 'operator');
});

onHouse('a room shows what silence has done although nobody has written it', async (house) => {
  const reads = createReads(createDesk(house.db));
  const id = await fundedContract(house);
  await house.does(id, byAnn, { type: 'submit_work', milestone: 'm1', note: 'Here it is.' });
  const now = later(house, { hours: 24 * 20 });
  const room = await reads.contractRoom(client, id, now);
  assert.ok(room);
  assert.equal(room.view.milestones.m1?.status, 'released');
  assert.equal(room.view.money.paid, '500.00');
  const last = room.timeline.slice(-2).map(({ event, movements }) => [event.type, movements]);
  assert.deepEqual(last, [
    [
      'payment_released',
      [
        { from: 'contract.escrow', to: 'freelancer.pending', amount: '450.00' },
        { from: 'contract.escrow', to: 'platform.fees', amount: '50.00' },
      ],
    ],
    [
      'earnings_cleared',
      [{ from: 'freelancer.pending', to: 'freelancer.available', amount: '450.00' }],
    ],
  ]);
  const submitted = room.timeline.find(({ event }) => event.type === 'work_submitted');
  assert.equal((submitted?.event as { note?: string } | undefined)?.note, 'Here it is.');
  const wallet = await reads.wallet(ann, 'USD', now);
  assert.equal(wallet?.balances.freelancer.available, '450.00');
  const statement = await reads.statement(ann, 'USD', { party: 'freelancer', month: null }, now);
  assert.equal(statement?.closing.available, '450.00');
  await house.engine.passTime();
  const written = await reads.contractRoom(client, id, now);
  assert.deepEqual(written, room);
  assert.deepEqual(await reads.wallet(ann, 'USD', now), wallet);
  assert.deepEqual(
    await reads.statement(ann, 'USD', { party: 'freelancer', month: null }, now),
    statement,
  );
});

onHouse('events come in pages that join without a gap', async (house) => {
  const reads = createReads(createDesk(house.db));
  const id = await fundedContract(house);
  const now = house.clock.now();
  const all = await reads.contractEvents(client, id, { after: 0, limit: 100 }, now);
  const first = await reads.contractEvents(client, id, { after: 0, limit: 2 }, now);
  assert.equal(first?.next, 2);
  const rest = await reads.contractEvents(client, id, { after: 2, limit: 2 }, now);
  assert.equal(rest?.next, null);
  assert.deepEqual([...(first?.entries ?? []), ...(rest?.entries ?? [])], all?.entries);
});

onHouse(
  'sealed feedback is in no form that the other side sees, until it is revealed',
  async (house) => {
    const reads = createReads(createDesk(house.db));
    const id = await fundedContract(house);
    const feedback = { stars: six(2), comment: 'SECRET', private_note: 'SECRET' };
    await house.does(id, byBen, { type: 'end_contract', reason: 'quality', feedback });
    const now = house.clock.now();
    for (const looker of [freelancer, operator]) {
      const seen = text([
        await reads.contractRoom(looker, id, now),
        await reads.contractEvents(looker, id, { after: 0, limit: 100 }, now),
        await reads.contracts(looker, { which: 'all', limit: 10 }, now),
        await reads.needs(looker, now),
      ]);
      assert.ok(!seen.includes('SECRET'));
    }
    const own = text(await reads.contractRoom(client, id, now));
    assert.ok(own.includes('SECRET'));
    await house.does(id, byAnn, { type: 'give_feedback', stars: six(5) });
    const open = await reads.contractRoom(freelancer, id, now);
    assert.ok(text(open?.view.feedback).includes('SECRET'));
  },
);

onHouse('what needs somebody comes with its deadline, the soonest first', async (house) => {
  const reads = createReads(createDesk(house.db));
  const reviewed = await fundedContract(house);
  await house.does(reviewed, byAnn, { type: 'submit_work', milestone: 'm1' });
  later(house, { hours: 24 * 10 });
  const offered = house.engine.newContractId();
  await house.does(offered, byBen, offer());
  const now = house.clock.now();
  const ofBen = await reads.needs(client, now);
  assert.deepEqual(
    ofBen.map(({ what, subject, next, card }) => [what, subject, next?.at, card.view.id]),
    [['review_work', 'm1', '2026-03-16T09:00:00Z', reviewed]],
  );
  const ofAnn = await reads.needs(freelancer, now);
  assert.deepEqual(
    ofAnn.map(({ what, next }) => [what, next?.at]),
    [['answer_offer', '2026-03-19T09:00:00Z']],
  );
  assert.deepEqual(await reads.needs(stranger, now), []);
});

onHouse(
  'a list is read page by page, newest first, and holds each contract once',
  async (house) => {
    const reads = createReads(createDesk(house.db));
    for (let made = 0; made < 5; made += 1) {
      await house.does(house.engine.newContractId(), byBen, offer());
      if (made % 2 === 0) later(house, { minutes: 1 });
    }
    const now = house.clock.now();
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < 5; pages += 1) {
      const asked = { which: 'offers' as const, limit: 2 };
      const page = await reads.contracts(
        client,
        cursor === undefined ? asked : { ...asked, cursor },
        now,
      );
      assert.ok(page);
      seen.push(...page.cards.map(({ view }) => view.id));
      if (page.next === null) break;
      cursor = page.next;
    }
    assert.equal(seen.length, 5);
    assert.equal(new Set(seen).size, 5);
    assert.equal(await reads.contracts(client, { which: 'all', limit: 2, cursor: 'x' }, now), null);
    const nobody = await reads.contracts(stranger, { which: 'all', limit: 2 }, now);
    assert.deepEqual(nobody, { cards: [], next: null });
  },
);

onHouse(
  'a statement adds up: opening and lines are the closing, and that is the balance',
  async (house) => {
    const reads = createReads(createDesk(house.db));
    const id = await fundedContract(house, 2);
    await house.does(id, byAnn, { type: 'submit_work', milestone: 'm1' });
    await house.does(id, byBen, { type: 'release_payment', milestone: 'm1', amount: '300.00' });
    later(house, { hours: 24 * 40 });
    await house.engine.passTime();
    const feedback = { stars: six(5) };
    await house.does(id, byAnn, { type: 'end_contract', reason: 'other', feedback });
    const now = house.clock.now();
    const ofBen = await reads.statement(ben, 'USD', { party: 'client', month: null }, now);
    assert.deepEqual(
      ofBen?.lines.map(({ type, amount, balance }) => [type, amount, balance]),
      [
        ['deposit_confirmed', '2000.00', '2000.00'],
        ['milestone_funded', '-500.00', '1500.00'],
        ['escrow_returned', '200.00', '1700.00'],
      ],
    );
    assert.equal((await reads.wallet(ben, 'USD', now))?.balances.client.available, '1700.00');
    const march = Temporal.PlainYearMonth.from('2026-03');
    const ofAnn = await reads.statement(ann, 'USD', { party: 'freelancer', month: march }, now);
    assert.deepEqual(
      ofAnn?.lines.map(({ type, amount, pending, available, gross, fee, milestone }) => [
        ...[type, amount, pending, available, gross, fee, milestone?.title],
      ]),
      [
        ['payment_released', '270.00', '270.00', '0.00', '300.00', '30.00', 'Part 1'],
        ['earnings_cleared', '0.00', '-270.00', '270.00', undefined, undefined, undefined],
      ],
    );
    const april = { party: 'client' as const, month: march.add({ months: 1 }) };
    const next = await reads.statement(ben, 'USD', april, now);
    assert.equal(next?.opening.balance, '1500.00');
    assert.equal(next?.closing.balance, '1700.00');
  },
);

onHouse(
  'a charge that went straight into escrow is told, and leaves the balance as it was',
  async (house) => {
    const reads = createReads(createDesk(house.db));
    const id = house.engine.newContractId();
    await house.does(id, byBen, offer(1, '3000.00'));
    await house.does(id, byAnn, { type: 'accept_offer' });
    await house.does(id, byBen, { type: 'fund_milestone', milestone: 'm1' });
    await house.engine.deliver();
    const now = house.clock.now();
    const statement = await reads.statement(ben, 'USD', { party: 'client', month: null }, now);
    assert.deepEqual(
      statement?.lines.slice(1).map(({ type, amount, balance }) => [type, amount, balance]),
      [
        ['charged', '3000.00', '5000.00'],
        ['milestone_funded', '-3000.00', '2000.00'],
      ],
    );
    const wallet = await reads.wallet(ben, 'USD', now);
    assert.deepEqual(wallet?.balances.client, {
      available: '2000.00',
      leaving: '0.00',
      charged: '3000.00',
      owed: '0.00',
      withdrawn: '0.00',
    });
    const platform = await reads.platform('USD');
    assert.deepEqual(platform, { fees: '0.00', protection: '0.00', held_for_others: '5000.00' });
  },
);

onHouse(
  'a statement says of each movement how lasting it is, by the policy of its contract',
  async (house) => {
    const reads = createReads(createDesk(house.db));
    const id = await fundedContract(house, 2);
    await house.does(id, byAnn, { type: 'submit_work', milestone: 'm1' });
    const linesOf = async (person: string, party: 'client' | 'freelancer') => {
      const asked = { party, month: null };
      const found = await reads.statement(person, 'USD', asked, house.clock.now());
      return found?.lines.map(({ type, lasting }) => [type, lasting]);
    };
    const held = { rule: 'held', until: '2026-03-16T09:00:00Z' };
    assert.deepEqual(await linesOf(ben, 'client'), [
      ['deposit_confirmed', undefined],
      ['milestone_funded', held],
    ]);
    await house.does(id, byBen, { type: 'release_payment', milestone: 'm1' });
    const refund = { rule: 'refund', until: '2026-08-29T09:00:00Z' };
    assert.deepEqual(await linesOf(ann, 'freelancer'), [
      ['payment_released', { ...refund, clears: '2026-03-07T09:00:00Z' }],
    ]);
    later(house, { hours: 24 * 6 });
    assert.deepEqual((await linesOf(ann, 'freelancer'))?.[0], ['payment_released', refund]);
    later(house, { hours: 24 * 180 });
    assert.deepEqual((await linesOf(ann, 'freelancer'))?.[0], [
      'payment_released',
      { rule: 'final' },
    ]);
  },
);

onHouse('a statement as CSV disarms formulas and quotes what needs it', async (house) => {
  const reads = createReads(createDesk(house.db));
  const id = house.engine.newContractId();
  await house.does(id, byBen, { ...offer(), title: '=HYPERLINK("x"), now' });
  await house.does(id, byAnn, { type: 'accept_offer' });
  await house.does(id, byBen, { type: 'fund_milestone', milestone: 'm1' });
  const now = house.clock.now();
  const statement = await reads.statement(ben, 'USD', { party: 'client', month: null }, now);
  assert.ok(statement);
  const [head, opening, , funded, closing] = statementCsv(statement, 'Europe/Berlin').split('\r\n');
  assert.ok(head?.startsWith('at_utc,at_local,type,contract_id'));
  assert.match(opening ?? '', /^,,opening,/);
  assert.ok(funded?.startsWith('2026-03-02T09:00:00Z,2026-03-02T10:00:00+01:00,milestone_funded'));
  assert.ok(funded?.includes('"\'=HYPERLINK(""x""), now",m1,Part 1,-500.00,0.00,-500.00'));
  assert.match(closing ?? '', /,closing,.*1500\.00,USD/);
});

onHouse('an offer that was never sent does not exist for whom it was meant', async (house) => {
  const reads = createReads(createDesk(house.db));
  const id = house.engine.newContractId();
  await house.does(id, byBen, { ...offer(1, '3000.00'), fund_first: true });
  const now = house.clock.now();
  assert.equal(await reads.contractRoom(freelancer, id, now), null);
  assert.deepEqual((await reads.contracts(freelancer, { which: 'all', limit: 5 }, now))?.cards, []);
  assert.deepEqual(await reads.currencies(ann), []);
  assert.equal((await reads.contractRoom(client, id, now))?.view.sent, undefined);
  assert.deepEqual(as('client', ben), byBen);
});
