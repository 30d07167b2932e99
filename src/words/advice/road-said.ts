// A road in words: what it does in one sentence, and then what it does to money, protection,
// deadlines and score, how long it is open, and whether it can be undone. Every amount and every
// date is one that was worked out; where something is only an example, that is said.
import type {
  EffectView,
  ProtectionView,
  RoadView,
  ScoreView,
} from '../../domain/advice/advice-seen.ts';
import type { NextView } from '../../domain/contracts/seen/view.ts';
import { commandPhrase } from '../commands.ts';
import { deadlineName } from '../forecast.ts';
import { leftText } from '../left.ts';
import { isZeroAmount } from '../money.ts';
import { amountOf, capital, listed, type Scene, verb, Who, whom } from '../scene.ts';
import { moneySaid } from './money-said.ts';
import { otherOf, roadReason, roadTitle } from './road-titles.ts';

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
    title: roadTitle(road.road, scene),
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
  const done = [roadReason(road.road), ends, money].filter((one) => one !== '').join(' ');
  const then = road.agreed === undefined ? '' : agreedSaid(road.agreed, road, scene);
  const nothing = done === '' && then === '' ? 'No money moves.' : '';
  return [done, nothing, then].filter((one) => one !== '').join(' ');
}

type Agreed = NonNullable<RoadView['agreed']>;

const counts = new Set(['propose_change', 'propose_cancel', 'propose_reopen', 'counter_offer']);

function agreedSaid(agreed: Agreed, { command }: RoadView, scene: Scene): string {
  const agrees = `${whom(scene, agreed.by)} ${verb(scene, agreed.by, 'agrees', 'agree')}`;
  const moved = atOnce(agreed, scene);
  if (counts.has(command)) {
    const ends = agreed.events.includes('contract_ended') ? ' and ends the contract' : '';
    const start = `It counts${ends} only when ${agrees}`;
    return moved === '' ? `${start}.` : `${start}; then ${lower(moved, scene)}`;
  }
  if (moved === '') return '';
  return `If ${agrees}: ${moved}`;
}

/** Names and amounts keep their capitals. */
function lower(sentence: string, { names }: Scene): string {
  const isName = Object.values(names).some((name) => sentence.startsWith(name));
  return isName || !/^[A-Z][a-z]/.test(sentence)
    ? sentence
    : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function moneyOf({ now, agreed, silent, example }: RoadView, scene: Scene): readonly string[] {
  const nothing = 'No money moves at once.';
  const lines = [atOnce(now, scene) || nothing];
  if (agreed !== undefined) {
    const said = atOnce(agreed, scene) || 'no money moves.';
    const until = agreed.until === undefined ? '' : ` (until ${untilSaid(agreed.until, scene)})`;
    lines.push(
      `If ${whom(scene, agreed.by)} ${verb(scene, agreed.by, 'agrees', 'agree')}${until}: ${said}`,
    );
  }
  if (silent !== undefined) {
    const said = atOnce(silent, scene) || 'no money moves.';
    lines.push(`If nobody answers until ${untilSaid(silent.at, scene)}: ${said}`);
  }
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
    isZeroAmount(held) ? 'Nothing is held then.' : `${amountOf(scene, held)} stays held.`,
    ...(isZeroAmount(in_dispute) ? [] : [`${amountOf(scene, in_dispute)} is in dispute.`]),
    ...(isZeroAmount(final) ? [] : [`${amountOf(scene, final)} becomes final.`]),
  ];
  return parts.join(' ');
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
      return `Only ${otherOf(scene)} can help to undo it: ${commandPhrase(command)}${date}.`;
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
  if (how === 'together') return `Undone only with ${otherOf(scene)}`;
  return how === 'final' ? 'Final' : 'Nothing final';
}

/** "Ben" or "You", for a column of who gets what. */
export function nameOf(scene: Scene, party: 'client' | 'freelancer'): string {
  return capital(Who(scene, party));
}
