// Random lives of contracts: what happens next is drawn from what is possible, mostly, and from
// what is not, sometimes; at odd moments, often a second before, at or after a deadline; with odd
// amounts. A life is a list of plain numbers, so that a failing one shrinks to a short one.
import fc from 'fast-check';
import type { Instant } from '../../src/domain/calendar.ts';
import type { CommandName, ContractCommand } from '../../src/domain/contracts/commands.ts';
import type { Contract } from '../../src/domain/contracts/contract.ts';
import { deadlinesOf } from '../../src/domain/contracts/deadlines.ts';
import {
  type ContractCommandName,
  contractCommandNames,
  guarded,
  isAboutMilestone,
} from '../../src/domain/contracts/decide.ts';
import {
  ann,
  ben,
  max,
  mia,
  moderator,
  moment,
  note,
  operator,
  praise,
  stranger,
} from '../../src/domain/contracts/lives.ts';
import { type Money, money, toDecimal } from '../../src/domain/money/money.ts';
import { type Actor, payments } from '../../src/domain/people.ts';
import { classic2016, standard } from '../../src/domain/policy/examples.ts';
import type { Policy } from '../../src/domain/policy/policy.ts';

/** One deed: when, which of the possible ones, about which milestone, for how much. */
export type Deed = {
  readonly wait: number;
  readonly pick: number;
  readonly wild: boolean;
  readonly milestone: number;
  readonly amount: number;
};

export type RandomLife = {
  readonly policy: Policy;
  readonly currency: string;
  readonly funds: bigint;
  readonly card: boolean;
  readonly fundFirst: boolean;
  readonly amounts: readonly number[];
  readonly deeds: readonly Deed[];
};

/** Evenly drawn: the small numbers that fast-check prefers would all mean the same deed. */
const even = fc.noBias(fc.integer({ min: 0, max: 9999 }));

export const randomDeed: fc.Arbitrary<Deed> = fc.record({
  wait: even,
  pick: even,
  wild: even.map((n) => n % 6 === 5),
  milestone: even,
  amount: even,
});

export const randomLife: fc.Arbitrary<RandomLife> = fc.record({
  policy: fc.constantFrom(standard, classic2016),
  currency: fc.constantFrom('USD', 'USD', 'KWD', 'JPY'),
  funds: fc.constantFrom(0n, 150_000n, 10_000_000n),
  card: fc.boolean(),
  fundFirst: fc.boolean(),
  amounts: fc.array(fc.integer({ min: 1500, max: 99_999 }), { minLength: 1, maxLength: 4 }),
  deeds: fc.array(randomDeed, { minLength: 12, maxLength: 60 }),
});

export const begins = moment('2026-11-02T09:00:00Z');

/** The offer that a random life begins with. */
export function offerOf(life: RandomLife): ContractCommand {
  const milestones = life.amounts.map((minor, index) => ({
    title: `Part ${index}`,
    amount: toDecimal(money(BigInt(minor), life.currency)),
    ...(index === 0 ? { due: begins.add({ hours: 24 * (minor % 20) }) } : {}),
  }));
  const terms = { title: 'Logo', kind: 'fixed', currency: life.currency, milestones } as const;
  const { fundFirst } = life;
  return { type: 'send_offer', by: ben, to: 'psn_ann', ...terms, fund_first: fundFirst };
}

/** The moment of a deed: some time later, or just around the next deadline. */
export function momentOf(c: Contract, deed: Deed): Instant {
  const kind = deed.wait % 12;
  const span = Math.floor(deed.wait / 12);
  const [next] = deadlinesOf(c);
  if (kind < 3 && next !== undefined && (c.status !== 'offered' || span % 8 === 0)) {
    const around = next.at.add({ seconds: kind - 1 });
    return Temporal.Instant.compare(around, c.latestAt) < 0 ? c.latestAt : around;
  }
  const quiet = c.dormancy !== null || deed.wait % 144 === 9;
  if (quiet && next !== undefined)
    return Temporal.Instant.compare(next.at, c.latestAt) < 0 ? c.latestAt : next.at;
  if (kind < 6) return c.latestAt;
  return c.latestAt.add(kind < 9 ? { seconds: span } : { hours: span % 100 });
}

type Possible = { readonly name: ContractCommandName; readonly by: Actor; milestone: string };

/** What is seldom possible, and leads on to what else would hardly ever be reached. */
const rare: ReadonlySet<string> = new Set([
  'dispute_milestone',
  'dispute_escrow_refund',
  'take_case',
  'recommend_split',
  'accept_recommendation',
  'decline_recommendation',
  'request_release',
  'withdraw_reopen',
]);

