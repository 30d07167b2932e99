// What a command leads to, line by line, from its preview: what happens, which money moves, which
// deadlines begin and which no longer count. Previews, confirm pages and transcripts show these
// lines; the amounts are those that the engine will write.

import type { MovementView, NextView } from '../domain/contracts/seen/view.ts';
import type { SeenEvent } from '../domain/contracts/seen-event.ts';
import { eventSentence } from './events.ts';
import { accountName, forecastSentence } from './forecast.ts';
import { beforeLongSilence, untilLongSilence } from './long-silence.ts';
import { amountOf, type Scene } from './scene.ts';

/** A preview as faces have it. `before` and `after` are the forecasts around the command. */
export type PreviewWords = {
  readonly events: readonly SeenEvent[];
  readonly postings: readonly MovementView[];
  readonly before: readonly NextView[];
  readonly after: readonly NextView[];
};

export type EffectLines = {
  /** What happens at once, as the timeline will say it. */
  readonly happens: readonly string[];
  readonly money: readonly {
    readonly from: string;
    readonly to: string;
    readonly amount: string;
  }[];
  /** Deadlines that begin, or lead to something else than before, with what that is. */
  readonly begins: readonly { readonly next: NextView; readonly sentence: string }[];
  /** Deadlines that no longer count. */
  readonly ends: readonly NextView[];
};

export function effectLines(preview: PreviewWords, scene: Scene): EffectLines {
  const { events, postings } = preview;
  const { before, after } = withoutDelay(preview);
  return {
    happens: events.map((event) => eventSentence(event, scene)),
    money: postings.map(({ from, to, amount }) => ({
      from: accountName(from, scene),
      to: accountName(to, scene),
      amount: amountOf(scene, amount),
    })),
    begins: without(after, before, consequenceOf).map((next) => ({
      next,
      sentence: forecastSentence(next, scene),
    })),
    ends: without(before, after, keyOf),
  };
}

type Around = Pick<PreviewWords, 'before' | 'after'>;

/** That long silence is put off by whatever anybody does is not told each time. */
function withoutDelay({ before, after }: Around): Around {
  const all = [before, after].map(untilLongSilence);
  const both = all.every((next) => next.at(-1)?.what === 'contract_goes_dormant');
  const cut = both ? beforeLongSilence : untilLongSilence;
  return { before: cut(before), after: cut(after) };
}

type Key = (next: NextView) => string;

function without(
  these: readonly NextView[],
  those: readonly NextView[],
  key: Key,
): readonly NextView[] {
  const keys = new Set(those.map(key));
  return these.filter((one) => !keys.has(key(one)));
}

/** A deadline is the same when it is about the same, at the same moment. */
function keyOf(next: NextView): string {
  const { what, at, subject = '' } = next;
  // An earning that is only foreseen is numbered by an event that is still to come.
  return `${what} ${at} ${what === 'earnings_clear' ? amountsOf(next) : subject}`;
}

function consequenceOf(next: NextView): string {
  return `${keyOf(next)} ${amountsOf(next)}`;
}

function amountsOf({ effect }: NextView): string {
  return effect.postings.map(({ from, to, amount }) => `${from} ${to} ${amount}`).join(', ');
}
