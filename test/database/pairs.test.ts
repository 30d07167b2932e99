// Two people act in the same moment: every pair of the twelve commands that move money, on one
// contract, given to two engines on connections of their own. Whatever the two are answered and
// whatever is left must be what one of the two orders would have led to. The orders themselves are
// carried out one after the other, on contracts that are alike in everything but their people.
import assert from 'node:assert/strict';
import type { Contract } from '../../src/domain/contracts/contract.ts';
import { type Money, toDecimal } from '../../src/domain/money/money.ts';
import type { Actor } from '../../src/domain/people.ts';
import { isRejection } from '../../src/domain/rejections.ts';
import { auditAll } from '../../src/engine/audit/audit.ts';
import type { Answer, Engine, PlainCommand } from '../../src/engine/requests.ts';
import { createDesk } from '../../src/reads/reads.ts';
import { storedContracts } from '../../src/reads/states.ts';
import { type Database, openDatabase } from '../../src/store/connection.ts';
import { onPostgres } from './both.ts';
import { accepted, anyKey, as, type House, houseOn } from './house.ts';

const rounds = 10;

const stars = Object.fromEntries(
  ['skills', 'quality', 'availability', 'deadlines', 'communication', 'cooperation'].map((name) => [
    name,
    4,
  ]),
);
const end = { type: 'end_contract', reason: 'other', feedback: { stars } } as const;

type Deed = { readonly by: 'client' | 'freelancer' } & (
  | { readonly contract: PlainCommand }
  | { readonly wallet: Parameters<Engine['previewWallet']>[0]['command'] }
);

const deeds: Readonly<Record<string, Deed>> = {
  fund_milestone: { by: 'client', contract: { type: 'fund_milestone', milestone: 'm3' } },
  release_payment: {
    by: 'client',
    contract: { type: 'release_payment', milestone: 'm2', amount: '120.00' },
  },
  pay_bonus: { by: 'client', contract: { type: 'pay_bonus', amount: '50.00', kind: 'bonus' } },
  give_refund: { by: 'freelancer', contract: { type: 'give_refund', amount: '100.00' } },
  end_by_client: { by: 'client', contract: { ...end, release: '80.00' } },
  end_by_freelancer: { by: 'freelancer', contract: end },
  accept_cancel: { by: 'client', contract: { type: 'accept_cancel' } },
  accept_change: { by: 'client', contract: { type: 'accept_change' } },
  approve_escrow_refund: { by: 'freelancer', contract: { type: 'approve_escrow_refund' } },
  withdraw_escrow_refund: { by: 'client', contract: { type: 'withdraw_escrow_refund' } },
  dispute_escrow_refund: {
    by: 'freelancer',
    contract: { type: 'dispute_escrow_refund', statement: 'It is done.', amount: '70.00' },
  },
  withdraw: {
    by: 'freelancer',
    wallet: { type: 'withdraw', amount: '60.00', method: 'bank' },
  },
};

/** One contract with people of its own, who have nothing else. */
type Stage = {
  readonly id: string;
  readonly client: Actor;
  readonly freelancer: Actor;
};

type Situation = 'active' | 'ended';

async function act(engine: Engine, stage: Stage, deed: Deed): Promise<Answer> {
  const by = stage[deed.by];
  const key = anyKey();
  if ('contract' in deed) {
    return engine.execute({ contract: stage.id, by, command: deed.contract, key });
  }
  const wallet = { person: by.person ?? '', currency: 'USD' };
  return engine.execute({ wallet, by, command: deed.wallet, key });
}

let people = 0;

function newStage(house: House): Stage {
  people += 1;
  return {
    id: house.engine.newContractId(),
    client: as('client', `psn_b${people}`),
    freelancer: as('freelancer', `psn_a${people}`),
  };
}