/** What brings an escrow dispute to its ruling. */
const rarest: ReadonlySet<string> = new Set(['answer_dispute', 'pay_arbitration', 'rule']);

/** What is always possible and leads nowhere. */
const common: ReadonlySet<string> = new Set([
  'send_message',
  'request_payment',
  'request_refund',
  'submit_evidence',
  'withdraw_dispute',
  'request_mediation',
  'allow_feedback_change',
  'change_feedback',
  'report_feedback',
  'flag_feedback',
  'respond_to_feedback',
  'rehire',
  'keep_open',
]);

/** Ends are always possible; drawn as often as the rest they would leave no long lives. */
function often(c: Contract, name: ContractCommandName): number {
  if (name === 'release_payment' && c.escrowRefund?.status === 'open') return 30;
  const costly = c.disputes.some(
    ({ status, costs }) => status === 'arbitration' && (costs.client ?? costs.freelancer) !== null,
  );
  if (costly && name.endsWith('_settlement')) return 60;
  if (name === 'end_contract') return 1;
  if (rarest.has(name)) return 200;
  if (rare.has(name)) return 30;
  if (common.has(name)) return 1;
  if (name.includes('counter')) return 9;
  if (name.startsWith('withdraw_') || name.startsWith('decline_')) return 3;
  if (['accept_offer', 'fund_milestone', 'submit_work', 'accept_change'].includes(name)) return 15;
  return 5;
}

/** What the two could do now, each as often as it shall be drawn. */
export function possibleNow(c: Contract, now: Instant): readonly Possible[] {
  return contractCommandNames.flatMap((name) =>
    [ben, ann, mia, max, moderator].flatMap((by) =>
      about(c, name)
        .filter((milestone) => guarded(c, name, { by, now }, milestone) === null)
        .flatMap((milestone) => Array<Possible>(often(c, name)).fill({ name, by, milestone })),
    ),
  );
}

/** The milestones that a command could be about; any one, when it is about none. */
function about(c: Contract, name: ContractCommandName): readonly string[] {
  const all = c.milestones.map((m) => m.id);
  return isAboutMilestone(name) ? all : all.slice(0, 1);
}

function oddAmount(c: Contract, milestone: string, n: number): string {
  const { currency } = c.terms;
  const text = (amount: Money) => toDecimal(amount);
  const held = c.milestones.find((m) => m.id === milestone)?.escrow ?? money(0n, currency);
  const part = money((held.minor * BigInt(n % 101)) / 100n, currency);
  const odd = ['0', '-1', '0.0001', '9999999999999999', text(money(held.minor + 1n, currency))];
  const usual = [text(part), text(part), text(held), text(money(BigInt(n) * 7n + 500n, currency))];
  const all = n % 10 === 0 ? odd : usual;
  return all[n % all.length] ?? '1';
}

/** Fields for a command, drawn from a number. */
export function fieldsOf(c: Contract, name: CommandName, milestone: string, n: number): object {
  const amount = oddAmount(c, milestone, n);
  const due = begins.add({ hours: n });
  const fresh = `n${n % 5}`;
  const plan = [
    { id: n % 2 === 0 ? milestone : fresh, title: 'First', amount: `${10 + (n % 400)}` },
    { title: 'Then', amount: `${10 + (n % 90)}` },
  ];
  switch (name) {
    case 'revise_offer':
    case 'counter_offer':
      return n % 3 === 0 ? { title: 'Other' } : { milestones: plan, fund_first: n % 4 !== 0 };
    case 'propose_change':
      if (n % 7 === 0) return { remove: [milestone] };
      if (n % 7 === 1) return { milestones: [{ id: fresh, title: 'New', amount }] };
      return { milestones: [{ id: milestone, amount: `${10 + (n % 900)}`, due }] };
    case 'ask_clarification':
      return { question: note('which') };
    case 'answer_clarification':
      return { answer: note('this') };
    case 'add_milestone':
      return { title: 'Extra', amount, due };
    case 'edit_milestone':
      return n % 3 === 0 ? { milestone, due } : { milestone, amount };
    case 'request_changes':
      return { milestone, note: note('colours') };
    case 'release_payment':
      return n % 3 === 0 ? { milestone } : { milestone, amount };
    case 'end_contract':
      return { reason: 'other', feedback: praise, ...(n % 2 === 0 ? { release: amount } : {}) };
    case 'propose_cancel':
      return { to_freelancer: amount };
    case 'give_feedback':
    case 'change_feedback':
      return praise;
    case 'confirm_charge':
    case 'fail_charge':
      return { charge: `chg_${1 + (n % (c.charges.length + 1))}` };
    default:
      return besideFields(c, name, amount, n) ?? disputeFields(c, name, { milestone, amount, n });
  }
}

