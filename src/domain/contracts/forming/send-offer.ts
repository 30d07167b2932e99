// The client offers a contract. Terms and policy are frozen here: acceptance accepts this copy.
// With `fund_first` the first milestone's money comes along; when it has to be charged, the offer
// is sent only when the money is there.
import type { Decision } from '../../decision.ts';
import type { Given } from '../../given.ts';
import { isRejection, reject } from '../../rejections.ts';
import type { CommandOf } from '../commands.ts';
import type { Contract, Terms } from '../contract.ts';
import type { ContractEvent } from '../events.ts';
import { fundsFor } from '../milestones/funds.ts';
import { termsOf } from './terms.ts';

/** Sends the offer. Only a client may, nobody to themselves, and only to somebody who is there. */
export function sendOffer(
  c: Contract | null,
  command: CommandOf<'send_offer'>,
  given: Given,
): Decision {
  const { as, person } = command.by;
  if (c !== null) return reject('offer_not_pending');
  if (as !== 'client' || person === null) return reject('not_your_decision');
  if (command.to === person) return reject('own_offer', {}, 'to');
  if (command.to === null) return reject('person_not_found', {}, 'to');
  const terms = termsOf(command, given.policy);
  if (isRejection(terms)) return terms;
  return beginning({ client: person, freelancer: command.to, terms }, given);
}

type Offer = {
  readonly client: string;
  readonly freelancer: string;
  readonly terms: Terms;
  readonly rehire_of?: string;
};

/** The events that an offer begins a contract with, and the money that comes along. */
export function beginning(offer: Offer, given: Given): Decision {
  const { terms } = offer;
  const [first] = terms.milestones;
  if (!terms.fundFirst || first === undefined) return [{ type: 'offer_sent', ...offer }];
  const funds = fundsFor(terms, first.id, first.amount, 'chg_1', given);
  if (isRejection(funds)) return funds;
  const sent: ContractEvent =
    funds.type === 'milestone_funded'
      ? { type: 'offer_sent', ...offer }
      : { type: 'offer_drafted', ...offer };
  return [sent, funds];
}
