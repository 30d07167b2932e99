// A road in words: what it does in one sentence, and then what it does to money, protection,
// deadlines and score, how long it is open, and whether it can be undone. Every amount and every
// date is one that was worked out; where something is only an example, that is said.
import type {
  EffectView,
  ProtectionView,
  RoadView,
  ScoreView,
} from '../../domain/advice/advice-view.ts';
import type { NextView } from '../../domain/contracts/seen/view.ts';
import { commandPhrase } from '../commands.ts';
import { deadlineName, forecastSentence } from '../forecast.ts';
import { leftText } from '../left.ts';
import { isZeroAmount } from '../money.ts';
import { amountOf, capital, listed, type Scene, verb, Who, whom } from '../scene.ts';
import { moneySaid } from './money-said.ts';
import { otherOf, roadHint, roadReason, roadTitle } from './road-titles.ts';

export type RoadSaid = {
  readonly title: string;
  /** One or two sentences: what taking it does. */
  readonly says: string;
  readonly money: readonly string[];
  readonly protection: string;
  readonly deadlines: readonly string[];
  readonly score: string;
  readonly open: string;
  readonly undo: string;
};

export function roadSaid(road: RoadView, scene: Scene): RoadSaid {
  return {
    title: roadTitle(road.road, scene, road.milestone),
    says: saysOf(road, scene),
    money: moneyOf(road, scene),
    protection: protectionSaid(road.protection, scene),
    deadlines: deadlinesSaid(road, scene),
    score: scoreSaid(road.score),
    open: openSaid(road, scene),
    undo: undoSaid(road, scene),
  };
}

/** "Friday, 4 December, in 2 days 3 h" */
export function untilSaid(at: string, scene: Scene): string {
  const ms =
    Temporal.Instant.from(at).epochMilliseconds -
    Temporal.Instant.from(scene.now).epochMilliseconds;
  return `${scene.when(at)}, ${leftText(ms)}`;
}

function atOnce(effect: EffectView, scene: Scene): string {
  return moneySaid(effect.postings, scene).join(' ');
}

function saysOf(road: RoadView, scene: Scene): string {
  const money = atOnce(road.now, scene);
  const ends = road.now.events.includes('contract_ended') ? 'The contract ends at once.' : '';
  const done = [roadReason(road.road), ends, money];
  const then = [agreedInShort(road, scene), silentInShort(road, scene)];
  const told = [...done, ...then].filter((one) => one !== '');
  return told.length === 0 ? roadHint(road.road) : told.join(' ');
}

type Agreed = NonNullable<RoadView['agreed']>;

/** Roads that count only when both have agreed. */
const counts = new Set(['propose_change', 'propose_cancel', 'propose_reopen', 'counter_offer']);

/** "If Ben agrees", "If Ben releases it". */
function agreement({ by, command }: Agreed, scene: Scene): string {
  const verbs: Readonly<Record<string, readonly [theirs: string, yours: string]>> = {
    release_payment: ['releases it', 'release it'],
    pay_bonus: ['pays it', 'pay it'],
    give_refund: ['gives it', 'give it'],
    answer_dispute: ['gives in', 'give in'],
  };
  const [theirs, yours] = verbs[command] ?? ['agrees', 'agree'];
  return `${whom(scene, by)} ${verb(scene, by, theirs, yours)}`;
}

function agreedInShort({ agreed, command }: RoadView, scene: Scene): string {
  if (agreed === undefined) return '';
  const moved = atOnce(agreed, scene);
  if (counts.has(command)) {
    const ends = agreed.events.includes('contract_ended') ? ' The contract then ends.' : '';
    const start = `It counts only when ${agreement(agreed, scene)}.`;
    return `${start}${ends}${moved === '' ? '' : ` ${moved}`}`;
  }
  return moved === '' ? '' : `If ${agreement(agreed, scene)}: ${lower(moved, scene)}`;
}

/** What silence does, where it moves money; a proposal that lapses is told below. */
function silentInShort({ silent, later }: RoadView, scene: Scene): string {
  const moving = silent === undefined || silent.postings.length === 0 ? later : silent.deadline;
  return moving === undefined ? '' : forecastSentence(moving, scene);
}

