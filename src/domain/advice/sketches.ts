// The fields of a command as somebody would most likely fill them in: what is open is answered
// whole, what is free is a round share as an example. Texts are empty references and reviews are
// three of five stars: neither says anything about what follows.
import { type CommandFields, type CommandName, starNames } from '../contracts/commands.ts';
import { type Contract, currencyOf, type MoneyRequest, netPaid } from '../contracts/contract.ts';
import { openDisputes } from '../contracts/dispute.ts';
import { isPositive, type Money, subtract, toDecimal, total } from '../money/money.ts';
import type { TextRef } from '../people.ts';
import type { Walking } from './roads.ts';

const written: TextRef = { text: '', digest: '' };
const feedback = {
  stars: Object.fromEntries(starNames.map((name) => [name, 3])),
  sealed: written,
};

type Example = { readonly example?: boolean };
type Made<N extends CommandName> = (CommandFields[N] & Example) | null;
type Sketch<N extends CommandName> = (c: Contract, walking: Walking | null) => Made<N>;

/** A share of an amount in whole minor units, never less than one. */
function share(amount: Money, parts: bigint): string {
  const minor = amount.minor / parts;
  return toDecimal({ ...amount, minor: minor > 0n ? minor : 1n });
}

function agreed(c: Contract): Money {
  return total(
    c.milestones.map(({ amount }) => amount),
    currencyOf(c),
  );
}

function openRequest(c: Contract, kind: MoneyRequest['kind']): MoneyRequest | undefined {
  return c.requests.find((one) => one.kind === kind && one.status === 'open');
}

/** What is left of an open request, or a tenth of something as an example. */
function asked(c: Contract, kind: MoneyRequest['kind'], otherwise: Money) {
  const request = openRequest(c, kind);
  if (request === undefined) return { amount: share(otherwise, 10n), example: true };
  return { amount: toDecimal(subtract(request.amount, request.settled)), request: request.id };
}

function about(c: Contract, kind: MoneyRequest['kind']): { request?: string } {
  const request = openRequest(c, kind);
  return request === undefined ? {} : { request: request.id };
}

function onDispute(c: Contract): { dispute?: string } {
  const [first] = openDisputes(c);
  return first === undefined ? {} : { dispute: first.id };
}

function onMilestone(walking: Walking | null): { milestone: string } | null {
  const milestone = walking?.milestone ?? null;
  return milestone === null ? null : { milestone: milestone.id };
}

function halfOfDispute(c: Contract): Made<'offer_settlement'> {
  const [first] = openDisputes(c);
  if (first === undefined) return null;
  return { dispute: first.id, to_freelancer: share(first.amount, 2n), example: true };
}

function halfOfEscrow(c: Contract): Made<'propose_cancel'> {
  const { escrow } = c.money;
  return isPositive(escrow) ? { to_freelancer: share(escrow, 2n), example: true } : {};
}

function renamed(walking: Walking | null): Made<'edit_milestone'> {
  const milestone = walking?.milestone ?? null;
  if (milestone === null) return null;
  return { milestone: milestone.id, title: `${milestone.title}.`, example: true };
}

const withMilestone = (_: Contract, walking: Walking | null) => onMilestone(walking);

const sketches: { readonly [N in CommandName]?: Sketch<N> } = {
  send_offer: () => null,
  revise_offer: () => ({}),
  confirm_charge: () => null,
  fail_charge: () => null,
  propose_change: () => ({ scope: written, example: true }),
  ask_clarification: () => ({ question: written }),
  answer_clarification: () => ({ answer: written }),
  fund_milestone: withMilestone,
  add_milestone: (c) => ({ title: '', amount: share(agreed(c), 2n), example: true }),
  edit_milestone: (_, walking) => renamed(walking),
  remove_milestone: withMilestone,
  send_message: () => ({ text: written }),
  submit_work: withMilestone,
  withdraw_submission: withMilestone,
  request_changes: (_, walking) => {
    const milestone = onMilestone(walking);
    return milestone && { ...milestone, note: written };
  },
  release_payment: withMilestone,
  end_contract: () => ({ reason: 'no_longer_needed', feedback }),
  propose_cancel: (c) => halfOfEscrow(c),
  dispute_milestone: (_, walking) => {
    const milestone = onMilestone(walking);
    return milestone && { ...milestone, statement: written };
  },
  pay_bonus: (c) => ({ kind: 'bonus', ...asked(c, 'payment', agreed(c)) }),
  request_payment: (c) => ({ amount: share(agreed(c), 10n), note: written, example: true }),
  withdraw_payment_request: (c) => about(c, 'payment'),
  decline_payment_request: (c) => about(c, 'payment'),
  request_refund: (c) => ({ amount: share(netPaid(c), 10n), reason: written, example: true }),
  withdraw_refund_request: (c) => about(c, 'refund'),
  decline_refund: (c) => about(c, 'refund'),
  give_refund: (c) => asked(c, 'refund', netPaid(c)),
  dispute_escrow_refund: () => ({ statement: written }),
  answer_dispute: (c) => ({ ...onDispute(c), answer: 'accept' }),
  submit_evidence: (c) => ({ ...onDispute(c), note: written }),
  offer_settlement: (c) => halfOfDispute(c),
  accept_settlement: (c) => onDispute(c),
  take_case: () => null,
  recommend_split: () => null,
  accept_recommendation: (c) => onDispute(c),
  decline_recommendation: (c) => onDispute(c),
  pay_arbitration: (c) => onDispute(c),
  rule: () => null,
  withdraw_dispute: (c) => onDispute(c),
  request_mediation: () => ({ statement: written }),
  give_feedback: () => feedback,
  respond_to_feedback: () => ({ comment: written }),
  change_feedback: () => feedback,
  report_feedback: () => ({ reason: written }),
  flag_feedback: () => null,
};

/** The fields of a command, filled in; null where it is nobody's road. `more` goes on top. */
export function sketchOf<N extends CommandName>(
  c: Contract,
  name: N,
  walking: Walking | null,
  more: Partial<CommandFields[N]> = {},
): Made<N> {
  const sketch: Sketch<N> | undefined = sketches[name];
  const made = sketch === undefined ? ({} as Made<N>) : sketch(c, walking);
  return made === null ? null : { ...made, ...more };
}