/** One of those that are there, or none named, or one that is not there. */
function oneOf(all: readonly { readonly id: string }[], n: number): string | undefined {
  return [...all.map(({ id }) => id), undefined, undefined, 'nowhere'][n % (all.length + 3)];
}

function named(field: string, id: string | undefined): object {
  return id === undefined ? {} : { [field]: id };
}

function besideFields(c: Contract, name: CommandName, amount: string, n: number): object | null {
  const request = named('request', oneOf(c.requests, n));
  switch (name) {
    case 'send_message':
      return { text: note('hello') };
    case 'pay_bonus':
      return { amount, kind: n % 2 === 0 ? 'bonus' : 'expense', ...request };
    case 'give_refund':
      return { amount, ...request };
    case 'request_payment':
      return { amount, note: note('please') };
    case 'request_refund':
      return { amount, reason: note('please') };
    case 'withdraw_payment_request':
    case 'decline_payment_request':
    case 'withdraw_refund_request':
    case 'decline_refund':
      return request;
    case 'respond_to_feedback':
      return { comment: note('thanks') };
    case 'report_feedback':
      return { reason: note('unfair') };
    case 'flag_feedback':
      return { author: n % 2 === 0 ? 'client' : 'freelancer', reason: note('unfair') };
    default:
      return null;
  }
}

type Drawn = { readonly milestone: string; readonly amount: string; readonly n: number };

function disputeFields(c: Contract, name: CommandName, { milestone, amount, n }: Drawn): object {
  const dispute = named('dispute', oneOf(c.disputes, n));
  const disputed = c.disputes.at(-1)?.amount ?? money(0n, c.terms.currency);
  const part = toDecimal(money((disputed.minor * BigInt(n % 101)) / 100n, disputed.currency));
  const share = { to_freelancer: n % 9 === 0 ? amount : part };
  switch (name) {
    case 'dispute_milestone':
      return { milestone, statement: note('done') };
    case 'dispute_escrow_refund':
      return { statement: note('done'), ...(n % 2 === 0 ? { amount } : {}) };
    case 'request_mediation':
      return { statement: note('not done') };
    case 'answer_dispute':
      return { ...dispute, answer: n % 5 === 0 ? 'accept' : 'contest', statement: note('no') };
    case 'submit_evidence':
      return { ...dispute, note: note('see'), files: [] };
    case 'offer_settlement':
      return { ...dispute, ...share };
    case 'recommend_split':
    case 'rule':
      return { ...dispute, ...share, note: note('because') };
    default:
      return aboutMilestone.has(name) ? { milestone } : aboutDispute.has(name) ? dispute : {};
  }
}

const aboutDispute: ReadonlySet<string> = new Set([
  'accept_settlement',
  'take_case',
  'accept_recommendation',
  'decline_recommendation',
  'pay_arbitration',
  'withdraw_dispute',
]);

const aboutMilestone: ReadonlySet<string> = new Set([
  'fund_milestone',
  'remove_milestone',
  'submit_work',
  'withdraw_submission',
]);

function command(name: CommandName, by: Actor, fields: object): ContractCommand {
  return { type: name, by, ...fields } as unknown as ContractCommand;
}

/** The command of a deed: possible as far as the guards know, or wild; or none. */
export function commandOf(c: Contract, deed: Deed, now: Instant): ContractCommand | null {
  const { pick, amount: n } = deed;
  const unanswered = c.charges.filter((charge) => charge.status !== 'confirmed');
  const charge = unanswered[n % Math.max(unanswered.length, 1)];
  if (charge !== undefined && pick % 4 === 0) {
    const name = pick % 16 === 0 ? 'fail_charge' : 'confirm_charge';
    return command(name, payments, { charge: charge.id });
  }
  if (!deed.wild) {
    const possible = possibleNow(c, now);
    const one = possible[pick % Math.max(possible.length, 1)];
    return one === undefined
      ? null
      : command(one.name, one.by, fieldsOf(c, one.name, one.milestone, n));
  }
  const milestone = c.milestones[deed.milestone % (c.milestones.length + 1)]?.id ?? 'nowhere';
  const name = contractCommandNames[pick % contractCommandNames.length] ?? 'end_contract';
  const everybody = [ben, ann, ben, ann, mia, max, stranger, operator, payments];
  const by = everybody[n % 9] ?? ben;
  return command(name, by, fieldsOf(c, name, milestone, n));
}
