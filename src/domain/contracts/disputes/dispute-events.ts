// What can have happened to a dispute. As all events: facts with results, never recipes.
import type { Money } from '../../money/money.ts';
import type { FileRef, Party, PersonId, TextRef } from '../../people.ts';
import type { RefundPart } from '../proposals.ts';
import type { DisputeEnding } from './dispute.ts';

/** How money that a dispute held is divided; the parts sum to what was held. */
type Divided = {
  /** Gross to the freelancer, by milestone. `fee` of it goes to the platform, `net` to them. */
  readonly paid: readonly RefundPart[];
  readonly to_freelancer: Money;
  readonly fee: Money;
  readonly net: Money;
  /** Back to the client, by milestone, with the share of the client's fee. */
  readonly returned: readonly RefundPart[];
  readonly to_client: Money;
  readonly client_fee: Money;
};

export type DisputeEvent =
  | {
      type: 'dispute_opened';
      dispute: string;
      about: 'escrow' | 'paid';
      party: Party;
      statement: TextRef;
      amount: Money;
      /** What is held from now on, by milestone; empty about money that was paid already. */
      parts: readonly RefundPart[];
    }
  | { type: 'dispute_contested'; dispute: string; statement: TextRef | null }
  | {
      type: 'evidence_submitted';
      dispute: string;
      party: Party;
      note: TextRef;
      files: readonly FileRef[];
    }
  | { type: 'settlement_offered'; dispute: string; party: Party; to_freelancer: Money }
  | { type: 'case_taken'; dispute: string; mediator: PersonId }
  | { type: 'split_recommended'; dispute: string; to_freelancer: Money; note: TextRef }
  | { type: 'recommendation_accepted'; dispute: string; party: Party }
  | { type: 'recommendation_declined'; dispute: string; party: Party }
  | { type: 'mediation_failed'; dispute: string }
  | {
      type: 'arbitration_charge_requested';
      charge: string;
      dispute: string;
      party: Party;
      amount: Money;
    }
  | {
      type: 'arbitration_paid';
      charge: string | null;
      dispute: string;
      party: Party;
      amount: Money;
    }
  | { type: 'arbitration_cost_returned'; dispute: string; party: Party; amount: Money }
  | { type: 'dispute_ruled'; dispute: string; to_freelancer: Money; note: TextRef }
  | ({
      type: 'dispute_closed';
      dispute: string;
      status: 'settled' | 'decided' | 'withdrawn';
      how: DisputeEnding;
    } & Divided);
