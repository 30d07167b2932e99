// The one table of commands: name, route, shape, who may give it, and whether it can move money.
// The routes, the OpenAPI document and the tests are made from it. A command that is not in this
// table does not exist for anybody outside.
import type { Party } from '../domain/people.ts';
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
  readonly who: readonly Party[];
  /**
   * Whether it may move money or begins something: then it needs an Idempotency-Key, so that
   * sending it again after a lost answer does nothing twice.
   */
  readonly needsKey: boolean;
  readonly summary: string;
  readonly description: string;
};

const client: readonly Party[] = ['client'];
const freelancer: readonly Party[] = ['freelancer'];
const either: readonly Party[] = ['client', 'freelancer'];

const whoMay: Readonly<Record<ContractCommandShape | WalletCommandShape, readonly Party[]>> = {
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
