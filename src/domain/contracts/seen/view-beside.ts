// What stands beside the plan of a contract, in the shape in which it leaves the core: files,
// requests, disputes, long silence. The other half of view.ts.
import type { Party, PersonId } from '../../people.ts';
import type { RequestStatus } from '../beside/beside.ts';
import type { DisputeAbout, DisputeEnding, DisputeStatus } from '../disputes/dispute.ts';
import type { AmountText, InstantText } from './view.ts';

export type FileView = {
  readonly file: string;
  /** Absent when it has been erased. */
  readonly name?: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly media_type: string;
};

export type RequestView = {
  readonly kind: 'payment' | 'refund';
  readonly status: RequestStatus;
  readonly by: Party;
  readonly at: InstantText;
  readonly amount: AmountText;
  /** Of it paid or given back so far. */
  readonly settled: AmountText;
  readonly note?: string;
};

export type EvidenceView = {
  readonly by: Party;
  readonly at: InstantText;
  readonly note?: string;
  readonly files: readonly FileView[];
};

export type DisputeView = {
  readonly about: DisputeAbout;
  readonly status: DisputeStatus;
  readonly opened_by: Party;
  readonly opened: InstantText;
  readonly amount: AmountText;
  readonly milestones: readonly string[];
  /** Until when the other side must answer; then until when the present stage lasts. */
  readonly answer_by?: InstantText;
  readonly stage_ends?: InstantText;
  /** Statements and evidence are for the two sides and the mediator who has the case. */
  readonly statement?: string;
  readonly answer?: string;
  readonly evidence?: readonly EvidenceView[];
  readonly offers: Readonly<Partial<Record<Party, AmountText>>>;
  readonly mediator?: PersonId;
  /** Who rules, once they have taken it: another one than the mediator. */
  readonly arbiter?: PersonId;
  readonly recommendation?: {
    readonly to_freelancer: AmountText;
    readonly to_client: AmountText;
    readonly note?: string;
    readonly at: InstantText;
    readonly accepted: readonly Party[];
  };
  /** What a ruling costs each side, once mediation has failed, and who has paid it. */
  readonly arbitration?: {
    readonly cost: AmountText;
    readonly paid: readonly Party[];
    readonly opt_in_until?: InstantText;
    readonly ruling_until?: InstantText;
  };
  readonly outcome?: {
    readonly how: DisputeEnding;
    readonly to_freelancer: AmountText;
    readonly to_client: AmountText;
    readonly at: InstantText;
  };
};

export type DormancyView = {
  readonly since: InstantText;
  readonly who: Party;
  readonly until: InstantText;
  readonly may_request_release: boolean;
};
