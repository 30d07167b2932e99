// What can have happened beside the plan: bonuses, requests, refunds; messages; and long silence.
import type { Money } from '../../money/money.ts';
import type { FileRef, Party, TextRef } from '../../people.ts';
import type { BonusKind } from './beside.ts';

type Bonus = {
  readonly kind: BonusKind;
  readonly note: TextRef | null;
  /** The request for a payment that it answers. */
  readonly request: string | null;
};

export type BesideEvent =
  | ({ type: 'bonus_charge_requested'; charge: string; amount: Money; client_fee: Money } & Bonus)
  | ({
      type: 'bonus_paid';
      charge: string | null;
      /** Gross. `fee` goes to the platform, `net` to the freelancer; `client_fee` is on top. */
      amount: Money;
      fee: Money;
      net: Money;
      client_fee: Money;
    } & Bonus)
  | { type: 'payment_requested'; request: string; amount: Money; note: TextRef }
  | { type: 'payment_request_withdrawn'; request: string }
  | { type: 'payment_request_declined'; request: string }
  | { type: 'refund_requested'; request: string; amount: Money; reason: TextRef }
  | { type: 'refund_request_withdrawn'; request: string }
  | { type: 'refund_request_declined'; request: string }
  | {
      type: 'refund_given';
      /** What the client gets. `fee` of it comes back from the platform, the rest from below. */
      amount: Money;
      fee: Money;
      /** Out of this contract's earnings that were still pending. */
      from_pending: readonly { readonly earning: string; readonly amount: Money }[];
      from_available: Money;
      request: string | null;
    };

export type QuietEvent =
  | {
      type: 'message_sent';
      party: Party;
      /** Files alone are a message too. */
      text: TextRef | null;
      files: readonly FileRef[];
    }
  | { type: 'contract_went_dormant' }
  | { type: 'dormancy_step_passed'; step: number }
  | { type: 'release_requested' }
  | { type: 'contract_kept_open' };
