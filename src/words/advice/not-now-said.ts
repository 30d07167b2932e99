// Why something is not possible, when it would be, and what comes closest.
import type { NotNowView } from '../../domain/advice/advice-view.ts';
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

export function notNowSaid(one: NotNowView, scene: Scene): NotNowSaid {
  const { command, code, facts, closest, opens } = one;
  const theirs = code === 'payment_method_missing' && scene.viewer !== 'client';
  return {
    title: commandLabel(command),
    why: theirs
      ? `It takes money that ${scene.names.client} has to provide first.`
      : rejectionSentence({ rejected: code, facts }, refusalSceneOf(scene)),
    opens:
      opens === undefined ? '' : `Possible from ${untilSaid(opens, scene)}, if nobody acts before.`,
    closest:
      closest.length === 0
        ? ''
        : `Closest to it: ${listed(closest.slice(0, 4).map(commandPhrase), 'or')}.`,
  };
}
