// What an offer comes to when everything goes as planned: it is accepted, and every milestone is
// funded and released whole. Not a calculation of its own: the very commands are carried out on
// the contract of the preview, one after the other, by the domain and in memory.

import { consequencesOf } from '../../../domain/consequences.ts';
import type { ContractCommand } from '../../../domain/contracts/commands.ts';
import {
  type Contract,
  type MoneyOfContract,
  milestoneOf,
} from '../../../domain/contracts/contract.ts';
import { givenToLook } from '../../../domain/given.ts';
import { largest, money } from '../../../domain/money/money.ts';
import { type Actor, payments } from '../../../domain/people.ts';
import { isRejection } from '../../../domain/rejections.ts';
import type { ContractPreview } from '../../../engine/requests.ts';

/** The sums at the end of that; null where one of the commands would be refused. */
export function ifAllReleased({
  after,
  at,
}: Pick<ContractPreview, 'after' | 'at'>): MoneyOfContract | null {
  // Whoever pays for everything has enough for it.
  const enough = (currency: string) => money(largest * 1000n, currency);
  const given = givenToLook(at, after.terms.policy, enough);
  const does = (c: Contract | null, command: ContractCommand): Contract | null => {
    const done = c === null ? null : consequencesOf(c, command, given, after.id);
    return done === null || isRejection(done) ? null : done.done.state;
  };
  const waiting = after.charges.filter((charge) => charge.status === 'waiting');
  const arrived = waiting.reduce<Contract | null>(
    (c, { id }) => does(c, { type: 'confirm_charge', by: payments, charge: id }),
    after,
  );
  const accepted = after.status === 'active' ? arrived : does(arrived, acceptance(after));
  const by: Actor = { as: 'client', person: after.client };
  const paid = (accepted?.milestones ?? []).reduce<Contract | null>((c, { id: milestone }) => {
    const isPlanned = c !== null && milestoneOf(c, milestone)?.status === 'planned';
    const funded = isPlanned ? does(c, { type: 'fund_milestone', by, milestone }) : c;
    return does(funded, { type: 'release_payment', by, milestone });
  }, accepted);
  return paid?.money ?? null;
}

function acceptance({ client, freelancer, counter }: Contract): ContractCommand {
  return counter?.status === 'open'
    ? { type: 'accept_counter', by: { as: 'client', person: client } }
    : { type: 'accept_offer', by: { as: 'freelancer', person: freelancer } };
}
