// The commands on a contract, as the domain takes them: shapes are already checked, free text
// is already a reference, amounts are still decimal strings because only the contract knows its
// currency. Names and fields are those of the public vocabulary.
import type { Instant } from '../calendar.ts';
import type { Actor, FileRef, Party, PersonId, TextRef } from '../people.ts';
import type { BonusKind, EndReason } from './contract.ts';

export type MilestoneFields = {
  readonly id?: string;
  readonly title: string;
  readonly amount: string;
  readonly due?: Instant;
};

export type MilestonePatch = {
  readonly id: string;
  readonly title?: string;
  readonly amount?: string;
  readonly due?: Instant | null;
};

export type OfferTerms = {
  readonly title: string;
  readonly scope?: TextRef;
  readonly kind: 'fixed';
  readonly currency: string;
  readonly milestones: readonly MilestoneFields[];
  readonly starts?: Instant;
  readonly fund_first?: boolean;
};

/** Terms of which any may be left out: that stays as it is. The currency always stays. */
export type ChangedTerms = Partial<OfferTerms>;

export const starNames = [
  'skills',
  'quality',
  'availability',
  'deadlines',
  'communication',
  'cooperation',
] as const;

/** Six numbers from 1 to 5, judged here; the whole review is sealed behind the reference. */
export type Feedback = {
  readonly stars: Readonly<Partial<Record<(typeof starNames)[number], number>>>;
  readonly sealed: TextRef;
};

type NoFields = Readonly<Record<never, never>>;
type OnMilestone = { readonly milestone: string };
/** Which one is meant: required only when more than one is open. */
type OnDispute = { readonly dispute?: string };
type OnRequest = { readonly request?: string };
type WithFiles = { readonly files?: readonly FileRef[] };

export type CommandFields = {
  send_offer: OfferTerms & { readonly to: PersonId | null };
  revise_offer: ChangedTerms;
  withdraw_offer: NoFields;
  accept_offer: NoFields;
  decline_offer: { readonly reason?: TextRef };
  counter_offer: ChangedTerms & { readonly note?: TextRef };
  withdraw_counter: NoFields;
  accept_counter: NoFields;
  decline_counter: NoFields;
  propose_change: {
    readonly milestones?: readonly MilestonePatch[];
    readonly remove?: readonly string[];
    readonly scope?: TextRef;
    readonly note?: TextRef;
  };
  accept_change: NoFields;
  decline_change: NoFields;
  withdraw_change: NoFields;
  ask_clarification: { readonly question?: TextRef };
  answer_clarification: { readonly answer?: TextRef };
  fund_milestone: OnMilestone;
  add_milestone: MilestoneFields;
  edit_milestone: Omit<MilestonePatch, 'id'> & OnMilestone;
  remove_milestone: OnMilestone;
  send_message: WithFiles & { readonly text?: TextRef };
  submit_work: OnMilestone & WithFiles & { readonly note?: TextRef };
  withdraw_submission: OnMilestone;
  request_changes: OnMilestone & { readonly note?: TextRef };
  release_payment: OnMilestone & { readonly amount?: string };
  end_contract: {
    readonly reason: EndReason;
    readonly feedback?: Feedback;
    readonly release?: string;
  };
  propose_cancel: { readonly note?: TextRef; readonly to_freelancer?: string };
  accept_cancel: NoFields;
  decline_cancel: NoFields;
  withdraw_cancel: NoFields;
  approve_escrow_refund: NoFields;
  withdraw_escrow_refund: NoFields;
  dispute_milestone: OnMilestone & { readonly statement?: TextRef };
  keep_open: NoFields;
  request_release: NoFields;
  pay_bonus: OnRequest & {
    readonly amount: string;
    readonly kind: BonusKind;
    readonly note?: TextRef;
  };
  request_payment: { readonly amount: string; readonly note?: TextRef };
  withdraw_payment_request: OnRequest;
  decline_payment_request: OnRequest;
  request_refund: { readonly amount: string; readonly reason?: TextRef };
  withdraw_refund_request: OnRequest;
  decline_refund: OnRequest;
  give_refund: OnRequest & { readonly amount: string };
  propose_reopen: { readonly note?: TextRef };
  accept_reopen: NoFields;
  decline_reopen: NoFields;
  withdraw_reopen: NoFields;
  rehire: ChangedTerms;
  dispute_escrow_refund: { readonly statement?: TextRef; readonly amount?: string };
  answer_dispute: OnDispute & {
    readonly answer: 'accept' | 'contest';
    readonly statement?: TextRef;
  };
  submit_evidence: OnDispute & WithFiles & { readonly note?: TextRef };
  offer_settlement: OnDispute & { readonly to_freelancer: string };
  accept_settlement: OnDispute;
  take_case: OnDispute;
  recommend_split: OnDispute & { readonly to_freelancer: string; readonly note?: TextRef };
  accept_recommendation: OnDispute;
  decline_recommendation: OnDispute;
  pay_arbitration: OnDispute;
  rule: OnDispute & { readonly to_freelancer: string; readonly note?: TextRef };
  withdraw_dispute: OnDispute;
  request_mediation: { readonly statement?: TextRef };
  give_feedback: Partial<Feedback>;
  respond_to_feedback: { readonly comment?: TextRef };
  allow_feedback_change: NoFields;
  change_feedback: Partial<Feedback>;
  report_feedback: { readonly reason?: TextRef };
  /** Whose feedback: that which this party has written. */
  flag_feedback: { readonly author: Party; readonly reason?: TextRef };
  retry_charge: NoFields;
  confirm_charge: { readonly charge: string };
  fail_charge: { readonly charge: string };
};

export type CommandName = keyof CommandFields;

export type CommandOf<N extends CommandName> = {
  readonly type: N;
  readonly by: Actor;
} & CommandFields[N];

export type ContractCommand = { [N in CommandName]: CommandOf<N> }[CommandName];
