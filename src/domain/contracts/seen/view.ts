// The shape in which a contract leaves the core: what section 5 of the vocabulary promises. All
// amounts are decimal strings in the contract's currency, all instants ISO strings in UTC, and a
// key that is optional here is absent where there is nothing to say.
import type { AccountKind } from '../../ledger/accounts.ts';
import type { Party, PersonId } from '../../people.ts';
import type { BonusKind } from '../beside/beside.ts';
import type { ChargeStatus, MilestoneStatus, Outcome, ProposalStatus } from '../contract.ts';
import type { DeadlineKind } from '../deadlines.ts';
import type { ContractEventType } from '../events.ts';
import type { FeedbackView } from './feedback.ts';
import type { DisputeView, DormancyView, RequestView } from './view-beside.ts';

export type * from './view-beside.ts';

export type AmountText = string;
export type InstantText = string;

export type MilestoneTermsView = {
  readonly id: string;
  readonly title: string;
  readonly amount: AmountText;
  readonly due: InstantText | null;
};

/** What is left out stays as it is; a due date of null is taken away. */
export type MilestoneChangeView = {
  readonly id: string;
  readonly title?: string;
  readonly amount?: AmountText;
  readonly due?: InstantText | null;
};

export type TermsView = {
  readonly version: number;
  readonly title: string;
  readonly kind: 'fixed';
  readonly currency: string;
  readonly scope?: string;
  readonly starts?: InstantText;
  readonly fund_first: boolean;
};

/** The frozen policy: which one it is, and the numbers that people ask for. */
export type PolicyView = {
  readonly name: string;
  readonly version: string;
  readonly hash: string;
  readonly offer: { readonly expires: string; readonly counter: boolean };
  readonly change: { readonly answer: string };
  readonly milestone: {
    readonly min: AmountText;
    readonly max_funded: number;
    readonly edit: 'mutual' | 'client';
  };
  readonly review: { readonly window: string; readonly max_changes: number | null };
  readonly escrow_refund: { readonly answer: string };
  readonly cancel: { readonly answer: string } | null;
  readonly clearing: string;
  readonly feedback: { readonly window: string };
  readonly fee: { readonly freelancer_bps: number; readonly client_bps: number };
};

export type MilestoneView = {
  readonly title: string;
  readonly status: MilestoneStatus;
  readonly amount: AmountText;
  /** Without what a dispute holds, which is `held`. */
  readonly escrow: AmountText;
  readonly held: AmountText;
  readonly released: AmountText;
  readonly returned: AmountText;
  /** To the next one, by a part release. */
  readonly moved: AmountText;
  readonly due: InstantText | null;
  /** Part of the accepted terms, not only of the client's plan. */
  readonly agreed: boolean;
  readonly changes_requested: number;
  readonly submitted?: InstantText;
  readonly review_ends?: InstantText;
  readonly overdue_since?: InstantText;
  /** Its due date has passed, but somebody owes the answer to a question. */
  readonly waiting_for?: { readonly party: Party; readonly since: InstantText };
};

export type ProposalView = {
  readonly status: ProposalStatus;
  readonly by: Party;
  readonly at: InstantText;
  readonly amount?: AmountText;
  readonly answer_by?: InstantText;
  readonly note?: string;
};

export type CounterView = ProposalView & {
  readonly terms: TermsView & { readonly milestones: readonly MilestoneTermsView[] };
};

export type ChangeView = ProposalView & {
  readonly milestones: readonly MilestoneChangeView[];
  readonly remove: readonly string[];
  readonly scope?: string;
};

export type ClarificationView = {
  readonly by: Party;
  readonly question: string;
  readonly asked: InstantText;
  readonly answer?: string;
  readonly answered?: InstantText;
};

export type ReopenView = ProposalView;

/** What it is for: a milestone, or a bonus, or a side of a ruling. */
export type ChargeView = {
  readonly id: string;
  readonly milestone?: string;
  readonly bonus?: BonusKind;
  readonly dispute?: string;
  readonly payer: Party;
  readonly amount: AmountText;
  readonly client_fee: AmountText;
  readonly status: ChargeStatus;
  readonly requested: InstantText;
};

export type MovementView = {
  readonly from: AccountKind;
  readonly to: AccountKind;
  readonly amount: AmountText;
};

/** A deadline of the forecast: when it comes, who can still act, and what silence leads to. */
export type NextView = {
  readonly what: DeadlineKind;
  readonly at: InstantText;
  /** A milestone, a charge, an earning; absent where it is the contract itself. */
  readonly subject?: string;
  readonly who_can_act: readonly Party[];
  readonly effect: {
    readonly events: readonly ContractEventType[];
    readonly postings: readonly MovementView[];
    /** For a due date: whether the milestone is overdue from then on. */
    readonly overdue?: true;
  };
};

export type MoneyView = {
  readonly escrow: AmountText;
  readonly held: AmountText;
  readonly under_review: AmountText;
  readonly paid: AmountText;
  readonly returned: AmountText;
  readonly refunded: AmountText;
  readonly fees: AmountText;
  readonly client_fees: AmountText;
};

export type StatusView = 'offered' | 'declined' | 'withdrawn' | 'expired' | 'active' | 'ended';

export type ContractView = {
  readonly id: string;
  readonly client: PersonId;
  readonly freelancer: PersonId;
  readonly status: StatusView;
  /** When the offer was sent or last revised; absent while its money is still awaited. */
  readonly sent?: InstantText;
  readonly accepted?: InstantText;
  /** When something happened to it last. */
  readonly latest: InstantText;
  readonly outcome?: {
    readonly by: Outcome['by'];
    readonly reason: Outcome['reason'];
    readonly at: InstantText;
    readonly kind: Outcome['kind'];
  };
  readonly terms: TermsView;
  readonly policy: PolicyView;
  /** In the order of the plan. */
  readonly milestones: Readonly<Record<string, MilestoneView>>;
  readonly money: MoneyView;
  readonly escrow_refund?: ProposalView;
  readonly cancel?: ProposalView & { readonly to_freelancer: AmountText };
  readonly change?: ChangeView;
  readonly counter?: CounterView;
  readonly reopen?: ReopenView;
  readonly requests: Readonly<Record<string, RequestView>>;
  readonly disputes: Readonly<Record<string, DisputeView>>;
  /** The one that is open, when there is exactly one. */
  readonly dispute?: DisputeView;
  readonly dormancy?: DormancyView;
  readonly links: { readonly rehire_of?: string };
  readonly clarifications: readonly ClarificationView[];
  readonly charges: readonly ChargeView[];
  readonly feedback: FeedbackView;
  readonly next: readonly NextView[];
};
