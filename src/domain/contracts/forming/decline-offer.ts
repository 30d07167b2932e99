// The freelancer declines the offer. Money that came with it goes back to the client.
import type { CommandFile } from '../../decision.ts';
import { returnOffer } from '../ending/return-escrow.ts';
import { offerIsPending } from '../guards.ts';

export const declineOffer: CommandFile<'decline_offer'> = {
  who: ['freelancer'],
  guard: (c) => offerIsPending(c),
  decide: (c, command) => [
    { type: 'offer_declined', reason: command.reason ?? null },
    ...returnOffer(c),
  ],
};
