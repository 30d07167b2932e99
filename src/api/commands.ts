// The one table of commands: name, route, shape, who may give it, and whether it can move money.
// The routes, the OpenAPI document and the tests are made from it. A command that is not in this
// table does not exist for anybody outside.
import type { Role } from '../domain/people.ts';
import {
  type ContractCommandShape,
  contractCommandNames,
  type WalletCommandShape,
  walletCommandNames,
} from '../wire/commands.ts';
import { commandHint, commandLabel } from '../words/commands.ts';

export type CommandEntry = {
  readonly name: ContractCommandShape | WalletCommandShape;
  readonly on: 'offers' | 'contract' | 'wallet';
  /** As Hono and, with braces, OpenAPI write it. */
  readonly path: string;
  readonly who: readonly Role[];
  /**
   * Whether it may move money or begins something: then it needs an Idempotency-Key, so that
   * sending it again after a lost answer does nothing twice.
   */
  readonly needsKey: boolean;
  readonly summary: string;
  readonly description: string;
};

/** Whether a command begins a contract, so that its answer names a new one. */
export function beginsOne({ on, name }: Pick<CommandEntry, 'on' | 'name'>): boolean {
  return on === 'offers' || name === 'rehire';
}

const client: readonly Role[] = ['client'];
const freelancer: readonly Role[] = ['freelancer'];
const either: readonly Role[] = ['client', 'freelancer'];
const mediator: readonly Role[] = ['mediator'];

const whoMay: Readonly<Record<ContractCommandShape | WalletCommandShape, readonly Role[]>> = {
  send_offer: client,
  revise_offer: client,
  withdraw_offer: client,
  accept_offer: freelancer,
  decline_offer: freelancer,
  counter_offer: freelancer,
  withdraw_counter: freelancer,
  accept_counter: client,
  decline_counter: client,
  propose_change: either,
  accept_change: either,
  decline_change: either,
  withdraw_change: either,
  ask_clarification: either,
  answer_clarification: either,
  fund_milestone: client,
  add_milestone: client,
  edit_milestone: client,
  remove_milestone: client,
  submit_work: freelancer,
  withdraw_submission: freelancer,
  request_changes: client,
  release_payment: client,
  end_contract: either,
  propose_cancel: either,
  accept_cancel: either,
  decline_cancel: either,
  withdraw_cancel: either,
  approve_escrow_refund: freelancer,
  withdraw_escrow_refund: client,
  give_feedback: either,
  retry_charge: client,
  send_message: either,
  dispute_milestone: freelancer,
  keep_open: either,
  request_release: freelancer,
  pay_bonus: client,
  request_payment: freelancer,
  withdraw_payment_request: freelancer,
  decline_payment_request: client,
  request_refund: client,
  withdraw_refund_request: client,
  decline_refund: freelancer,
  give_refund: freelancer,
  propose_reopen: either,
  accept_reopen: either,
  decline_reopen: either,
  withdraw_reopen: either,
  rehire: client,
  dispute_escrow_refund: freelancer,
  answer_dispute: client,
  submit_evidence: either,
  offer_settlement: either,
  accept_settlement: either,
  take_case: mediator,
  recommend_split: mediator,
  accept_recommendation: either,
  decline_recommendation: either,
  pay_arbitration: either,
  rule: mediator,
  withdraw_dispute: either,
  request_mediation: either,
  respond_to_feedback: either,
  allow_feedback_change: either,
  change_feedback: either,
  report_feedback: either,
  flag_feedback: ['moderator'],
  deposit: either,
  withdraw: either,
  add_payment_method: either,
  verify_payment_method: either,
};

const withKey: ReadonlySet<string> = new Set<CommandEntry['name']>([
  'send_offer',
  'revise_offer',
  'withdraw_offer',
  'decline_offer',
  'accept_counter',
  'accept_change',
  'fund_milestone',
  'release_payment',
  'end_contract',
  'accept_cancel',
  'approve_escrow_refund',
  'withdraw_escrow_refund',
  'retry_charge',
  'pay_bonus',
  'give_refund',
  'rehire',
  'answer_dispute',
  'accept_settlement',
  'accept_recommendation',
  'pay_arbitration',
  'rule',
  'withdraw_dispute',
  'deposit',
  'withdraw',
]);

function entry(name: CommandEntry['name'], on: CommandEntry['on'], path: string): CommandEntry {
  const who = whoMay[name];
  const by = on === 'wallet' ? 'The owner of the wallet' : `The ${who.join(' or the ')}`;
  return {
    name,
    on,
    path,
    who,
    needsKey: withKey.has(name),
    summary: commandLabel(name),
    description: `${commandHint(name)} ${by} may give this command.`,
  };
}

export const commandTable: readonly CommandEntry[] = [
  ...contractCommandNames.map((name) =>
    name === 'send_offer'
      ? entry(name, 'offers', '/api/offers')
      : entry(name, 'contract', `/api/contracts/:id/${name}`),
  ),
  ...walletCommandNames.map((name) => entry(name, 'wallet', `/api/wallets/:currency/${name}`)),
];