async function equip(house: House, by: Actor, kind: 'card' | 'bank'): Promise<void> {
  const method = { id: kind, kind, label: 'Ending 88', token: 'tok_ok' } as const;
  const commands = [
    { type: 'add_payment_method', ...method },
    { type: 'verify_payment_method', method: kind },
  ] as const;
  const wallet = { person: by.person ?? '', currency: 'USD' };
  for (const command of commands) {
    accepted(await house.engine.execute({ wallet, by, command, key: anyKey() }));
  }
  if (kind === 'bank') return;
  const command = { type: 'deposit', amount: '420.00' } as const;
  accepted(await house.engine.execute({ wallet, by, command, key: anyKey() }));
}

/** 100.00 paid and cleared: 90.00 are the freelancer’s. The client has 320.00 left. */
async function begin(house: House, { id, client, freelancer }: Stage): Promise<void> {
  const milestones = ['100.00', '200.00', '100.00'].map((amount, index) => ({
    id: `m${index + 1}`,
    title: `Part ${index + 1}`,
    amount,
  }));
  const to = freelancer.person ?? '';
  const terms = { to, title: 'Logo', kind: 'fixed', currency: 'USD', milestones } as const;
  await house.does(id, client, { type: 'send_offer', ...terms });
  await house.does(id, freelancer, { type: 'accept_offer' });
  await house.does(id, client, { type: 'fund_milestone', milestone: 'm1' });
  await house.does(id, client, { type: 'release_payment', milestone: 'm1' });
}

/** 200.00 are held; a change and an end together are proposed; or the client has ended it. */
async function prepare(house: House, stage: Stage, situation: Situation): Promise<void> {
  const { id, client, freelancer } = stage;
  await house.does(id, client, { type: 'fund_milestone', milestone: 'm2' });
  if (situation === 'ended') {
    await house.does(id, client, { ...end, release: '40.00' });
    return;
  }
  const milestones = [{ id: 'm2', amount: '150.00' }];
  await house.does(id, freelancer, { type: 'propose_change', milestones });
  await house.does(id, freelancer, { type: 'propose_cancel', to_freelancer: '60.00' });
}

/** What the two were answered, and everything that is left, without names and moments. */
function traceOf(c: Contract, balances: readonly string[], answers: readonly Answer[]): string {
  const text = (amount: Money) => toDecimal(amount);
  return JSON.stringify({
    answers: answers.map((answer) =>
      isRejection(answer) ? answer.rejected : answer.events.map(({ event }) => event.type),
    ),
    balances,
    status: [c.status, c.outcome?.by, c.outcome?.kind],
    plan: c.milestones.map((m) => [
      m.status,
      ...[m.amount, m.escrow, m.held, m.released, m.returned, m.moved].map(text),
    ]),
    money: Object.values(c.money).map(text),
    open: [c.change, c.cancel, c.escrowRefund].map((one) => one?.status),
    asked: c.escrowRefund?.parts.map(({ milestone, amount }) => [milestone, text(amount)]),
    disputes: c.disputes.map(({ status, amount }) => [status, text(amount)]),
    charges: c.charges.map(({ status, milestone, amount }) => [status, milestone, text(amount)]),
    earnings: c.earnings.map(({ net }) => text(net)),
    terms: c.terms.version,
  });
}

async function balancesOf(db: Database): Promise<ReadonlyMap<string, bigint>> {
  const rows = await db.query<{ key: string; balance: bigint }>(
    'select key, balance from accounts',
  );
  return new Map(rows.map(({ key, balance }) => [key, balance]));
}

const kinds = {
  client: ['client.available'],
  freelancer: ['freelancer.pending', 'freelancer.available', 'freelancer.leaving'],
} as const;

function balancesFor(all: ReadonlyMap<string, bigint>, stage: Stage): readonly string[] {
  const keys = [
    ...kinds.client.map((kind) => `${kind} ${stage.client.person} USD`),
    ...kinds.freelancer.map((kind) => `${kind} ${stage.freelancer.person} USD`),
    `contract.escrow ${stage.id} USD`,
    `contract.held ${stage.id} USD`,
  ];
  return keys.map((key) => `${all.get(key) ?? 0n}`);
}

type Trial = {
  readonly names: readonly [string, string];
  readonly first: Stage;
  readonly second: Stage;
  readonly together: readonly Stage[];
};

