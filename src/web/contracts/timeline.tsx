// The timeline: what has happened, newest last, each entry with its permalink, who can see it and
// what it did to the reader's money. The sentences are those of the mail and of the transcripts.
import type { SeenEvent, SeenEventOf } from '../../domain/contracts/seen-event.ts';
import { filesOf } from '../../reads/bundle/contract-file.ts';
import type { TimelineEntry } from '../../reads/timeline.ts';
import { eventNote, eventSentence } from '../../words/events.ts';
import { formatAmount, isZeroAmount } from '../../words/money.ts';
import { actorOf, amountOf, type Scene } from '../../words/scene.ts';
import { momentText } from '../../words/time.ts';
import { type EventEntry, Events } from '../parts/events.tsx';
import type { Reader } from '../parts/frame.ts';
import { linkTo } from './file.ts';

export type TimelineProps = {
  readonly entries: readonly TimelineEntry[];
  /** The id of the contract. */
  readonly contract: string;
  readonly scene: Scene;
  readonly reader: Reader;
};

export function Timeline({ entries, contract, scene, reader }: TimelineProps) {
  return <Events entries={entries.map((entry) => entryOf(entry, contract, scene, reader))} />;
}

function entryOf(
  { event }: TimelineEntry,
  contract: string,
  scene: Scene,
  reader: Reader,
): EventEntry {
  const at = Temporal.Instant.from(event.at);
  const note = eventNote(event);
  return {
    seq: event.seq,
    ...spoken(event, scene),
    voice: voiceOf(event),
    ...(note === null ? {} : { quote: note }),
    files: filesOf(event).map((file) => linkTo(contract, file)),
    ...moneyOf(event, scene),
    at,
    when: momentText(at, reader.zone, reader.now),
    notes: [seenByWhom(event, scene)],
  };
}

/** The actor in bold, where a person acts and the sentence begins with them. */
function spoken(event: SeenEvent, scene: Scene): { actor?: string; text: string } {
  const sentence = eventSentence(event, scene);
  const actor = actorOf(scene, event);
  const isPerson = event.as === 'client' || event.as === 'freelancer';
  if (!isPerson || !sentence.startsWith(`${actor} `)) return { text: sentence };
  return { actor, text: sentence.slice(actor.length + 1) };
}

function voiceOf({ type, as }: SeenEvent): 'person' | 'machine' | 'money' {
  if (moneyMoves.includes(type)) return 'money';
  const nobody = type === 'feedback_revealed' || as === 'clock' || as === 'payments';
  return nobody ? 'machine' : 'person';
}

const moneyMoves: readonly SeenEvent['type'][] = [
  'payment_released',
  'escrow_returned',
  'bonus_paid',
  'refund_given',
  'dispute_closed',
];

const ofTheClient: readonly SeenEvent['type'][] = [
  'offer_drafted',
  'charge_requested',
  'charge_failed',
  'charge_timed_out',
  'charge_credited',
];

function seenByWhom({ type }: SeenEvent, { viewer, names }: Scene): string {
  if (!ofTheClient.includes(type)) return 'both can see this';
  return viewer === 'client' ? 'only you can see this' : `only ${names.client} can see this`;
}

type Money = Pick<EventEntry, 'amount' | 'good' | 'working'>;

/** What the event did to the money, from where the reader stands. */
function moneyOf(event: SeenEvent, scene: Scene): Money {
  const plus = (amount: string) => formatAmount(amount, scene.currency, 'always');
  switch (event.type) {
    case 'payment_released': {
      const fee = isZeroAmount(event.fee) ? '' : ` − ${amountOf(scene, event.fee)} fee`;
      const working = `${amountOf(scene, event.amount)}${fee}`;
      return scene.viewer === 'freelancer'
        ? { amount: plus(event.net), good: true, working }
        : { amount: amountOf(scene, event.amount), working: 'paid' };
    }
    case 'milestone_funded':
      return { amount: amountOf(scene, event.amount), working: 'held' };
    case 'escrow_returned':
      return scene.viewer === 'client'
        ? { amount: plus(event.amount), good: true, working: 'back on your balance' }
        : { amount: amountOf(scene, event.amount), working: 'went back' };
    case 'dispute_opened':
      return isZeroAmount(event.amount) || event.about === 'paid'
        ? {}
        : { amount: amountOf(scene, event.amount), working: 'held' };
    case 'dispute_closed':
      return shareOf(event, scene);
    case 'bonus_paid':
    case 'refund_given':
      return beside(event, scene);
    case 'charge_credited':
      return { amount: plus(event.amount), good: true, working: 'on your balance' };
    default:
      return {};
  }
}

/** What a dispute paid out, from where the reader stands. */
function shareOf(event: SeenEventOf<'dispute_closed'>, scene: Scene): Money {
  const plus = (amount: string) => formatAmount(amount, scene.currency, 'always');
  const worker = scene.viewer === 'freelancer';
  const share = worker ? event.net : event.to_client;
  if (isZeroAmount(share)) return {};
  if (!worker)
    return { amount: plus(share), good: scene.viewer === 'client', working: 'went back' };
  const fee = isZeroAmount(event.fee) ? '' : ` − ${amountOf(scene, event.fee)} fee`;
  return {
    amount: plus(share),
    good: true,
    working: `${amountOf(scene, event.to_freelancer)}${fee}`,
  };
}

/** A bonus or a refund: what came to the reader, or what left. */
function beside(
  event: SeenEventOf<'bonus_paid'> | SeenEventOf<'refund_given'>,
  scene: Scene,
): Money {
  const plus = (amount: string) => formatAmount(amount, scene.currency, 'always');
  const receives = event.type === 'bonus_paid' ? 'freelancer' : 'client';
  if (scene.viewer !== receives) return { amount: amountOf(scene, event.amount), working: 'paid' };
  if (event.type === 'refund_given') {
    return { amount: plus(event.amount), good: true, working: 'back on your balance' };
  }
  const fee = isZeroAmount(event.fee) ? '' : ` − ${amountOf(scene, event.fee)} fee`;
  return { amount: plus(event.net), good: true, working: `${amountOf(scene, event.amount)}${fee}` };
}
