// The payment provider could not take the money. What it was for is as it was before; an offer
// that waited for it was never sent. A charge that timed out is then over for good: until the
// provider has said so, it might still come.
import type { CommandFile } from '../../decision.ts';
import { reject } from '../../rejections.ts';

export const failCharge: CommandFile<'fail_charge'> = {
  who: ['payments'],
  guard: () => null,
  decide: (c, command) => {
    const charge = c.charges.find((one) => one.id === command.charge);
    if (charge === undefined) return reject('not_found', {}, 'charge');
    const failed = { type: 'charge_failed', charge: charge.id } as const;
    if (charge.status === 'timed_out') return [failed];
    if (charge.status !== 'waiting') return [];
    return c.status === 'unsent' ? [failed, { type: 'offer_withdrawn' }] : [failed];
  },
};
