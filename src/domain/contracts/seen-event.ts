// The only form in which an event leaves the core: for the timeline, the feed, webhooks and
// bundles. Amounts and instants become texts, references become what they refer to. What is
// sealed is left out by type: that feedback was given is told, what it says is not.
import { type Money, toDecimal } from '../money/money.ts';
import {
  type FileRef,
  otherParty,
  type Party,
  type PersonId,
  type Role,
  type TextRef,
} from '../people.ts';
import type { Contract, Terms } from './contract.ts';
import { isHidden } from './decide.ts';
import type { ContractEvent, ContractEventType, Happened } from './events.ts';
import { disputeEventFor } from './seen/disputes.ts';
import type { Texts, Viewer } from './seen/feedback.ts';
import { fileSeen, fullTermsSeen, isMoney } from './seen/parts.ts';
import type { FileView } from './seen/view.ts';

/** A fact of an event in the form in which it is told. */
type Told<T> = T extends Money | Temporal.Instant
  ? string
  : T extends TextRef
    ? string | null
    : T extends FileRef
      ? FileView
      : T extends Terms
        ? ReturnType<typeof fullTermsSeen>
        : T extends readonly (infer Item)[]
          ? readonly Told<Item>[]
          : T extends object
            ? { readonly [K in keyof T as K extends 'sealed' ? never : K]: Told<T[K]> }
            : T;

type Frame = {
  readonly seq: number;
  readonly at: string;
  readonly by: PersonId | null;
  readonly as: Role;
};

export type SeenEventOf<T extends ContractEventType> = Frame &
  Told<Extract<ContractEvent, { type: T }>>;
export type SeenEvent = { [T in ContractEventType]: SeenEventOf<T> }[ContractEventType];

/** Between the payer and the payment provider; the other side hears of it when money has moved. */
function ofOnlyOne(c: Contract, event: ContractEvent): Party | null {
  switch (event.type) {
    case 'offer_drafted':
      return 'client';
    case 'charge_requested':
    case 'charge_failed':
    case 'charge_timed_out':
    case 'charge_credited':
    case 'bonus_charge_requested':
    case 'arbitration_charge_requested':
      return c.charges.find(({ id }) => id === event.charge)?.payer ?? 'client';
    // Whoever is reported learns of it when a moderator has judged.
    case 'feedback_reported':
      return otherParty(event.author);
    default:
      return null;
  }
}

/**
 * An event as a viewer sees it; null when it is not theirs to know. `c` is the latest state. A
 * mediator is a certain person.
 */
export function seenEvent(
  viewer: Viewer,
  c: Contract,
  happened: Happened<ContractEvent>,
  texts: Texts,
  person: PersonId | null = null,
): SeenEvent | null {
  const { seq, at, by, as } = happened;
  if (isHidden(c, viewer, person)) return null;
  const only = ofOnlyOne(c, happened.event);
  if (only !== null && (viewer === otherParty(only) || viewer === 'mediator')) return null;
  const event = disputeEventFor({ viewer, person }, c, happened.event);
  return { seq, at: `${at}`, by, as, ...(told(event, texts) as object) } as SeenEvent;
}

function told(value: unknown, texts: Texts): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isMoney(value)) return toDecimal(value);
  if (value instanceof Temporal.Instant) return `${value}`;
  if (Array.isArray(value)) return value.map((item) => told(item, texts));
  if ('text' in value && 'digest' in value) return texts(String(value.text));
  if ('file' in value && 'sha256' in value) return fileSeen(value as FileRef, texts);
  if ('policy' in value && 'fundFirst' in value) return fullTermsSeen(value as Terms, texts);
  const open = Object.entries(value).filter(([key]) => key !== 'sealed');
  return Object.fromEntries(open.map(([key, item]) => [key, told(item, texts)]));
}
