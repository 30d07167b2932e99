// The fields of a command as somebody would most likely fill them in: what is open is answered
// whole, what is free is a round share as an example. Texts are empty references and reviews are
// three of five stars: neither says anything about what follows.
import { type CommandFields, type CommandName, starNames } from '../contracts/commands.ts';
import { type Contract, currencyOf, type MoneyRequest, netPaid } from '../contracts/contract.ts';
import { type Dispute, openDisputes } from '../contracts/disputes/dispute.ts';
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

type Kind = MoneyRequest['kind'];

/** The one that is meant, else the first. */
function openRequest(c: Contract, kind: Kind, meant?: string): MoneyRequest | undefined {
  const open = c.requests.filter((one) => one.kind === kind && one.status === 'open');
  return open.find(({ id }) => id === meant) ?? open[0];
}

function openDispute(c: Contract, meant?: string): Dispute | undefined {
  const open = openDisputes(c);
  return open.find(({ id }) => id === meant) ?? open[0];
}

/** What is left of an open request, or a tenth of something as an example. */
function asked(c: Contract, kind: Kind, otherwise: Money, walking: Walking | null) {
  const request = openRequest(c, kind, walking?.about);
  if (request === undefined) return { amount: share(otherwise, 10n), example: true };
  return { amount: toDecimal(subtract(request.amount, request.settled)), request: request.id };
}

function about(c: Contract, kind: Kind, walking: Walking | null): { request?: string } {
  const request = openRequest(c, kind, walking?.about);
  return request === undefined ? {} : { request: request.id };
}

function onDispute(c: Contract, walking: Walking | null): { dispute?: string } {
  const dispute = openDispute(c, walking?.about);
  return dispute === undefined ? {} : { dispute: dispute.id };
}

function onMilestone(walking: Walking | null): { milestone: string } | null {
  const milestone = walking?.milestone ?? null;
  return milestone === null ? null : { milestone: milestone.id };
}

function halfOfDispute(c: Contract, walking: Walking | null): Made<'offer_settlement'> {
  const dispute = openDispute(c, walking?.about);
  if (dispute === undefined) return null;
  return { dispute: dispute.id, to_freelancer: share(dispute.amount, 2n), example: true };
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
  pay_bonus: (c, w) => ({ kind: 'bonus', ...asked(c, 'payment', agreed(c), w) }),
  request_payment: (c) => ({ amount: share(agreed(c), 10n), note: written, example: true }),
  withdraw_payment_request: (c, w) => about(c, 'payment', w),
  decline_payment_request: (c, w) => about(c, 'payment', w),
  request_refund: (c) => ({ amount: share(netPaid(c), 10n), reason: written, example: true }),
  withdraw_refund_request: (c, w) => about(c, 'refund', w),
  decline_refund: (c, w) => about(c, 'refund', w),
  give_refund: (c, w) => asked(c, 'refund', netPaid(c), w),
  dispute_escrow_refund: () => ({ statement: written }),
  answer_dispute: (c, w) => ({ ...onDispute(c, w), answer: 'accept' }),
  submit_evidence: (c, w) => ({ ...onDispute(c, w), note: written }),
  offer_settlement: (c, w) => halfOfDispute(c, w),
  accept_settlement: (c, w) => onDispute(c, w),
  take_case: () => null,
  recommend_split: () => null,
  accept_recommendation: (c, w) => onDispute(c, w),
  decline_recommendation: (c, w) => onDispute(c, w),
  pay_arbitration: (c, w) => onDispute(c, w),
  rule: () => null,
  withdraw_dispute: (c, w) => onDispute(c, w),
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
