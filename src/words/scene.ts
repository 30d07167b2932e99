// Who reads a sentence, and what everybody and everything in it is called. "You" is the reader,
// the other side has its name; amounts carry their currency, moments the form that suits the
// place. Every sentence in this room is built from these few words.

import { present } from '../domain/assert.ts';
import type { Viewer } from '../domain/contracts/seen/feedback.ts';
import type { ContractView } from '../domain/contracts/seen/view.ts';
import type { SeenEvent } from '../domain/contracts/seen-event.ts';
import {
  fromDecimal,
  type Money,
  subtract,
  toDecimal,
  total,
  zero,
} from '../domain/money/money.ts';
import type { Party } from '../domain/people.ts';
import { formatAmount } from './money.ts';
import { dayText, deadlineText } from './time.ts';

export type Names = Readonly<Record<Party, string>>;

export type Scene = {
  /** Who reads. A party is addressed as "you"; anybody else reads two names. */
  readonly viewer: Viewer;
  readonly names: Names;
  readonly currency: string;
  /** What milestones are called, by id. */
  readonly titles: Readonly<Record<string, string>>;
  readonly fees: { readonly freelancer: string; readonly client: string };
  /** The moment of reading. */
  readonly now: string;
  /** A moment in a sentence: "Friday, 4 December" or exact, as the place needs it. */
  readonly when: (at: string) => string;
};

export type Reader = {
  readonly viewer: Viewer;
  readonly names: Names;
  readonly zone: string;
  readonly now: Temporal.Instant;
};

/** The scene of a contract, with days in sentences: pages show the exact moment beside them. */
export function sceneOf(view: ContractView, reader: Reader): Scene {
  const when = (at: string) => dayOf(at, reader);
  return { ...castOf(view, reader), when };
}

/** The scene of a contract, with exact moments: mail, transcripts and the API. */
export function exactSceneOf(view: ContractView, reader: Reader): Scene {
  const { zone, now } = reader;
  const when = (at: string) => deadlineText(Temporal.Instant.from(at), zone, now).local;
  return { ...castOf(view, reader), when };
}

function castOf(view: ContractView, { viewer, names, now }: Reader): Omit<Scene, 'when'> {
  const { fee } = view.policy;
  const entries = Object.entries(view.milestones).map(([id, { title }]) => [id, title]);
  return {
    viewer,
    names,
    now: `${now}`,
    currency: view.terms.currency,
    titles: Object.fromEntries(entries),
    fees: { freelancer: percent(fee.freelancer_bps), client: percent(fee.client_bps) },
  };
}

/** Midnight UTC ends a day: whoever reads in UTC is told the day that ends there. */
/**
 * The day of a moment. What ends at midnight UTC belongs to the day that ends there, wherever it
 * is read: both sides name the same day, and the exact moment beside it says the reader's time.
 */
function dayOf(at: string, { zone, now }: Reader): string {
  const instant = Temporal.Instant.from(at);
  const midnight = deadlineText(instant, 'UTC', now).local.includes('24:00');
  return midnight
    ? dayText(instant.subtract({ minutes: 1 }), 'UTC', now)
    : dayText(instant, zone, now);
}

/** 1000 hundredths of a percent are "10%". */
export function percent(bps: number): string {
  return `${bps / 100}%`;
}

export function amountOf(scene: Scene, amount: string): string {
  return formatAmount(amount, scene.currency);
}

/** “Sketches”; a milestone that is gone keeps its id. */
export function titleOf(scene: Scene, id: string): string {
  return `“${scene.titles[id] ?? id}”`;
}

export function isYou(scene: Scene, party: Party): boolean {
  return scene.viewer === party;
}

/** In the middle of a sentence: "you" or the name. */
export function whom(scene: Scene, party: Party): string {
  return isYou(scene, party) ? 'you' : scene.names[party];
}

/** At the start of a sentence: "You" or the name. */
export function Who(scene: Scene, party: Party): string {
  return isYou(scene, party) ? 'You' : scene.names[party];
}

/** "your", "Ann’s", "Marsh & Vane Books’". */
export function whose(scene: Scene, party: Party): string {
  if (isYou(scene, party)) return 'your';
  const name = scene.names[party];
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

/** The verb as the subject needs it: verb(scene, 'client', 'has', 'have'). */
export function verb(scene: Scene, party: Party, theirs: string, yours: string): string {
  return isYou(scene, party) ? yours : theirs;
}

/** Subject and verb: "You have", "Ben has". */
export function subject(scene: Scene, party: Party, theirs: string, yours: string): string {
  return `${Who(scene, party)} ${verb(scene, party, theirs, yours)}`;
}

/** Who did it, at the start of a sentence; the house has no name when a clock does it. */
export function actorOf(scene: Scene, event: Pick<SeenEvent, 'as'>): string {
  switch (event.as) {
    case 'client':
    case 'freelancer':
      return Who(scene, event.as);
    case 'mediator':
      return 'The mediator';
    case 'moderator':
      return 'A moderator';
    case 'operator':
      return 'The operator';
    case 'payments':
      return 'The payment provider';
    default:
      return 'The clock';
  }
}

export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The sum of decimal amounts in the scene's currency, exact. */
export function summed(scene: Scene, amounts: readonly string[]): string {
  return toDecimal(
    total(
      amounts.map((one) => moneyOf(scene, one)),
      scene.currency,
    ),
  );
}

/** What is left of a decimal amount without the others, and never less than nothing. */
export function less(scene: Scene, amount: string, others: readonly string[]): string {
  const left = subtract(moneyOf(scene, amount), moneyOf(scene, summed(scene, others)));
  return toDecimal(left.minor < 0n ? zero(scene.currency) : left);
}

function moneyOf(scene: Scene, amount: string): Money {
  return present(fromDecimal(amount, scene.currency), `${amount} in ${scene.currency}`);
}
