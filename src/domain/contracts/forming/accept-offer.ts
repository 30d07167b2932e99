// The freelancer accepts the offer as it stands: exactly the terms and the policy that were
// frozen when it was sent or last revised.
import type { CommandFile } from '../../decision.ts';
import { offerIsPending } from '../guards.ts';

export const acceptOffer: CommandFile<'accept_offer'> = {
  who: ['freelancer'],
  guard: (c) => offerIsPending(c),
  decide: () => [{ type: 'offer_accepted' }],
};
