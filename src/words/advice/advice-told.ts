// Advice as it is told to programs and on terminals: the numbers with their sentences beside them.
// Pages show the same sentences in another form.
import type { AdviceView, NotNowView, RoadView } from '../../domain/advice/advice-view.ts';
import type { NextView } from '../../domain/contracts/seen/view.ts';
import { forecastSentence } from '../forecast.ts';
import type { Scene } from '../scene.ts';
import { type Closing, closingOf, notNowSaid } from './not-now-said.ts';
import { roadSaid } from './road-said.ts';
import { situationSaid } from './situation-said.ts';

export type AdviceTold = ReturnType<typeof adviceTold>;
export type RoadTold = AdviceTold['roads'][number];

/** How many roads come first; the others follow them. */
export const firstFew = 3;

export function adviceTold(advice: AdviceView, scene: Scene) {
  const { at, situations, roads, notNow, silence } = advice;
  const closing = closingOf(roads);
  const next = (one: NextView) => ({ ...one, says: forecastSentence(one, scene) });
  return {
    at,
    situations: situations.map((one) => ({ ...one, says: situationSaid(one, scene) })),
    roads: roads.map((road, index) => roadTold(road, index, scene)),
    not_now: notNow.map((one) => notNowTold(one, scene, closing)),
    silence: silence.map(next),
  };
}

function roadTold(road: RoadView, index: number, scene: Scene) {
  const { title, says, ...lines } = roadSaid(road, scene);
  return { ...road, first: index < firstFew, title, says, lines };
}

function notNowTold(one: NotNowView, scene: Scene, closing: Closing) {
  const { title, why, opens, closest } = notNowSaid(one, scene, closing);
  const says = [why, opens, closest].filter((sentence) => sentence !== '').join(' ');
  return { ...one, title, says };
}
