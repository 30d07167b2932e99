// The state of a contract as it is written: without the terms, which have a column of their own,
// and without what is not there. Most contracts have no counter, no dispute and no feedback; what
// is not written is neither sent nor parsed again, with every command.
import { type Contract, noFeedback } from '../domain/contracts/contract.ts';
import { decode, encode, type Policies } from './codec.ts';

type Unset = Pick<
  Contract,
  | 'sentAt'
  | 'acceptedAt'
  | 'charges'
  | 'counter'
  | 'change'
  | 'cancel'
  | 'escrowRefund'
  | 'clarifications'
  | 'submissions'
  | 'reopen'
  | 'requests'
  | 'disputes'
  | 'dormancy'
  | 'activeAt'
  | 'earnings'
  | 'payments'
  | 'outcome'
  | 'rehireOf'
  | 'feedback'
>;

/** What a part of the state is when it is not written. */
const unset: Unset = {
  sentAt: null,
  acceptedAt: null,
  charges: [],
  counter: null,
  change: null,
  cancel: null,
  escrowRefund: null,
  clarifications: [],
  submissions: [],
  reopen: null,
  requests: [],
  disputes: [],
  dormancy: null,
  activeAt: null,
  earnings: [],
  payments: [],
  outcome: null,
  rehireOf: null,
  feedback: noFeedback,
};

const names = Object.keys(unset) as readonly (keyof Unset)[];

export function stateText(c: Contract): string {
  const written: Record<string, unknown> = { ...c, terms: undefined };
  for (const name of names) {
    const value = c[name];
    if (value === null || (Array.isArray(value) && value.length === 0)) written[name] = undefined;
  }
  // There is none before the end, and opening a contract again discards what there was.
  if (c.outcome === null) written.feedback = undefined;
  return encode(written);
}

/** The state without its terms. */
export function stateOfText(text: string, policies: Policies): Omit<Contract, 'terms'> {
  return { ...unset, ...decode<Omit<Contract, 'terms'>>(text, policies) };
}