const all = Object.keys(deeds);
const pairs = all.flatMap((a, index) => all.slice(index).map((b) => [a, b] as const));

const deedOf = (name: string): Deed => deeds[name] as Deed;

/** So many at a time that both engines are busy, and no more. */
async function inTurns<T>(items: readonly T[], does: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += 64) {
    await Promise.all(items.slice(start, start + 64).map(does));
  }
}

async function situationHolds(
  situation: Situation,
  db: Database,
  house: House,
  other: Engine,
): Promise<void> {
  const trials: readonly Trial[] = pairs.map((names) => ({
    names,
    first: newStage(house),
    second: newStage(house),
    together: Array.from({ length: rounds }, () => newStage(house)),
  }));
  const stages = trials.flatMap(({ first, second, together }) => [first, second, ...together]);
  await inTurns(stages, async ({ client, freelancer }) => {
    await equip(house, client, 'card');
    await equip(house, freelancer, 'bank');
  });
  await house.engine.deliver();
  await inTurns(stages, (stage) => begin(house, stage));
  house.clock.set(house.clock.now().add({ hours: 24 * 5 }));
  await house.engine.passTime();
  await inTurns(stages, (stage) => prepare(house, stage, situation));

  const answers = new Map<Stage, readonly Answer[]>();
  const oneAfterTheOther = async (stage: Stage, [a, b]: readonly [string, string]) => {
    const before = await act(house.engine, stage, deedOf(a));
    return [before, await act(house.engine, stage, deedOf(b))] as const;
  };
  await inTurns(trials, async ({ names: [a, b], first, second }) => {
    answers.set(first, await oneAfterTheOther(first, [a, b]));
    const [late, early] = (await oneAfterTheOther(second, [b, a])).toReversed();
    answers.set(second, [late as Answer, early as Answer]);
  });
  const turns = trials.flatMap(({ names, together }) =>
    together.map((stage, round) => ({ names, stage, round })),
  );
  await inTurns(turns, async ({ names: [a, b], stage, round }) => {
    // Now the one, now the other engine is asked first.
    const [one, two] = round % 2 === 0 ? [house.engine, other] : [other, house.engine];
    const both = [act(one, stage, deedOf(a)), act(two, stage, deedOf(b))];
    answers.set(stage, await Promise.all(both));
  });
  await compared(situation, db, trials, answers);
}

async function compared(
  situation: Situation,
  db: Database,
  trials: readonly Trial[],
  answers: ReadonlyMap<Stage, readonly Answer[]>,
): Promise<void> {
  const contracts = new Map(
    (await storedContracts(createDesk(db), db, 'order by c.id', [])).map((c) => [c.id, c]),
  );
  const balances = await balancesOf(db);
  const trace = (stage: Stage): string => {
    const contract = contracts.get(stage.id);
    assert.ok(contract);
    return traceOf(contract, balancesFor(balances, stage), answers.get(stage) ?? []);
  };
  let differ = 0;
  for (const { names, first, second, together } of trials) {
    const orders = [trace(first), trace(second)];
    if (orders[0] !== orders[1]) differ += 1;
    for (const stage of together) {
      const got = trace(stage);
      const where = `${names.join(' and ')}, ${situation}`;
      assert.ok(orders.includes(got), `${where}: ${got}\nis neither of\n${orders.join('\n')}`);
    }
  }
  assert.ok(differ >= 15, `the order matters for ${differ} pairs`);
}

for (const situation of ['active', 'ended'] as const) {
  onPostgres(
    `two money commands in one moment lead to what one order leads to, ${situation}`,
    async (db, url) => {
      const house = houseOn(db);
      const other = await openDatabase({ url });
      // The engines share a clock: what is compared is the order alone.
      const second = houseOn(other, house.clock.now().add({ hours: 24 * 5 }));
      try {
        await situationHolds(situation, db, house, second.engine);
        assert.deepEqual((await auditAll(db)).findings, []);
      } finally {
        await second.engine.close();
        await house.engine.close();
        await other.close();
      }
    },
  );
}