/** Names and amounts keep their capitals. */
function lower(sentence: string, { names }: Scene): string {
  const isName = Object.values(names).some((name) => sentence.startsWith(name));
  return isName || !/^[A-Z][a-z]/.test(sentence)
    ? sentence
    : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function moneyOf(road: RoadView, scene: Scene): readonly string[] {
  const { now, agreed, silent, later, example } = road;
  const lines = [atOnce(now, scene) || 'No money moves at once.'];
  if (agreed !== undefined) {
    const said = lower(atOnce(agreed, scene) || 'No money moves.', scene);
    const until = agreed.until === undefined ? '' : `, until ${untilSaid(agreed.until, scene)}`;
    lines.push(`If ${agreement(agreed, scene)}${until}: ${said}`);
  }
  if (silent !== undefined) lines.push(forecastSentence(silent.deadline, scene));
  if (later !== undefined)
    lines.push(`After that: ${lower(forecastSentence(later, scene), scene)}`);
  if (example !== undefined) lines.push(exampleSaid(example, scene));
  return lines;
}

function exampleSaid(example: NonNullable<RoadView['example']>, scene: Scene): string {
  const { amount, to_freelancer: share, due } = example;
  const facts = [
    ...(amount === undefined ? [] : [amountOf(scene, amount)]),
    ...(share === undefined ? [] : [`${amountOf(scene, share)} to ${whom(scene, 'freelancer')}`]),
    ...(due === undefined ? [] : [scene.when(due)]),
  ];
  if (facts.length === 0) return 'What it does to money depends on what you write.';
  return `Worked out for ${listed(facts)}, as an example: you choose.`;
}

function protectionSaid({ held, in_dispute, final }: ProtectionView, scene: Scene): string {
  const parts = [
    ...(isZeroAmount(held) ? [] : [`${amountOf(scene, held)} stays held.`]),
    ...(isZeroAmount(in_dispute) ? [] : [`${amountOf(scene, in_dispute)} is in dispute.`]),
    ...(isZeroAmount(final) ? [] : [`${amountOf(scene, final)} becomes final.`]),
  ];
  const nothing = isZeroAmount(held) && isZeroAmount(in_dispute);
  return [...(nothing ? ['Nothing is held then.'] : []), ...parts].join(' ');
}

function named(next: NextView, scene: Scene): string {
  return `${deadlineName(next.what, next.subject, scene)}, ${scene.when(next.at)}`;
}

function deadlinesSaid({ begins, ends }: RoadView, scene: Scene): readonly string[] {
  return [
    ...begins.map((next) => `Begins: ${named(next, scene)}.`),
    ...ends.map((next) => `No longer counts: ${named(next, scene)}.`),
  ];
}

const number = (score: number | null): string => (score === null ? 'no score' : `${score}`);

export function scoreSaid(score: ScoreView): string {
  if (score.is === 'same') return 'Your score stays as it is.';
  if (score.is === 'moved') {
    return `Your score goes from ${number(score.now)} to ${number(score.after)}.`;
  }
  const { no_feedback, best, worst, now } = score;
  const stars = `${number(best)} with 5 stars, ${number(worst)} with 1 star`;
  return `Your score is ${number(now)}; then ${number(no_feedback)} without feedback, ${stars}.`;
}

function openSaid({ closes }: RoadView, scene: Scene): string {
  if (closes === undefined) return 'Possible as long as nothing else happens.';
  return `Possible until ${untilSaid(closes.at, scene)}, if nothing else happens.`;
}

function undoSaid({ undoing }: RoadView, scene: Scene): string {
  const { how, command = '', until } = undoing;
  const date = until === undefined ? '' : ` until ${untilSaid(until, scene)}`;
  switch (how) {
    case 'alone':
      return `Can be undone${date}: ${commandPhrase(command)}.`;
    case 'together':
      return command === 'request_refund'
        ? `Final. Only ${otherOf(scene)} can give it back${date}.`
        : `Undone only if ${otherOf(scene)} agrees${date}: ${commandPhrase(command)}.`;
    case 'final':
      return 'Final.';
    default:
      return 'Nothing final.';
  }
}

/** A word for a label: what the sentence says in full. */
export function undoLabel({ undoing }: RoadView, scene: Scene): string {
  const { how, until } = undoing;
  if (how === 'alone') {
    return until === undefined ? 'Can be undone' : `Can be undone until ${scene.when(until)}`;
  }
  if (how === 'together' && undoing.command !== 'request_refund') {
    return `Undone only with ${otherOf(scene)}`;
  }
  if (how === 'together') return 'Final';
  return how === 'final' ? 'Final' : 'Nothing final';
}

/** "Ben" or "You", for a column of who gets what. */
export function nameOf(scene: Scene, party: 'client' | 'freelancer'): string {
  return capital(Who(scene, party));
}
