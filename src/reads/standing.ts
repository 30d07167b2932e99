// How a contract stands for somebody who was refused: its state, what they may do now, and what
// helps instead of what they tried. Null for strangers, who learn nothing.
import type { Instant } from '../domain/calendar.ts';
import { canOf, insteadOf } from '../domain/contracts/allowed.ts';
import type { Viewer } from '../domain/contracts/seen/feedback.ts';
import type { ContractView } from '../domain/contracts/seen/view.ts';
import { seenBy } from '../domain/contracts/seen-by.ts';
import type { Rejection } from '../domain/rejections.ts';
import { foundFor } from './contract-room.ts';
import { actorOf, type Looker, type Parties, partiesSeen } from './people.ts';
import { atOneMoment, type Desk, forecast } from './states.ts';

export type Standing = {
  readonly viewer: Viewer;
  /** Without free texts. */
  readonly view: ContractView;
  readonly parties: Parties;
  readonly allowed: readonly string[];
  readonly instead: readonly string[];
};

export type Refused = { readonly command: string; readonly rejection: Rejection };

export async function standingOf(
  desk: Desk,
  looker: Looker,
  id: string,
  { command, rejection }: Refused,
  now: Instant,
): Promise<Standing | null> {
  return atOneMoment(desk, async (sql) => {
    const found = await foundFor(desk, sql, looker, id, now);
    if (found === null) return null;
    const { viewer, step } = found;
    const contract = step.state;
    const view = seenBy(viewer, contract, () => null, forecast(contract, now), looker.id);
    if (view === null) return null;
    const by = actorOf(viewer, looker);
    const person = await partiesSeen(sql, [contract.client, contract.freelancer]);
    const can = Object.entries(canOf(contract, by, now));
    return {
      viewer,
      view,
      parties: { client: person(contract.client), freelancer: person(contract.freelancer) },
      allowed: can.flatMap(([name, may]) => (may === true ? [name] : [])),
      instead: insteadOf(contract, rejection, by, now, command),
    };
  });
}
