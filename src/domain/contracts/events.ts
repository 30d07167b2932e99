// Everything that can have happened to a contract. Events are facts: they carry results (a fee
// of 50.00), never recipes (10 %), and no instant that can be derived from their own moment.
// Free text and sealed feedback are references. The names are public: the feed and the timeline
// speak them, in the form that seen-event.ts lets out.
import type { Instant } from '../calendar.ts';
import type { Money } from '../money/money.ts';
import type { FileRef, Party, PersonId, Role, TextRef } from '../people.ts';
import type { BesideEvent, QuietEvent } from './beside/beside-events.ts';
import type { EndReason, MilestoneTerms, RefundPart, Terms, TermsPatch } from './contract.ts';
import type { DisputeEvent } from './disputes/dispute-events.ts';

/** An offer; `rehire_of` names the contract that it continues. */
type Offer = {
  readonly client: PersonId;
  readonly freelancer: PersonId;
  readonly terms: Terms;
  readonly rehire_of?: string;
};

type Funds = { readonly milestone: string; readonly amount: Money; readonly client_fee: Money };

export type { BesideEvent, QuietEvent } from './beside/beside-events.ts';
export type { DisputeEvent } from './disputes/dispute-events.ts';

export type ContractEvent =
  // forming
  | ({ type: 'offer_drafted' } & Offer)
  | ({ type: 'offer_sent' } & Offer)
  | { type: 'offer_revised'; terms: Terms }
  | { type: 'offer_withdrawn' }
  | { type: 'offer_declined'; reason: TextRef | null }
  | { type: 'offer_expired' }
  | { type: 'offer_accepted' }
  | { type: 'offer_countered'; terms: Terms; note: TextRef | null }
  | { type: 'counter_withdrawn' }
  | { type: 'counter_declined' }
  | { type: 'counter_accepted' }
  | { type: 'change_proposed'; party: Party; patch: TermsPatch; note: TextRef | null }
  | { type: 'change_accepted'; terms: Terms }
  | { type: 'change_declined' }
  | { type: 'change_withdrawn' }
  | { type: 'change_lapsed' }
  | { type: 'clarification_asked'; party: Party; question: TextRef }
  | { type: 'clarification_answered'; party: Party; answer: TextRef }
  // milestones
  | { type: 'milestone_added'; milestone: MilestoneTerms }
  | { type: 'milestone_edited'; milestone: MilestoneTerms }
  | { type: 'milestone_removed'; milestone: string }
  | ({ type: 'charge_requested'; charge: string } & Funds)
  | { type: 'charge_failed'; charge: string }
  | { type: 'charge_timed_out'; charge: string }
  | { type: 'charge_credited'; charge: string; amount: Money }
  | ({ type: 'milestone_funded'; charge: string | null } & Funds)
  | {
      type: 'work_submitted';
      milestone: string;
      note: TextRef | null;
      files?: readonly FileRef[];
    }
  | { type: 'submission_withdrawn'; milestone: string }
  | { type: 'changes_requested'; milestone: string; note: TextRef }
  | { type: 'due_passed'; milestone: string; overdue: boolean }
  | {
      type: 'payment_released';
      milestone: string;
      /** Gross. `fee` goes to the platform, `net` to the freelancer. */
      amount: Money;
      fee: Money;
      net: Money;
      /** Where the rest of a part release moved to, and how much; the rest stays when null. */
      moved: { readonly to: string; readonly amount: Money } | null;
    }
  | { type: 'earnings_cleared'; earning: string; amount: Money }
  // beside the plan
  | BesideEvent
  | QuietEvent
  // ending
  | {
      type: 'escrow_returned';
      parts: readonly RefundPart[];
      amount: Money;
      client_fee: Money;
    }
  | { type: 'escrow_refund_requested'; parts: readonly RefundPart[]; amount: Money }
  | { type: 'escrow_refund_lowered'; parts: readonly RefundPart[] }
  | { type: 'escrow_refund_approved' }
  | { type: 'escrow_refund_disputed' }
  | { type: 'escrow_refund_lapsed' }
  | { type: 'escrow_refund_withdrawn' }
  | { type: 'cancel_proposed'; party: Party; to_freelancer: Money; note: TextRef | null }
  | { type: 'cancel_accepted' }
  | { type: 'cancel_declined' }
  | { type: 'cancel_withdrawn' }
  | { type: 'cancel_lapsed' }
  | { type: 'contract_ended'; by: Party | 'both' | 'clock'; reason: EndReason | null }
  | { type: 'reopen_proposed'; party: Party; note: TextRef | null }
  | { type: 'reopen_declined' }
  | { type: 'reopen_withdrawn' }
  | { type: 'reopen_lapsed' }
  | { type: 'contract_reopened' }
  | DisputeEvent
  // feedback
  | { type: 'feedback_given'; party: Party; sealed: TextRef }
  | { type: 'feedback_revealed'; parties: readonly Party[] }
  | { type: 'feedback_closed' }
  | { type: 'feedback_responded'; party: Party; comment: TextRef }
  | { type: 'feedback_change_allowed'; author: Party }
  | { type: 'feedback_changed'; party: Party; sealed: TextRef }
  | { type: 'feedback_change_ended'; author: Party }
  | { type: 'feedback_reported'; author: Party; reason: TextRef }
  | { type: 'feedback_flagged'; author: Party; reason: TextRef };

/** Events by the room that folds them. */
export type FeedbackEvent = Extract<ContractEvent, { type: `feedback_${string}` }>;
export type ReopenEvent = Extract<
  ContractEvent,
  { type: `reopen_${string}` | 'contract_reopened' }
>;

export type ContractEventType = ContractEvent['type'];
export type EventOf<T extends ContractEventType> = Extract<ContractEvent, { type: T }>;

/** An event in its stream: which one it is, when it happened, by whom and in what capacity. */
export type Happened<E> = {
  readonly seq: number;
  readonly at: Instant;
  readonly by: PersonId | null;
  readonly as: Role;
  readonly event: E;
};
