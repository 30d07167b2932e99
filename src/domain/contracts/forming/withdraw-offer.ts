// The client takes an offer back before it is answered, or before it was ever sent. Money that came
// with it goes back; a charge that is still on its way is credited when it arrives.
import type { CommandFile } from '../../decision.ts';
import { returnOffer } from '../ending/return-escrow.ts';
import { offerIsPending } from '../guards.ts';

export const withdrawOffer: CommandFile<'withdraw_offer'> = {
  who: ['client'],
  guard: (c) => (c.status === 'unsent' ? null : offerIsPending(c)),
  decide: (c) => [{ type: 'offer_withdrawn' }, ...returnOffer(c)],
};
