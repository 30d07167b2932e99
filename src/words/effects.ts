// What a command leads to, line by line, from its preview: what happens, which money moves, which
// deadlines begin and which no longer count. Previews, confirm pages and transcripts show these
// lines; the amounts are those that the engine will write.

import type { MovementView, NextView } from '../domain/contracts/seen/view.ts';
import type { SeenEvent } from '../domain/contracts/seen-event.ts';
import { eventSentence } from './events.ts';
import { accountName, forecastSentence } from './forecast.ts';
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
  /** Deadlines that begin, with what silence then leads to. */
  readonly begins: readonly { readonly next: NextView; readonly sentence: string }[];
  /** Deadlines that no longer count. */
  readonly ends: readonly NextView[];
};

export function effectLines(preview: PreviewWords, scene: Scene): EffectLines {
  const { events, postings, before, after } = preview;
  return {
    happens: events.map((event) => eventSentence(event, scene)),
    money: postings.map(({ from, to, amount }) => ({
      from: accountName(from, scene),
      to: accountName(to, scene),
      amount: amountOf(scene, amount),
    })),
    begins: without(after, before).map((next) => ({
      next,
      sentence: forecastSentence(next, scene),
    })),
    ends: without(before, after),
  };
}

/** A deadline is the same when it is about the same, at the same moment. */
function without(these: readonly NextView[], those: readonly NextView[]): readonly NextView[] {
  const keys = new Set(those.map(keyOf));
  return these.filter((one) => !keys.has(keyOf(one)));
}

function keyOf({ what, at, subject }: NextView): string {
  return `${what} ${at} ${subject ?? ''}`;
}
