// The commands on a contract, as the domain takes them: shapes are already checked, free text
// is already a reference, amounts are still decimal strings because only the contract knows its
// currency. Names and fields are those of the public vocabulary.
import type { Instant } from '../calendar.ts';
import type { Actor, PersonId, TextRef } from '../people.ts';
import type { EndReason } from './contract.ts';

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
  submit_work: OnMilestone & { readonly note?: TextRef };
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
  give_feedback: Partial<Feedback>;
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
