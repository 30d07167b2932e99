// Why something is not possible, when it would be, and what comes closest.
import type { NotNowView, RoadView } from '../../domain/advice/advice-view.ts';
import { commandLabel, commandPhrase } from '../commands.ts';
import { type RefusalScene, rejectionSentence } from '../rejections.ts';
import { listed, type Scene } from '../scene.ts';
import { untilSaid } from './road-said.ts';
import { otherOf } from './road-titles.ts';

export type NotNowSaid = {
  readonly title: string;
  readonly why: string;
  /** "Possible from …", or empty. */
  readonly opens: string;
  /** "Closest to it: pay a bonus, or begin a new contract." Empty when nothing is. */
  readonly closest: string;
};

export function refusalSceneOf(scene: Scene): RefusalScene {
  const { currency, when, titles } = scene;
  return { currency, when, titles, other: otherOf(scene) };
}

/** After the end, when the ways that are still there close. */
export type Closing = ReadonlyMap<string, string>;

const dated = new Set([
  ...['request_mediation', 'pay_bonus', 'request_payment', 'give_refund', 'propose_reopen'],
  ...['give_feedback', 'respond_to_feedback', 'dispute_escrow_refund'],
]);

export function closingOf(roads: readonly RoadView[]): Closing {
  const told = roads.filter(({ command, now }) => dated.has(command) && now.status === 'ended');
  return new Map(told.flatMap(({ command, closes }) => (closes ? [[command, closes.at]] : [])));
}

/** "ask for a mediator (until Thursday, 3 December)" */
export function wayPhrase(name: string, closing: Closing, scene: Scene): string {
  const at = closing.get(name);
  return at === undefined
    ? commandPhrase(name)
    : `${commandPhrase(name)} (until ${scene.when(at)})`;
}

export function notNowSaid(one: NotNowView, scene: Scene, closing: Closing): NotNowSaid {
  const { command, code, facts, closest, opens } = one;
  const ways = closest.slice(0, 4).map((name) => wayPhrase(name, closing, scene));
  const theirs = code === 'payment_method_missing' && scene.viewer !== 'client';
  return {
    title: commandLabel(command),
    why: theirs
      ? `It takes money that ${scene.names.client} has to provide first.`
      : rejectionSentence({ rejected: code, facts }, refusalSceneOf(scene)),
    opens:
      opens === undefined ? '' : `Possible from ${untilSaid(opens, scene)}, if nobody acts before.`,
    closest: ways.length === 0 ? '' : `Closest to it: ${listed(ways, 'or')}.`,
  };
}
