// A preview of a command as the page shows it: in views and words, from where the reader stands.
// Everything here is derived from the preview; nothing is worked out a second time.
import type { ContractView, NextView } from '../../../domain/contracts/seen/view.ts';
import { seenBy } from '../../../domain/contracts/seen-by.ts';
import { type SeenEvent, seenEvent } from '../../../domain/contracts/seen-event.ts';
import { toDecimal } from '../../../domain/money/money.ts';
import type { ContractPreview } from '../../../engine/requests.ts';
import type { SeenAs } from '../../../reads/timeline.ts';
import { effectLines } from '../../../words/effects.ts';
import { beforeLongSilence } from '../../../words/long-silence.ts';
import { type Names, type Scene, sceneOf } from '../../../words/scene.ts';
import type { Reader } from '../../parts/frame.ts';

export type Previewed = {
  readonly promise: string;
  readonly preview: ContractPreview;
  readonly scene: Scene;
  readonly events: readonly SeenEvent[];
  /** The contract afterwards, with its forecast. */
  readonly after: ContractView;
  readonly happens: readonly string[];
  readonly begins: readonly NextView[];
  readonly ends: readonly NextView[];
  /** Deadlines that are as they were. */
  readonly stays: readonly NextView[];
};

export function previewedBy(
  preview: ContractPreview,
  { viewer, person }: SeenAs,
  names: Names,
  reader: Reader,
): Previewed {
  const texts = (id: string): string | null => preview.texts.get(id) ?? null;
  const seen = (contract: typeof preview.before, forecast: typeof preview.forecastAfter) =>
    contract === null ? null : seenBy(viewer, contract, texts, forecast, person);
  const before = seen(preview.before, preview.forecastBefore);
  const after = seen(preview.after, preview.forecastAfter);
  if (after === null) throw new Error('A preview is for somebody who may see the contract.');
  const scene = withTitles(sceneOf(after, { viewer, names, ...reader }), before);
  const events = preview.events.flatMap(
    (happened) => seenEvent(viewer, preview.after, happened, texts, person) ?? [],
  );
  const postings = preview.postings.map(({ from, to, amount }) => ({
    from: from.kind,
    to: to.kind,
    amount: toDecimal(amount),
  }));
  const nexts = { before: before?.next ?? [], after: after.next };
  const lines = effectLines({ events, postings, ...nexts }, scene);
  const begins = lines.begins.map(({ next }) => next);
  return {
    ...{ promise: preview.promise, preview, scene, events, after },
    happens: lines.happens,
    begins,
    ends: lines.ends,
    stays: beforeLongSilence(after.next).filter((next) => !begins.includes(next)),
  };
}

/** Milestones that the command takes away keep their names in its sentences. */
function withTitles(scene: Scene, before: ContractView | null): Scene {
  const old = Object.entries(before?.milestones ?? {}).map(([id, { title }]) => [id, title]);
  return { ...scene, titles: { ...Object.fromEntries(old), ...scene.titles } };
}
